import type { ArmClient } from "./arm-client";
import { parseOutputs } from "./body-mapping";
import { parsePropertyMap, type PropertyMap } from "./property-value";
import { formatResourcePath } from "./resource-path";
import { getterFunctions } from "./types-table";

/** What the functions need. */
export interface FunctionContext {
  readonly client: ArmClient;
  readonly subscriptionId: string;
  readonly graphEndpoint: string;
  readonly resourceManagerEndpoint: string;
  readonly getToken: (scope: string) => Promise<string>;
  readonly signal: AbortSignal;
}

/**
 * Calls a function of the provider.
 *
 * @throws when the stand-in does not serve the function.
 */
export async function invokeFunction(token: string, args: PropertyMap, context: FunctionContext): Promise<PropertyMap> {
  switch (token) {
    case "azure-native:authorization:getClientConfig":
      return readClientConfig(context);
    case "azure-native:authorization:getClientToken":
      return readClientToken(args, context);
    default:
      return readResource(token, args, context);
  }
}

async function readResource(token: string, args: PropertyMap, context: FunctionContext): Promise<PropertyMap> {
  const getter = getterFunctions[token];
  if (getter === undefined)
    throw new Error(`Invoke type ${token} not found: the azure-native stand-in does not serve it`);
  const id = formatResourcePath(getter, args, context.subscriptionId);
  const answer = await context.client.get({ id, apiVersion: getter.apiVersion, signal: context.signal });
  return parseOutputs(getter, answer);
}

/** Who is signed in, by the claims of a Microsoft Graph token. */
async function readClientConfig({ graphEndpoint, getToken, subscriptionId }: FunctionContext): Promise<PropertyMap> {
  const claims = parseClaims(await getToken(`${graphEndpoint}/.default`));
  const { appid: clientId, oid: objectId, tid: tenantId } = claims;
  if (typeof clientId !== "string" || typeof objectId !== "string" || typeof tenantId !== "string") {
    throw new Error("getting client config: the access token lacks the claims appid, oid or tid");
  }
  return { clientId, objectId, subscriptionId, tenantId };
}

async function readClientToken(args: PropertyMap, context: FunctionContext): Promise<PropertyMap> {
  const { endpoint } = args;
  const resource = typeof endpoint === "string" && endpoint !== "" ? endpoint : `${context.resourceManagerEndpoint}/`;
  return { token: await context.getToken(`${resource}/.default`) };
}

function parseClaims(token: string): PropertyMap {
  const payload = token.split(".")[1];
  if (payload === undefined) throw new Error("getting client config: the access token is not a JWT");
  return parsePropertyMap(JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
}
