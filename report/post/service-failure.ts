/** A request that a service refused or did not answer, in the same form for each service. */
export class ServiceFailure extends Error {
  public override readonly name = "ServiceFailure";

  public constructor(
    /** The status of the answer; undefined where none came. */
    public readonly status: number | undefined,
    message: string,
    /** How long the service asks to wait, in milliseconds. */
    public readonly retryAfter?: number,
  ) {
    super(message);
  }

  /** Whether the same request may succeed later: throttled, a conflict, a failing service, or no answer at all. */
  public get passing(): boolean {
    const { status } = this;
    return status === undefined || status === 409 || status === 429 || status >= 500 || this.retryAfter !== undefined;
  }
}

/**
 * Reads a Retry-After header: seconds, or a date (RFC 9110, section 10.2.3).
 *
 * @returns milliseconds from `now`; undefined where the header says nothing that can be read.
 */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
