import type { Value } from "../model/value";

/** A value as part of a key: one that is not given too, but none that cannot be seen. */
export function formatVisible(value: Value): string | undefined {
  switch (value.state) {
    case "known":
      return `=${value.value}`;
    case "absent":
      return "";
    default:
      return undefined;
  }
}

/** Joins keys so that different ones never make the same; undefined where one of them is. */
export function joinKeys(parts: readonly (string | undefined)[]): string | undefined {
  let joined = "";
  for (const part of parts) {
    if (part === undefined) {
      return undefined;
    }
    joined += `${part.length}:${part}`;
  }
  return joined;
}
