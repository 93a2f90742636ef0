import { z } from "zod";
import { clouds, cloudNames, type CloudName } from "../../../facts/clouds";
import { addRoute } from "../../wire/route";
import { WireError } from "../../wire/wire-error";
import { cloudSuffixes } from "./cloud-suffixes-table";
import type { Hono } from "hono";
import type { ServiceEnv } from "../../wire/service";

const authentication = z.strictObject({
  loginEndpoint: z.url(),
  audiences: z.array(z.url()).length(2),
  tenant: z.literal("common"),
  identityProvider: z.literal("AAD"),
});

const document = z.strictObject({
  name: z.enum(cloudNames),
  portal: z.url(),
  authentication,
  graph: z.url(),
  graphAudience: z.url(),
  resourceManager: z.url(),
  suffixes: z.record(z.string(), z.string()),
});

const documentOf2022 = document.extend({ microsoftGraphResourceId: z.url() });

/**
 * The two forms that clients ask for. The earlier one lists all clouds, with a slash after the login host in the public
 * one; the later one describes the cloud of the host alone, without that slash: clients append to it.
 */
const forms: Readonly<Record<string, (cloud: CloudName) => unknown>> = {
  "2019-05-01": () =>
    cloudNames.map((cloud) =>
      describeCloud(cloud, `https://${clouds[cloud].loginHost}${cloud === "AzureCloud" ? "/" : ""}`),
    ),
  "2022-09-01": (cloud) => ({
    ...describeCloud(cloud, `https://${clouds[cloud].loginHost}`),
    microsoftGraphResourceId: `https://${clouds[cloud].graphHost}/`,
  }),
};

function describeCloud(name: CloudName, loginEndpoint: string): z.infer<typeof document> {
  const { resourceManagerHost, resourceManagerAudience, classicResourceManagerAudience } = clouds[name];
  const { portal, directoryGraph, ...suffixes } = cloudSuffixes[name];
  return {
    name,
    portal: `https://${portal}`,
    authentication: {
      loginEndpoint,
      audiences: [`${classicResourceManagerAudience}/`, `${resourceManagerAudience}/`],
      tenant: "common",
      identityProvider: "AAD",
    },
    graph: `https://${directoryGraph}/`,
    graphAudience: `https://${directoryGraph}/`,
    resourceManager: `https://${resourceManagerHost}/`,
    suffixes,
  };
}

/** Where the parts of a cloud are. The one request that Azure Resource Manager answers without a token. */
export function addMetadataRoute(app: Hono<ServiceEnv>): void {
  const definition = {
    method: "GET",
    path: "/metadata/endpoints",
    responses: { 200: z.union([documentOf2022, z.array(document)]) },
  } as const;
  addRoute(app, definition, ({ query, context }) => {
    const version = query["api-version"] ?? "";
    const describe = forms[version];
    if (describe === undefined) {
      throw new WireError(400, "InvalidApiVersionParameter", `The api-version '${version}' is invalid.`);
    }
    return { status: 200, body: describe(context.get("cloud")) };
  });
}
