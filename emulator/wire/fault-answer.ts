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
  github: {
    code: "/using-the-rest-api/rate-limits-for-the-rest-api",
    message: "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
  },
};

/** The vendor's error for the status of a fault. */
export function createFaultError(
  service: ServiceName,
  { status, retryAfterSeconds }: { status: WireErrorStatus; retryAfterSeconds?: number },
): WireError {
  const { code, message } = status === 429 ? throttled[service] : describeFailure(service, status);
  const headers = retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) };
  return new WireError(status, code, message, { headers });
}

function describeFailure(service: ServiceName, status: WireErrorStatus): { code: string; message: string } {
  const message = `The emulator was told to answer ${status} here.`;
  if (service === "github") return { code: "", message };
  return { code: status === 503 ? "ServiceUnavailable" : "InternalServerError", message };
}
