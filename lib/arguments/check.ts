import * as pulumi from "@pulumi/pulumi";
import type { Problem } from "../errors/problem";

/** Looks at a value and says everything that is wrong with it; an empty list is a clean bill. */
export type Check = (path: string, value: unknown) => readonly Problem[];

/** Whether a value is only known later: an output of a resource, or a promise. */
export function isLater(value: unknown): boolean {
  return pulumi.Output.isInstance(value) || value instanceof Promise;
}

/** How a value reads in a sentence that begins with "This is". */
export function describeValue(value: unknown): string {
  if (value === null) {
    return "null";
  }
  if (isLater(value)) {
    return "an output";
  }
  if (Array.isArray(value)) {
    return "a list";
  }
  switch (typeof value) {
    case "object":
      return "an object";
    case "string":
      return "a text";
    case "undefined":
      return "undefined";
    default:
      return `a ${typeof value}`;
  }
}

/** The path of a property, as one writes it in a program. */
export function joinPath(path: string, key: string): string {
  const step = /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  return path === "" ? step.replace(/^\./, "") : path + step;
}
