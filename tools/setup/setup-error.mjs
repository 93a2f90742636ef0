/** A reason to stop set-up that the person at the keyboard can act on: shown as it is, without a stack. */
export class SetupError extends Error {
  /** @param {string[]} lines What is wrong, then what to do, one line each. */
  constructor(...lines) {
    super(lines.join("\n"));
    this.name = "SetupError";
  }
}
