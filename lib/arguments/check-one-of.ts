import { createProblem } from "../errors/problem";
import { type Check, joinPath } from "./check";
import { readProperties } from "./check-object";

/**
 * Checks that exactly one of some arguments is given.
 *
 * One-of is an object with optional keys and not a union, because other languages of Pulumi know no unions.
 */
export function checkOneOf(first: string, ...others: readonly string[]): Check {
  const choices = [first, ...others];
  const checkOthers = checkAtMostOneOf(...choices);
  return (path, value) =>
    listGiven(choices, value)?.length === 0
      ? [createProblem(joinPath(path, first), "exactly-one-of", { given: [], choices })]
      : checkOthers(path, value);
}

/** Like {@link checkOneOf}, for arguments of which none need be given. */
export function checkAtMostOneOf(...choices: readonly string[]): Check {
  return (path, value) => {
    const given = listGiven(choices, value) ?? [];
    return given
      .slice(1, 2)
      .map((second) => createProblem(joinPath(path, second), "exactly-one-of", { given, choices }));
  };
}

/** Runs several checks on the same value. */
export function checkAll(...checks: readonly Check[]): Check {
  return (path, value) => checks.flatMap((check) => check(path, value));
}

function listGiven(choices: readonly string[], value: unknown): readonly string[] | undefined {
  const properties = readProperties(value);
  return properties && choices.filter((choice) => properties.has(choice));
}
