export const wireErrorStatuses = [
  400, 401, 403, 404, 405, 408, 409, 412, 415, 421, 422, 424, 429, 500, 501, 502, 503, 504,
] as const;

export type WireErrorStatus = (typeof wireErrorStatuses)[number];

export interface WireErrorDetails {
  headers?: Record<string, string>;
  /** A second, narrower code, where the vendor has one. */
  innerCode?: string;
  /** Azure DevOps: the exception class that the answer names; the code when it is not a TF or VS number. */
  typeKey?: string;
  /** Azure DevOps: the assembly that the exception class belongs to. Default: Microsoft.VisualStudio.Services.WebApi. */
  assembly?: string;
  /** The whole body, for the answers that break their vendor's own form. */
  body?: Record<string, unknown>;
}

/** An answer that is an error on the wire. Each service formats it in its vendor's shape. */
export class WireError extends Error {
  constructor(
    readonly status: WireErrorStatus,
    /** The vendor's error code, for example AuthorizationFailed, TF200016 or AADSTS700213. */
    readonly code: string,
    message: string,
    readonly details: WireErrorDetails = {},
  ) {
    super(message);
    this.name = "WireError";
  }
}
