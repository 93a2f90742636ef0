import type { ServiceName } from "./service";
import { WireError, type WireErrorStatus } from "./wire-error";

/** What each vendor says when it throttles. */
const throttled: Record<ServiceName, { code: string; message: string }> = {
  devops: {
    code: "TF400733",
    message: "The request has been canceled: Request was blocked due to exceeding usage of resource 'Concurrency'.",
  },
  graph: { code: "TooManyRequests", message: "Too many requests." },
  arm: { code: "TooManyRequests", message: "The request is being throttled as the limit has been reached." },
  login: { code: "AADSTS90055", message: "The tenant is throttled because of too many requests." },
};

/** The vendor's error for the status of a fault. */
export function createFaultError(
  service: ServiceName,
  { status, retryAfterSeconds }: { status: WireErrorStatus; retryAfterSeconds?: number },
): WireError {
  const { code, message } = status === 429 ? throttled[service] : describeFailure(status);
  const headers = retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) };
  return new WireError(status, code, message, { headers });
}

function describeFailure(status: WireErrorStatus): { code: string; message: string } {
  const code = status === 503 ? "ServiceUnavailable" : "InternalServerError";
  return { code, message: `The emulator was told to answer ${status} here.` };
}
