import type { JWTPayload } from "jose";
import type { ServicePrincipal } from "../../state/entities";
import type { TokenAuthority } from "../../wire/token-authority";
import { formatAccessTokenIssuer } from "./issuers";
import type { TokenResource } from "./resources";
import type { TokenClient } from "./token-client";

/** An issued access token, as the token endpoint hands it out. */
export interface AccessToken {
  token: string;
  lifetimeSeconds: number;
}

// Documented: between 60 and 90 minutes, at random, for an application; up to 24 hours for a managed identity.
// The same every time here, so that a test can count on it.
const lifetimes: Record<TokenClient["kind"], number> = { application: 75 * 60, managedIdentity: 24 * 60 * 60 };

/** Signs a version 1 access token of the client for a resource. */
export async function issueAccessToken(
  { client, principal, resource }: { client: TokenClient; principal: ServicePrincipal; resource: TokenResource },
  { tokens, newId }: { tokens: TokenAuthority; newId: () => string },
): Promise<AccessToken> {
  const issuer = formatAccessTokenIssuer(client.cloud, client.tenantId);
  const roles = resource.kind === "graph" ? readAppRoles(principal) : [];
  const claims: JWTPayload = {
    aud: resource.audience,
    appid: client.clientId,
    appidacr: "2",
    idp: issuer,
    idtyp: "app",
    oid: principal.objectId,
    sub: principal.objectId,
    tid: client.tenantId,
    uti: Buffer.from(newId().replaceAll("-", ""), "hex").toString("base64url"),
    ver: "1.0",
    ...(roles.length === 0 ? {} : { roles }),
    ...(client.managedIdentityId === undefined ? {} : { xms_mirid: client.managedIdentityId }),
  };
  const lifetimeSeconds = lifetimes[client.kind];
  return { token: await tokens.sign(issuer, claims, lifetimeSeconds), lifetimeSeconds };
}

/** The Microsoft Graph permissions that an administrator granted to the service principal, by name. */
function readAppRoles({ properties }: ServicePrincipal): string[] {
  const { appRoles } = properties as { appRoles?: unknown };
  return Array.isArray(appRoles) ? appRoles.filter((role) => typeof role === "string") : [];
}
