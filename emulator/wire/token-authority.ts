import type { JSONWebKeySet, JWTPayload } from "jose";

/** The claims of an access token that a service acts on. */
export interface Caller {
  tenantId: string;
  principalId: string;
  clientId: string;
  audience: string;
  /** Application permissions that the token carries for its audience, by name; Microsoft Graph reads them. */
  roles?: readonly string[];
}

/** Signs and verifies every token of the emulated clouds. One RS256 key an issuer; keys live in memory only. */
export interface TokenAuthority {
  /** Signs claims with the key of this issuer; iss is set, iat, nbf and exp come from the clock unless given. */
  sign(issuer: string, claims: JWTPayload, lifetimeSeconds: number): Promise<string>;
  /** The public keys of an issuer. */
  keys(issuer: string): Promise<JSONWebKeySet>;
  /**
   * Verifies a bearer access token that the emulated Entra issued for one of these audiences. A slash at the end of an
   * audience counts for nothing.
   * Throws a WireError 401 with the code InvalidAuthenticationToken, ExpiredAuthenticationToken or AuthenticationFailed.
   */
  verifyAccessToken(authorization: string | undefined, audiences: readonly string[]): Promise<Caller>;
}
