import { createProblem } from "../errors/problem";
import { type Check, isLater } from "./check";

/** An argument that may be left out. */
export function optional(check: Check): Check {
  return (path, value) => (value === undefined ? [] : check(path, value));
}

/** An argument that must be there. @param write what to write, to end a sentence that begins with "Write". */
export function required(write: string, check: Check): Check {
  return (path, value) =>
    value === undefined ? [createProblem(path, "argument-missing", { write })] : check(path, value);
}

/** An argument that may be left out; the value that then takes its place must pass as well. */
export function withDefault(value: string, check: Check): Check {
  return (path, given) => check(path, given === undefined ? value : given);
}

/** A value that may be an output of another resource. It is checked here when it is known, and else when it is used. */
export function input(check: Check): Check {
  return (path, value) => (isLater(value) ? [] : check(path, value));
}

/**
 * A value that decides which resources exist. An output cannot stand there: a preview would not know of what it is one.
 *
 * @param what the value, to end a sentence that begins with "Write".
 */
export function plain(what: string, check: Check): Check {
  return (path, value) => (isLater(value) ? [createProblem(path, "not-plain", { what })] : check(path, value));
}
