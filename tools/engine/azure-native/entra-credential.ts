import { readFile } from "node:fs/promises";
import { ArmError } from "./arm-error";
import type { HttpResponse, HttpTransport } from "./http-transport";
import { parsePropertyMap, type PropertyMap } from "./property-value";
import type { AssertionSource, SignIn } from "./provider-config";

/** What the sign-in needs. */
export interface EntraCredentialOptions {
  readonly signIn: SignIn;
  readonly loginEndpoint: string;
  readonly transport: HttpTransport;
  /** Breaks off a sign-in; it belongs to no single operation, because operations share their tokens. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Tokens are renewed this long before they expire, in milliseconds. */
const renewalMargin = 5 * 60_000;

/**
 * Signs in to Microsoft Entra with an OIDC assertion instead of a secret, and keeps each token while it lasts.
 *
 * Documented at https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow, "Third case:
 * Access token request with a federated credential".
 */
export class EntraCredential {
  readonly #options: EntraCredentialOptions;
  readonly #tokens = new Map<string, AccessToken>();
  readonly #requests = new Map<string, Promise<AccessToken>>();

  constructor(options: EntraCredentialOptions) {
    this.#options = options;
  }

  /** An access token for a scope such as `https://management.azure.com/.default`. */
  async getToken(scope: string): Promise<string> {
    const current = this.#tokens.get(scope);
    if (current !== undefined && this.#options.now() < current.renewAt) return current.token;
    return (await this.#shareRequest(scope)).token;
  }

  /** Operations that start together share one sign-in. */
  #shareRequest(scope: string): Promise<AccessToken> {
    const running = this.#requests.get(scope);
    if (running !== undefined) return running;
    const request = this.#requestToken(scope).finally(() => this.#requests.delete(scope));
    this.#requests.set(scope, request);
    return request;
  }

  async #requestToken(scope: string): Promise<AccessToken> {
    const { signIn, loginEndpoint, transport, signal, now } = this.#options;
    const response = await transport({
      method: "POST",
      url: `${loginEndpoint}/${signIn.tenantId}/oauth2/v2.0/token`,
      headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        client_id: signIn.clientId,
        grant_type: "client_credentials",
        scope,
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion: await readAssertion(signIn.assertion, transport, signal),
      }).toString(),
      signal,
    });
    if (response.status !== 200) throw createSignInError(response);
    const { access_token: token, expires_in: lifetime } = parsePropertyMap(JSON.parse(response.body));
    if (typeof token !== "string") throw new Error("the token endpoint answered without an access token");
    const seconds = Number(lifetime ?? 0);
    const issued = { token, renewAt: now() + seconds * 1000 - Math.min(renewalMargin, seconds * 500) };
    this.#tokens.set(scope, issued);
    return issued;
  }
}

interface AccessToken {
  readonly token: string;
  readonly renewAt: number;
}

async function readAssertion(source: AssertionSource, transport: HttpTransport, signal: AbortSignal): Promise<string> {
  switch (source.kind) {
    case "token":
      return source.token;
    case "file":
      return (await readFile(source.path, "utf8")).trim();
    case "request":
      return requestAssertion(source, transport, signal);
  }
}

/** Asks for the assertion in the way that GitHub Actions answers. */
async function requestAssertion(
  source: Extract<AssertionSource, { kind: "request" }>,
  transport: HttpTransport,
  signal: AbortSignal,
): Promise<string> {
  const url = new URL(source.url);
  url.searchParams.set("audience", source.audience);
  const headers = { accept: "application/json", authorization: `Bearer ${source.token}` };
  const response = await transport({ method: "GET", url: url.href, headers, signal });
  if (response.status < 200 || response.status > 299) {
    throw new Error(`GitHub OIDC: ${response.status} with response: ${response.body}`);
  }
  const { value } = parsePropertyMap(JSON.parse(response.body));
  if (typeof value !== "string") throw new Error("GitHub OIDC: the response holds no token");
  return value;
}

function createSignInError(response: HttpResponse): Error {
  const { error, error_description: description } = parseJson(response.body);
  const cause = new ArmError(
    response.status,
    typeof error === "string" ? error : "",
    typeof description === "string" ? description : response.body,
  );
  return new Error(`ClientAssertionCredential authentication failed: ${cause.message}`, { cause });
}

function parseJson(body: string): PropertyMap {
  try {
    return parsePropertyMap(JSON.parse(body));
  } catch {
    return {};
  }
}
