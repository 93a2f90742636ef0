import { createProblem } from "../errors/problem";
import { type Check, describeValue, joinPath } from "./check";
import { readProperties } from "./check-object";

/** Checks each member of a list. */
export function checkList(member: Check): Check {
  return (path, value) => {
    if (!Array.isArray(value)) {
      return [createProblem(path, "type-wrong", { expected: "a list", actual: describeValue(value) })];
    }
    const members: readonly unknown[] = value;
    return members.flatMap((one, index) => member(`${path}[${index}]`, one));
  };
}

/** Checks that a list is not too long. @param unit what the list holds, in the plural. */
export function checkCount(maximum: number, unit: string): Check {
  return (path, value) =>
    Array.isArray(value) && value.length > maximum
      ? [createProblem(path, "list-too-long", { count: value.length, maximum, unit })]
      : [];
}

/** Checks the keys and the values of a map. */
export function checkMap(key: Check, member: Check): Check {
  return (path, value) => {
    const properties = readProperties(value);
    if (properties === undefined) {
      return [createProblem(path, "type-wrong", { expected: "an object", actual: describeValue(value) })];
    }
    return [...properties].flatMap(([name, one]) => [
      ...key(joinPath(path, name), name),
      ...member(joinPath(path, name), one),
    ]);
  };
}
