import { builtInRoles } from "../../facts/roles-table";
import { formatShortHash } from "../naming/short-hash";
import { formatSlug } from "../naming/slug";
import { normalizeScope } from "./assignable-scope";
import type { ResolvedRoleAssignment } from "./resolve-preset";
import { findRoleGuid } from "./role-definition";

/**
 * Makes the key that tells a role assignment from the others of its component. It speaks of role and scope and not of the place
 * in the list, so that taking one out leaves the others untouched.
 *
 * @returns `undefined` when the role is an output and there is no name, or the role is not known.
 */
export function formatRoleAssignmentKey({ name, role, scope }: ResolvedRoleAssignment): string | undefined {
  if (name !== undefined) {
    return name;
  }
  const roleGuid = typeof role === "string" ? findRoleGuid(role) : undefined;
  if (roleGuid === undefined) {
    return undefined;
  }
  const roleLabel = formatSlug(builtInRoles.find(({ id }) => id === roleGuid)?.name ?? roleGuid);
  if (typeof scope !== "string") {
    return roleLabel;
  }
  const [lastSegment = ""] = scope.split("/").slice(-1);
  return [roleLabel, formatSlug(lastSegment), formatShortHash(formatRoleAtScope(roleGuid, scope))]
    .filter((part) => part !== "")
    .join("-");
}

/** Writes a role at a scope where both are plain; `undefined` where one is only known later. */
export function formatPlainRoleAtScope({ role, scope }: ResolvedRoleAssignment): string | undefined {
  const roleGuid = typeof role === "string" ? findRoleGuid(role) : undefined;
  return roleGuid !== undefined && typeof scope === "string" ? formatRoleAtScope(roleGuid, scope) : undefined;
}

/** Writes a role at a scope so that two spellings of the same are equal. */
function formatRoleAtScope(roleGuid: string, scope: string): string {
  return `${roleGuid} at ${normalizeScope(scope).toLowerCase()}`;
}
