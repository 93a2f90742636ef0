import type { Declared } from "./declared";
import type { Reference } from "./reference";

/** A password or certificate of an identity: a way in that federation was meant to end. */
export interface StoredSecret extends Declared {
  readonly class: "storedSecret";
  readonly kind: "password" | "certificate";
  readonly identity: Reference;
}
