import type { Declared } from "./declared";
import type { Reference } from "./reference";
import type { Value } from "./value";

/** Who may change what protects a connection: a role or permission of a person or group on it (or on all of a project). */
export interface ConnectionRole extends Declared {
  readonly class: "connectionRole";
  /** Absent where it holds for every connection of the project. */
  readonly connection: Reference;
  readonly project: Value;
  /** ID or descriptor of the person or group. */
  readonly principal: Value;
  /** Role names such as `Administrator`, or permissions that are allowed; sorted. */
  readonly roles: Value<readonly string[]>;
}
