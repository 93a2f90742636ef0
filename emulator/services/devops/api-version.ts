import { WireError } from "../../wire/wire-error";

/** The newest API version that the emulated service knows. */
export const newestVersion = { major: 7, minor: 2 };

/** What a route accepts: the newest preview number, and whether the version may stand without `-preview`. */
export interface AcceptedVersion {
  version: number;
  released: boolean;
}

interface ApiVersion {
  text: string;
  number: number;
  preview: boolean;
  previewNumber: number | undefined;
}

/**
 * Checks the API version of a request, which stands in its Accept header or in its query. Reading without one is allowed.
 *
 * Documented at https://learn.microsoft.com/azure/devops/integrate/concepts/rest-api-versioning; the refusals are observed.
 */
export function checkApiVersion(request: Request, accepted: AcceptedVersion): void {
  const text = readApiVersion(request);
  if (text === undefined) {
    if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return;
    throw new WireError(
      400,
      "VssVersionNotSpecifiedException",
      `No api-version was supplied for the "${request.method}" request. The version must be supplied either as part of ` +
        'the Accept header (e.g. "application/json; api-version=1.0") or as a query parameter (e.g. "?api-version=1.0").',
    );
  }
  const version = parseApiVersion(text);
  if (version.number > versionNumber(newestVersion) || (version.previewNumber ?? 0) > accepted.version) {
    throw new WireError(
      400,
      "VssVersionOutOfRangeException",
      `The requested REST API version of ${text} is out of range for this server. The latest REST API version this ` +
        `server supports is ${newestVersion.major}.${newestVersion.minor}.`,
    );
  }
  if (!accepted.released && !version.preview) {
    throw new WireError(
      400,
      "VssInvalidPreviewVersionException",
      `The requested version "${text}" of the resource is under preview. The -preview flag must be supplied in the ` +
        `api-version for such requests. For example: "${text}-preview"`,
    );
  }
}

function readApiVersion(request: Request): string | undefined {
  const query = [...new URL(request.url).searchParams].find(([key]) => key.toLowerCase() === "api-version")?.[1];
  if (query !== undefined && query !== "") return query;
  return /;\s*api-version=([^;,\s]+)/i.exec(request.headers.get("accept") ?? "")?.[1];
}

function parseApiVersion(text: string): ApiVersion {
  const parts = /^(\d+)\.(\d+)(-preview(?:\.(\d+))?)?$/i.exec(text);
  if (parts === null) {
    throw new WireError(400, "VssVersionNotSupportedException", `The api-version "${text}" cannot be read.`);
  }
  const [, major, minor, preview, previewNumber] = parts;
  return {
    text,
    number: versionNumber({ major: Number(major), minor: Number(minor) }),
    preview: preview !== undefined,
    previewNumber: previewNumber === undefined ? undefined : Number(previewNumber),
  };
}

function versionNumber({ major, minor }: { major: number; minor: number }): number {
  return major * 100 + minor;
}
