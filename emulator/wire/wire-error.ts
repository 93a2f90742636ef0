/** An answer that is an error on the wire. Each service formats it in its vendor's shape. */
export class WireError extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 429 | 500 | 501 | 503,
    /** The vendor's error code, for example AuthorizationFailed, TF200016 or AADSTS700213. */
    readonly code: string,
    message: string,
    readonly details: { headers?: Record<string, string>; innerCode?: string } = {},
  ) {
    super(message);
    this.name = "WireError";
  }
}
