import type { Declared } from "./declared";

/** A resource of a kind that can give access, which this version does not understand: it is named, never passed over. */
export interface Unrecognized extends Declared {
  readonly class: "unrecognized";
}
