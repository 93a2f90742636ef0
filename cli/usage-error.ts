/** Arguments or files that the caller has to change. The message says what was wrong and what to write instead. */
export class UsageError extends Error {
  public override readonly name = "UsageError";
}
