/** Input that is not what it should be. The message says what was wrong and what to give instead. */
export class InputError extends Error {
  public override readonly name = "InputError";
}
