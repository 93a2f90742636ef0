import type { ServiceName } from "./service";
import type { WireError } from "./wire-error";

/** What an error answer repeats of its request, and the ids and time that it carries. */
export interface ErrorSetting {
  requestId: string;
  correlationId: string;
  /** Milliseconds since 1970-01-01 UTC. */
  now: number;
}

type Body = Record<string, unknown>;

const formatters: Record<ServiceName, (error: WireError, setting: ErrorSetting) => Body> = {
  devops: formatDevOpsError,
  graph: formatGraphError,
  arm: formatArmError,
  login: formatLoginError,
  github: formatGitHubError,
};

/** Writes an error as its vendor does. */
export function formatError(service: ServiceName, error: WireError, setting: ErrorSetting): Response {
  const body = error.details.body ?? formatters[service](error, setting);
  const headers = { "content-type": "application/json; charset=utf-8", ...error.details.headers };
  return new Response(JSON.stringify(body), { status: error.status, headers });
}

function formatDevOpsError(error: WireError): Body {
  const numbered = /^(?:TF|VS)\d+$/.test(error.code);
  const typeKey = error.details.typeKey ?? (numbered ? "VssServiceException" : error.code);
  const message = numbered && !error.message.startsWith(error.code) ? `${error.code}: ${error.message}` : error.message;
  const { assembly = "Microsoft.VisualStudio.Services.WebApi" } = error.details;
  return {
    $id: "1",
    innerException: null,
    message,
    typeName: `${assembly}.${typeKey}, ${assembly}`,
    typeKey,
    errorCode: 0,
    eventId: 3000,
  };
}

function formatGraphError(error: WireError, { requestId, correlationId, now }: ErrorSetting): Body {
  const date = new Date(now).toISOString().slice(0, 19);
  const innerError = {
    ...(error.details.innerCode === undefined ? {} : { code: error.details.innerCode }),
    date,
    "request-id": requestId,
    "client-request-id": correlationId,
  };
  return { error: { code: error.code, message: error.message, innerError } };
}

function formatArmError(error: WireError): Body {
  const { innerCode } = error.details;
  const details = innerCode === undefined ? {} : { details: [{ code: innerCode, message: error.message }] };
  return { error: { code: error.code, message: error.message, ...details } };
}

function formatLoginError(error: WireError, { requestId, correlationId, now }: ErrorSetting): Body {
  const number = /^AADSTS(\d+)$/.exec(error.code)?.[1];
  const timestamp = `${new Date(now).toISOString().slice(0, 19).replace("T", " ")}Z`;
  const trailer = `Trace ID: ${requestId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`;
  return {
    error: error.details.innerCode ?? "invalid_request",
    error_description: `${error.code}: ${error.message} ${trailer}`,
    error_codes: number === undefined ? [] : [Number(number)],
    timestamp,
    trace_id: requestId,
    correlation_id: correlationId,
    ...(number === undefined ? {} : { error_uri: `https://login.microsoftonline.com/error?code=${number}` }),
  };
}

// GitHub has no codes: ours is the page that the answer points to, where it points to one.
function formatGitHubError(error: WireError): Body {
  return {
    message: error.message,
    documentation_url: `https://docs.github.com/rest${error.code.startsWith("/") ? error.code : ""}`,
    status: String(error.status),
  };
}
