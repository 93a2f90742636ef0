import { formatScope, parseScope } from "../../facts/scopes";

// Tenant-wide services (/providers/Microsoft.Capacity), and resources that extend another one.
const otherScopePattern =
  /^(?:\/subscriptions\/[0-9a-f-]{36}(?:\/resourceGroups\/[^/]+)?)?(?:\/providers\/[^/\s]+(?:\/[^/]+\/[^/]+)*)+$/i;

/** Whether a role can be assigned at a scope, as far as its text tells. */
export function isAssignableScope(scope: string): boolean {
  return parseScope(scope).kind !== "other" || otherScopePattern.test(scope);
}

/**
 * Writes the fixed segments of a scope in their documented letter case, which Azure itself mixes, so that
 * `/resourcegroups/` in one answer and `/resourceGroups/` in the next is no change.
 */
export function normalizeScope(scope: string): string {
  return formatScope(parseScope(scope));
}
