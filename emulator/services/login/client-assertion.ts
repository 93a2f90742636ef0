import { compactVerify, decodeJwt, decodeProtectedHeader, errors, importJWK, type JWTPayload } from "jose";
import { tokenExchangeApplicationId } from "../../../facts/applications";
import { clouds } from "../../../facts/clouds";
import type { FederatedIdentityCredential } from "../../state/entities";
import type { Store } from "../../state/store";
import type { TokenAuthority } from "../../wire/token-authority";
import { findPublishedIssuer, type ExternalIssuers, type PublishedIssuer } from "./issuers";
import { createLoginError } from "./login-error";
import type { TokenClient } from "./token-client";

/** What the checks of an assertion look things up in. */
export interface AssertionSetting {
  store: Store;
  tokens: TokenAuthority;
  external: ExternalIssuers;
}

interface Assertion {
  token: string;
  kid: string | undefined;
  payload: JWTPayload;
  issuer: string;
  subject: string;
  audience: string;
}

const longestLifetimeHours = 25;
const clockSkewSeconds = 300;

/**
 * Checks a client assertion against the client's federated identity credentials, in Entra's order: a credential at all,
 * its issuer, its subject, its audience, the signature, the times, the tenancy. The first check that fails decides.
 * That issuer, subject and audience come in this order is observed; where the others stand is guessed.
 */
export async function checkClientAssertion(
  token: string,
  client: TokenClient,
  setting: AssertionSetting,
): Promise<void> {
  const assertion = readAssertion(token);
  if (client.credentials.length === 0) throw createLoginError(70025, { client: client.displayName });
  matchCredential(assertion, client);
  const published = findPublishedIssuer(assertion.issuer, setting);
  if (published === undefined) throw createLoginError(50166, { issuer: assertion.issuer });
  await checkSignature(assertion, setting.tokens);
  checkTimes(assertion.payload, setting.store.clock.now());
  checkTenancy(published, client);
}

function readAssertion(token: string): Assertion {
  try {
    const payload = decodeJwt(token);
    const { kid } = decodeProtectedHeader(token);
    const { iss = "", sub = "", aud = "" } = payload;
    // One audience only: a list never equals a credential's.
    return { token, kid, payload, issuer: iss, subject: sub, audience: typeof aud === "string" ? aud : aud.join(" ") };
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) throw createLoginError(50027);
    throw error;
  }
}

function matchCredential(assertion: Assertion, client: TokenClient): void {
  const { issuer, subject, audience } = assertion;
  const ofIssuer = client.credentials.filter((credential) => credential.issuer === issuer);
  if (ofIssuer.length === 0) throw createLoginError(700211, { issuer });
  const ofSubject = ofIssuer.filter((credential) => credential.subject === subject);
  if (ofSubject.length === 0) throw createSubjectError(subject, ofIssuer);
  const accepted = findAcceptedAudience(assertion, client);
  if (!ofSubject.some((credential) => credential.audiences.includes(accepted))) {
    throw createLoginError(700212, { audience });
  }
}

function createSubjectError(subject: string, ofIssuer: FederatedIdentityCredential[]): Error {
  const differsByCase = ofIssuer.some((credential) => credential.subject.toLowerCase() === subject.toLowerCase());
  if (differsByCase) return createLoginError(7002138, { subject });
  return createLoginError(subject.startsWith("/eid1") ? 7002137 : 700213, { subject });
}

/**
 * The audience that a credential must name for this assertion. An assertion that Entra signed for its own token exchange
 * names that by its application id, while the credential names it by its URI: both sides are observed, the translation
 * between them is guessed. Every other assertion must name what the credential names.
 */
function findAcceptedAudience({ audience, issuer }: Assertion, { cloud }: TokenClient): string {
  const fromEntra = issuer.startsWith(`https://${clouds[cloud].issuerHost}/`);
  return fromEntra && audience === tokenExchangeApplicationId ? clouds[cloud].federatedCredentialAudience : audience;
}

async function checkSignature({ token, kid, issuer }: Assertion, tokens: TokenAuthority): Promise<void> {
  const { keys } = await tokens.keys(issuer);
  const jwk = keys.find((key) => key.kid === kid);
  if (jwk === undefined) throw createLoginError(7000272, { kid: kid ?? "", issuer });
  try {
    // Only the signature: the times have codes of their own and come next.
    await compactVerify(token, await importJWK(jwk, "RS256"), { algorithms: ["RS256"] });
  } catch (error) {
    if (error instanceof errors.JOSEError) throw createLoginError(700027);
    throw error;
  }
}

function checkTimes({ iat, nbf, exp }: JWTPayload, now: number): void {
  const seconds = now / 1000;
  if (iat === undefined || exp === undefined || exp - iat > longestLifetimeHours * 3600) {
    throw createLoginError(70023, { hours: String(longestLifetimeHours) });
  }
  // Observed: an assertion without nbf is reported as valid from 1970.
  const notBefore = nbf ?? 0;
  if (seconds + clockSkewSeconds < notBefore || seconds - clockSkewSeconds >= exp) {
    throw createLoginError(700024, {
      now: formatTime(seconds),
      notBefore: formatTime(notBefore),
      expiry: formatTime(exp),
    });
  }
}

function checkTenancy(published: PublishedIssuer, client: TokenClient): void {
  if (published.kind !== "entra") return;
  if (published.cloud !== client.cloud) throw createLoginError(900382);
  if (!client.singleTenant) throw createLoginError(70052);
}

function formatTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
