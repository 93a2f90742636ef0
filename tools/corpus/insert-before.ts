import type { Edit } from "./corpus-case";

/** An edit that puts lines of code before one that stands in the program once. */
export function insertBefore(line: string, ...code: readonly string[]): Edit {
  return { find: line, replace: [...code, "", line].join("\n") };
}
