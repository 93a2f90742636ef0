import { isGuid } from "../../facts/guid";
import type { Limit } from "../../facts/limits-table";
import { createProblem, type Problem } from "../errors/problem";
import { type Check, describeValue } from "./check";

/** Checks that a value is a text, be it empty. */
export const checkString: Check = (path, value) =>
  typeof value === "string"
    ? []
    : [createProblem(path, "type-wrong", { expected: "a text", actual: describeValue(value) })];

/** Checks that a value is a text with something in it; more can be asked of it. */
export function checkText(more: (path: string, text: string) => readonly Problem[] = () => []): Check {
  return (path, value) => {
    if (typeof value !== "string") {
      return checkString(path, value);
    }
    return value.trim() === "" ? [createProblem(path, "text-empty", {})] : more(path, value);
  };
}

/** Checks that a text keeps a limit of the vendor. */
export function checkLength(limit: Limit): Check {
  return checkText((path, text) => {
    const length = limit.unit === "bytes" ? Buffer.byteLength(text) : text.length;
    return length > limit.value
      ? [createProblem(path, "text-too-long", { length, maximum: limit.value, unit: limit.unit })]
      : [];
  });
}

/** What a name must be like. */
export interface NameRule {
  /** What bears the name, to end a sentence: "a managed identity". */
  readonly of: string;
  /** The rest of a sentence that begins with "Write". */
  readonly requirement: string;
  readonly isValid: (name: string) => boolean;
}

/** Checks that a text can be the name of something. */
export function checkName({ of, requirement, isValid }: NameRule): Check {
  return checkText((path, value) =>
    isValid(value) ? [] : [createProblem(path, "name-invalid", { value, of, requirement })],
  );
}

/**
 * Checks that a text is a GUID.
 *
 * @param what the GUID, as a user knows it: "the ID of the subscription".
 */
export function checkGuid(what: string): Check {
  return checkText((path, value) => (isGuid(value) ? [] : [createProblem(path, "not-a-guid", { value, what })]));
}

const directoryPath = /^\/(?:servicePrincipals|applications)\/([^/]+)$/i;

/** Checks the object ID of a directory object. The path that @pulumi/azuread gives as `id` is the usual mistake here. */
export function checkObjectId(what: string, property = "objectId"): Check {
  const check = checkGuid(what);
  return checkText((path, value) => {
    const [, id] = directoryPath.exec(value) ?? [];
    return id === undefined ? check(path, value) : [createProblem(path, "path-instead-of-id", { value, id, property })];
  });
}
