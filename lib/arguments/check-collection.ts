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

/** Checks that a list has something in it. @param what one of its members, to end a sentence that begins with "Write". */
export function checkNotEmpty(what: string): Check {
  return (path, value) =>
    Array.isArray(value) && value.length === 0 ? [createProblem(path, "list-empty", { what })] : [];
}

/**
 * Checks that no two members of a list are the same.
 *
 * @param formatKey writes a member so that two spellings of the same are equal; `undefined` where that cannot be told.
 */
export function checkDistinct(formatKey: (member: unknown) => string | undefined): Check {
  return (path, value) => {
    const members: readonly unknown[] = Array.isArray(value) ? value : [];
    const pathsByKey = new Map<string, string>();
    return members.flatMap((member, index) => {
      const here = `${path}[${index}]`;
      const key = formatKey(member);
      const other = key === undefined ? undefined : pathsByKey.get(key);
      if (key !== undefined && other === undefined) {
        pathsByKey.set(key, here);
      }
      return other === undefined ? [] : [createProblem(here, "listed-twice", { other })];
    });
  };
}
