import type { Context } from "hono";
import { clouds, type CloudName } from "../../../facts/clouds";
import type { Store } from "../../state/store";
import type { ServiceContext, ServiceEnv } from "../../wire/service";
import { WireError } from "../../wire/wire-error";
import { formatAccessTokenIssuer, formatOrganizationIssuer, formatTokenIssuer, isTenantOf } from "./issuers";
import { createLoginError } from "./login-error";

type LoginContext = Context<ServiceEnv>;

/** The two generations of Entra's tokens; each has its issuer, its discovery document and its keys. */
export type EntraVersion = "v1" | "v2";

// Not a tenant: whoever does not know the tenant yet asks under these names, and the issuer in the answer is a template.
const tenantlessNames = ["common", "organizations"];

/** Answers `/{tenant}/.well-known/openid-configuration` (v1) and `/{tenant}/v2.0/.well-known/openid-configuration` (v2). */
export function answerEntraDiscovery(context: LoginContext, store: Store, version: EntraVersion): Response {
  const cloud = context.get("cloud");
  const tenant = readTenant(context, store);
  const base = `https://${clouds[cloud].loginHost}/${tenant}`;
  const oauth = version === "v2" ? `${base}/oauth2/v2.0` : `${base}/oauth2`;
  const keys = version === "v2" ? `${base}/discovery/v2.0/keys` : `${base}/discovery/keys`;
  return context.json({
    token_endpoint: `${oauth}/token`,
    token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt", "client_secret_basic"],
    jwks_uri: keys,
    response_modes_supported: ["query", "fragment", "form_post"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    response_types_supported: ["code", "id_token", "code id_token", "id_token token"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    issuer: formatEntraIssuer(cloud, tenant, version),
    authorization_endpoint: `${oauth}/authorize`,
    claims_supported: ["sub", "iss", "aud", "exp", "iat", "nonce", "tid", "ver"],
    msgraph_host: clouds[cloud].graphHost,
  });
}

/** Answers the keys of a tenant's issuer. */
export async function answerEntraKeys(
  context: LoginContext,
  service: ServiceContext,
  version: EntraVersion,
): Promise<Response> {
  const tenant = readTenant(context, service.store);
  return context.json(await service.tokens.keys(formatEntraIssuer(context.get("cloud"), tenant, version)));
}

/** Answers `/common/discovery/instance`: which host names stand for the same cloud. */
export function answerInstanceDiscovery(context: LoginContext): Response {
  const { loginHost, issuerHost, loginHostAliases } = clouds[context.get("cloud")];
  const aliases = new Set([loginHost, issuerHost, ...loginHostAliases]);
  const endpoint = context.req.query("authorization_endpoint");
  if (endpoint === undefined) throw createLoginError(900144, { parameter: "authorization_endpoint" });
  const tenant = new URL(endpoint).pathname.split("/")[1] ?? "common";
  return context.json({
    tenant_discovery_endpoint: `https://${loginHost}/${tenant}/v2.0/.well-known/openid-configuration`,
    "api-version": "1.1",
    metadata: [{ preferred_network: issuerHost, preferred_cache: issuerHost, aliases: [...aliases] }],
  });
}

/** Answers the discovery document of an organization's own issuer, or of the host as a whole. */
export function answerOrganizationDiscovery(context: LoginContext, store: Store): Response {
  const organizationId = readOrganization(context, store);
  return context.json({
    issuer: formatOrganizationIssuer(organizationId),
    jwks_uri: `${context.get("origin")}/.well-known/jwks`,
    subject_types_supported: ["public", "pairwise"],
    response_types_supported: ["id_token"],
    claims_supported: ["sub", "aud", "exp", "iat", "iss", "nbf"],
    id_token_signing_alg_values_supported: ["RS256"],
    scopes_supported: ["openid"],
  });
}

/** Answers the keys of all organizations: the host has one set. */
export async function answerOrganizationKeys(
  context: LoginContext,
  { store, tokens }: ServiceContext,
): Promise<Response> {
  const issuers = store.organizations.list().map(({ organizationId }) => formatOrganizationIssuer(organizationId));
  const sets = await Promise.all(issuers.map((issuer) => tokens.keys(issuer)));
  return context.json({ keys: sets.flatMap((set) => set.keys) });
}

function formatEntraIssuer(cloud: CloudName, tenant: string, version: EntraVersion): string {
  if (tenantlessNames.includes(tenant)) return `https://${clouds[cloud].issuerHost}/{tenantid}/v2.0`;
  return version === "v2" ? formatTokenIssuer(cloud, tenant) : formatAccessTokenIssuer(cloud, tenant);
}

function readTenant(context: LoginContext, store: Store): string {
  const tenant = (context.req.param("tenant") ?? "").toLowerCase();
  if (tenantlessNames.includes(tenant) || isTenantOf(store, tenant, context.get("cloud"))) return tenant;
  throw createLoginError(90002, { tenant });
}

function readOrganization(context: LoginContext, store: Store): string {
  const organization = store.organizations.get(context.req.param("tenant") ?? "");
  if (organization === undefined) throw new WireError(404, "NotFound", "There is no such organization.");
  return organization.organizationId;
}
