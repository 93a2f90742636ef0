import {
  calculateJwkThumbprint,
  decodeJwt,
  errors,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
  type CryptoKey,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
} from "jose";
import type { Store } from "../../state/store";
import type { Caller, TokenAuthority } from "../../wire/token-authority";
import { WireError } from "../../wire/wire-error";
import { findAccessTokenTenant } from "./issuers";

interface SigningKey {
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  jwk: JWK & { kid: string };
}

/** The one authority of an emulator: a key an issuer, made when first asked for and kept in memory only. */
export class SigningAuthority implements TokenAuthority {
  readonly #keys = new Map<string, Promise<SigningKey>>();

  constructor(private readonly store: Store) {}

  async sign(issuer: string, claims: JWTPayload, lifetimeSeconds: number): Promise<string> {
    const { privateKey, jwk } = await this.#key(issuer);
    const now = Math.floor(this.store.clock.now() / 1000);
    const payload = { iat: now, nbf: now, exp: now + lifetimeSeconds, ...claims, iss: issuer };
    return new SignJWT(payload)
      .setProtectedHeader({ typ: "JWT", alg: "RS256", x5t: jwk.kid, kid: jwk.kid })
      .sign(privateKey);
  }

  async keys(issuer: string): Promise<JSONWebKeySet> {
    return { keys: [(await this.#key(issuer)).jwk] };
  }

  async verifyAccessToken(authorization: string | undefined, audiences: readonly string[]): Promise<Caller> {
    const payload = await this.#verify(readBearerToken(authorization));
    const audience = typeof payload.aud === "string" ? payload.aud : "";
    if (!audiences.some((accepted) => trimSlash(accepted) === trimSlash(audience))) {
      throw createInvalidTokenError(
        `The access token has been obtained for wrong audience or resource '${audience}'. ` +
          `It should exactly match with one of the allowed audiences ${audiences.map((one) => `'${one}'`).join(",")}.`,
      );
    }
    return readCaller(payload, audience);
  }

  /** Who a bearer token speaks for, whatever its audience; nobody when it is none of ours. For the journal. */
  async findCaller(authorization: string | undefined): Promise<Caller | undefined> {
    try {
      const payload = await this.#verify(readBearerToken(authorization));
      return readCaller(payload, typeof payload.aud === "string" ? payload.aud : "");
    } catch (error) {
      if (error instanceof WireError) return undefined;
      throw error;
    }
  }

  async #verify(token: string): Promise<JWTPayload> {
    const issuer = readIssuer(token);
    if (issuer === undefined || findAccessTokenTenant(this.store, issuer) === undefined) {
      throw createInvalidTokenError("The access token is from the wrong issuer.");
    }
    const { publicKey } = await this.#key(issuer);
    const now = this.store.clock.now();
    try {
      return (await jwtVerify(token, publicKey, { issuer, algorithms: ["RS256"], currentDate: new Date(now) })).payload;
    } catch (error) {
      throw translateVerifyError(error, now);
    }
  }

  #key(issuer: string): Promise<SigningKey> {
    let key = this.#keys.get(issuer);
    if (key === undefined) {
      key = createSigningKey();
      this.#keys.set(issuer, key);
    }
    return key;
  }
}

async function createSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { privateKey, publicKey, jwk: { ...jwk, kid, x5t: kid, use: "sig", alg: "RS256" } };
}

function readBearerToken(authorization: string | undefined): string {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
  if (token !== undefined) return token;
  throw new WireError(401, "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.", {
    headers: { "www-authenticate": "Bearer" },
  });
}

function readIssuer(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

function translateVerifyError(error: unknown, now: number): WireError {
  if (error instanceof errors.JWTExpired) {
    const expiry = new Date((error.payload.exp ?? 0) * 1000).toUTCString();
    const message = `The access token expiry UTC time '${expiry}' is earlier than current UTC time '${new Date(now).toUTCString()}'.`;
    return new WireError(401, "ExpiredAuthenticationToken", message, { headers: invalidTokenHeaders });
  }
  if (error instanceof errors.JOSEError) return createInvalidTokenError("The access token is invalid.");
  throw error;
}

const invalidTokenHeaders = { "www-authenticate": 'Bearer error="invalid_token"' };

function createInvalidTokenError(message: string): WireError {
  return new WireError(401, "InvalidAuthenticationToken", message, { headers: invalidTokenHeaders });
}

function readCaller(payload: JWTPayload, audience: string): Caller {
  const { tid, oid, appid, roles } = payload;
  if (typeof tid !== "string" || typeof oid !== "string" || typeof appid !== "string") {
    throw createInvalidTokenError("The access token lacks the claims tid, oid or appid.");
  }
  const names = Array.isArray(roles) ? roles.filter((role) => typeof role === "string") : [];
  return { tenantId: tid, principalId: oid, clientId: appid, audience, roles: names };
}

function trimSlash(audience: string): string {
  return audience.replace(/\/+$/, "");
}
