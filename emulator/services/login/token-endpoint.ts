import type { Context } from "hono";
import type { ServiceContext, ServiceEnv } from "../../wire/service";
import { issueAccessToken } from "./access-token";
import { checkClientAssertion } from "./client-assertion";
import { isTenantOf, type ExternalIssuers } from "./issuers";
import { createLoginError } from "./login-error";
import { findTokenResource, parseScopeParameter } from "./resources";
import { findTokenClient, type TokenClient } from "./token-client";

/** The parts of a client credentials request that the endpoint reads. */
interface TokenRequest {
  clientId: string;
  resourceIdentifier: string;
  clientSecret: string;
  clientAssertion: string;
}

const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** Answers `POST /{tenant}/oauth2/v2.0/token`: client credentials with a client assertion, and nothing else. */
export async function answerTokenRequest(
  context: Context<ServiceEnv>,
  service: ServiceContext,
  external: ExternalIssuers,
): Promise<Response> {
  const { store, tokens, newId } = service;
  const cloud = context.get("cloud");
  const tenantId = (context.req.param("tenant") ?? "").toLowerCase();
  const request = readTokenRequest(new URLSearchParams(await context.req.text()));
  if (!isTenantOf(store, tenantId, cloud)) throw createLoginError(90002, { tenant: tenantId });
  const client = findTokenClient(store, { clientId: request.clientId, tenantId, cloud });
  if (client === undefined) throw createLoginError(700016, { client: request.clientId, tenant: tenantId });
  const resource = findTokenResource(request.resourceIdentifier, cloud);
  if (resource === undefined) {
    throw createLoginError(500011, { resource: request.resourceIdentifier, tenant: tenantId });
  }
  await authenticate(request, client, { store, tokens, external });
  const principal = findEnabledPrincipal(client);
  const { token, lifetimeSeconds } = await issueAccessToken({ client, principal, resource }, { tokens, newId });
  return context.json({
    token_type: "Bearer",
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    access_token: token,
  });
}

function readTokenRequest(form: URLSearchParams): TokenRequest {
  const grantType = readParameter(form, "grant_type");
  if (grantType !== "client_credentials") throw createLoginError(70003, { grantType });
  const clientId = readParameter(form, "client_id");
  const resourceIdentifier = parseScopeParameter(readParameter(form, "scope"));
  const clientSecret = form.get("client_secret") ?? "";
  const clientAssertion = form.get("client_assertion") ?? "";
  if (clientAssertion !== "" && readParameter(form, "client_assertion_type") !== assertionType) {
    throw createLoginError(9002313);
  }
  return { clientId, resourceIdentifier, clientSecret, clientAssertion };
}

function readParameter(form: URLSearchParams, parameter: string): string {
  const value = form.get(parameter) ?? "";
  if (value === "") throw createLoginError(900144, { parameter });
  return value;
}

async function authenticate(
  { clientSecret, clientAssertion }: TokenRequest,
  client: TokenClient,
  setting: Parameters<typeof checkClientAssertion>[2],
): Promise<void> {
  // No secret exists in the emulated clouds, so that every one is wrong.
  if (clientSecret !== "") throw createLoginError(7000215, { client: client.clientId });
  if (clientAssertion === "") throw createLoginError(7000218);
  await checkClientAssertion(clientAssertion, client, setting);
}

function findEnabledPrincipal({
  servicePrincipal,
  clientId,
  tenantId,
}: TokenClient): NonNullable<TokenClient["servicePrincipal"]> {
  if (servicePrincipal === undefined) throw createLoginError(7000229, { client: clientId, tenant: tenantId });
  const { accountEnabled } = servicePrincipal.properties as { accountEnabled?: unknown };
  if (accountEnabled === false) throw createLoginError(7000112, { client: clientId });
  return servicePrincipal;
}
