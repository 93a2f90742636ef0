import type { Declared } from "./declared";
import type { Reference } from "./reference";
import type { Value } from "./value";

/** From where: a federated identity credential. A token with exactly this issuer, subject and audience gets in as the identity. */
export interface Trust extends Declared {
  readonly class: "trust";
  readonly identity: Reference;
  readonly issuer: Value;
  readonly subject: Value;
  readonly audience: Value;
  /** The expression of a flexible credential, in place of a subject. */
  readonly expression: Value;
}
