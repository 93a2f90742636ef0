import type { Context } from "hono";
import { WireError } from "./wire-error";

/** A handler for an operation that the vendor has and the emulator has not: 501 that names it, never a fake success. */
export function unbuilt(operation: string): (context: Context) => never {
  return (): never => {
    throw createUnbuiltError(operation);
  };
}

/** The error of {@link unbuilt}, for a place that is not a whole route. */
export function createUnbuiltError(operation: string): WireError {
  return new WireError(501, "NotImplemented", `The emulator does not build this: ${operation}.`);
}
