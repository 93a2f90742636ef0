import { Hono, type Context } from "hono";
import { azureDevOpsIssuerHost } from "../../../facts/issuers";
import type { Service, ServiceContext, ServiceEnv } from "../../wire/service";
import { unbuilt } from "../../wire/unbuilt";
import {
  answerEntraDiscovery,
  answerEntraKeys,
  answerInstanceDiscovery,
  answerOrganizationDiscovery,
  answerOrganizationKeys,
} from "./discovery";
import type { ExternalIssuers } from "./issuers";
import { answerTokenRequest } from "./token-endpoint";

/** Microsoft Entra's token service and the discovery documents of both issuer generations. */
export function createLoginService(context: ServiceContext, external: ExternalIssuers): Service {
  const { store } = context;
  const app = new Hono<ServiceEnv>();
  // The issuer host of Azure DevOps is one more name of this service; none of Entra's paths exist under it.
  app.use(async (c, next) => {
    if (isOrganizationIssuer(c) && !organizationPath.test(c.req.path)) return c.notFound();
    await next();
    return undefined;
  });
  app.get("/.well-known/jwks", (c) => (isOrganizationIssuer(c) ? answerOrganizationKeys(c, context) : c.notFound()));
  app.get("/:tenant/.well-known/openid-configuration", (c) =>
    isOrganizationIssuer(c) ? answerOrganizationDiscovery(c, store) : answerEntraDiscovery(c, store, "v1"),
  );
  app.get("/:tenant/v2.0/.well-known/openid-configuration", (c) => answerEntraDiscovery(c, store, "v2"));
  app.get("/common/discovery/instance", (c) => answerInstanceDiscovery(c));
  app.get("/:tenant/discovery/v2.0/keys", (c) => answerEntraKeys(c, context, "v2"));
  app.get("/:tenant/discovery/keys", (c) => answerEntraKeys(c, context, "v1"));
  app.post("/:tenant/oauth2/v2.0/token", (c) => answerTokenRequest(c, context, external));
  addUnbuiltRoutes(app);
  return { name: "login", app };
}

const organizationPath = /^\/(?:[^/]+\/)?\.well-known\/[^/]+$/;

function isOrganizationIssuer(context: Context<ServiceEnv>): boolean {
  return new URL(context.get("origin")).hostname === azureDevOpsIssuerHost;
}

function addUnbuiltRoutes(app: Hono<ServiceEnv>): void {
  app.post("/:tenant/oauth2/token", unbuilt("tokens by the version 1 endpoint"));
  app.get("/:tenant/oauth2/v2.0/authorize", unbuilt("sign-in of a person"));
  app.get("/:tenant/oauth2/authorize", unbuilt("sign-in of a person"));
  app.post("/:tenant/oauth2/v2.0/devicecode", unbuilt("sign-in of a person by device code"));
}
