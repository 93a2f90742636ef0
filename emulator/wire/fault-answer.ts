import type { Fault } from "./faults";
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

/** The vendor's error for a fault's status. */
export function createFaultError(service: ServiceName, fault: Fault & { status: number }): WireError {
  const { code, message } =
    fault.status === 429
      ? throttled[service]
      : { code: fault.status === 503 ? "ServiceUnavailable" : "InternalServerError", message: "An error occurred." };
  const headers: Record<string, string> =
    fault.retryAfterSeconds === undefined ? {} : { "retry-after": String(fault.retryAfterSeconds) };
  return new WireError(fault.status as WireErrorStatus, code, message, { headers });
}
