/** Why nothing was posted: what the job's set-up lacks, whose right is missing, what is not there, or a service that fails. */
export type PostErrorKind = "configuration" | "fork" | "rights" | "notFound" | "service";

/** Nothing was posted. The message says what is missing and where to give it; it never holds a token. */
export class PostError extends Error {
  public override readonly name = "PostError";

  public constructor(
    public readonly kind: PostErrorKind,
    message: string,
  ) {
    super(message);
  }
}
