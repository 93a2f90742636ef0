import { findClosestNames } from "../../facts/closest-names";
import { createProblem } from "../errors/problem";
import { type Check, describeValue } from "./check";
import { checkText } from "./check-text";

/** Checks that a value is `true` or `false`. */
export const checkFlag: Check = (path, value) =>
  typeof value === "boolean"
    ? []
    : [createProblem(path, "type-wrong", { expected: "true or false", actual: describeValue(value) })];

/** What a whole number must be like. */
export interface NumberRule {
  readonly minimum: number;
  /** Default: as many as there are. */
  readonly maximum?: number;
  /** What the number counts, in the plural. */
  readonly unit: string;
}

/** Checks that a value is a whole number within its bounds. */
export function checkWholeNumber({ minimum, maximum, unit }: NumberRule): Check {
  return (path, value) => {
    if (typeof value !== "number") {
      return [createProblem(path, "type-wrong", { expected: "a number", actual: describeValue(value) })];
    }
    return Number.isInteger(value) && value >= minimum && value <= (maximum ?? Infinity)
      ? []
      : [createProblem(path, "number-out-of-range", { value, minimum, maximum, unit })];
  };
}

/** Values of which one is to be written. */
export interface Choice {
  /** What each of them is, to end a sentence: "a day of the week". */
  readonly of: string;
  readonly known: readonly string[];
  /** What to write where nothing is close: the rest of a sentence that begins with "Write". */
  readonly requirement: string;
}

/** Checks that a text is one of some values. */
export function checkChoice({ of, known, requirement }: Choice): Check {
  return checkText((path, value) =>
    known.includes(value)
      ? []
      : [createProblem(path, "value-unknown", { value, of, suggestions: findClosestNames(value, known), requirement })],
  );
}
