import { parseArmError } from "./arm-error";
import type { HttpRequest, HttpResponse, HttpTransport } from "./http-transport";
import { type Pause, readRetryAfter } from "./waiting";

/** How a request is tried again. */
export interface RetryOptions {
  readonly retryDelays: readonly number[];
  readonly pause: Pause;
}

/**
 * Tries a request again where the official provider does: after throttling, after a failure of the service, after a
 * conflict that passes by itself, and after a connection that broke. Every request of this plugin may be repeated.
 *
 * Unlike the official provider it does not wait for a host that cannot be reached at all.
 */
export function createRetryingTransport(transport: HttpTransport, options: RetryOptions): HttpTransport {
  return async (request) => {
    for (const delay of options.retryDelays) {
      const outcome = await trySend(transport, request);
      if (outcome.response !== undefined && !isRetryable(outcome.response)) return outcome.response;
      const wait = outcome.response === undefined ? delay : (readRetryAfter(outcome.response) ?? delay);
      await options.pause(wait, request.signal ?? new AbortController().signal);
    }
    return transport(request);
  };
}

async function trySend(transport: HttpTransport, request: HttpRequest): Promise<{ response?: HttpResponse }> {
  try {
    return { response: await transport(request) };
  } catch (error) {
    if (isBrokenConnection(error)) return {};
    throw error;
  }
}

const retryableStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** Conflicts that pass by themselves. */
const retryableConflicts: ReadonlySet<string> = new Set([
  "AnotherOperationInProgress",
  "ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity",
]);

function isRetryable(response: HttpResponse): boolean {
  if (response.status === 409) return retryableConflicts.has(parseArmError(response).code);
  return retryableStatuses.has(response.status);
}

function isBrokenConnection(error: unknown): boolean {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return code === "ECONNRESET" || code === "EPIPE" || code === "UND_ERR_SOCKET";
}
