import type { Value } from "../model/value";

/** A value of which only is known that it is there. */
export type Unseen = Exclude<Value["state"], "known" | "absent">;

/** Finds out whether a value is there but cannot be seen. */
export function findUnseen(value: Value<unknown>): Unseen | undefined {
  return value.state === "known" || value.state === "absent" ? undefined : value.state;
}
