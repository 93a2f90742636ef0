import { coversWildcard, wildcardsOverlap } from "./wildcard";

/*
 * Operations as roles list them: `*` stands for any text, slashes included, and letter case does not count.
 * https://learn.microsoft.com/azure/role-based-access-control/role-definitions#actions-format
 */

/** Whether a pattern of operations covers everything that another one covers. */
export function coversActions(wide: string, narrow: string): boolean {
  return coversWildcard(fold(wide), fold(narrow));
}

/** Whether there is any operation that both patterns cover. */
export function actionsOverlap(a: string, b: string): boolean {
  return wildcardsOverlap(fold(a), fold(b));
}

function fold(pattern: string): string {
  return pattern.trim().toLowerCase();
}
