import * as pulumi from "@pulumi/pulumi";
import { findClosestNames } from "../../facts/closest-names";
import { createProblem, type Problem } from "../errors/problem";
import { type Check, describeValue, isLater, joinPath } from "./check";

/** One check for each argument: an argument without a check does not compile. */
export type Shape<Args> = { readonly [Name in keyof Required<Args>]: Check };

const secretNames =
  /secret|password|passphrase|certificate|private_?key|(?:spn|serviceprincipal|access)_?key|pat$|token$/i;

/** Checks an object of arguments: what it is, each argument in turn, and that no other name stands there. */
export function checkObject<Args>(shape: Shape<Args>): Check {
  const checks = new Map<string, Check>(Object.entries(shape));
  return (path, value) => {
    const properties = readProperties(value);
    if (properties === undefined) {
      const where = path === "" ? "args" : path;
      return [createProblem(where, "type-wrong", { expected: "an object", actual: describeValue(value) })];
    }
    // A resource (a shared identity, for one) has more outputs than the arguments that are read from it.
    const unknown = pulumi.Resource.isInstance(value) ? [] : [...properties.keys()].filter((name) => !checks.has(name));
    return [
      ...[...checks].flatMap(([name, check]) => check(joinPath(path, name), properties.get(name))),
      ...unknown.map((name) => createUnknownProblem(path, name, [...checks.keys()])),
    ];
  };
}

/** The properties of an object that have a value; `undefined` when the value is no object. */
export function readProperties(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value) || isLater(value)) {
    return undefined;
  }
  return new Map(Object.entries(value).filter(([, property]) => property !== undefined));
}

function createUnknownProblem(path: string, name: string, known: readonly string[]): Problem {
  return secretNames.test(name)
    ? createProblem(joinPath(path, name), "secret-argument", { name })
    : createProblem(joinPath(path, name), "argument-unknown", {
        name,
        suggestions: findClosestNames(name, known),
        known,
      });
}
