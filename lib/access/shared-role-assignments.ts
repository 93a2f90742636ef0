import { type Check, joinPath } from "../arguments/check";
import { readProperties } from "../arguments/check-object";
import { createProblem } from "../errors/problem";
import { readSharedIdentity, type SharedIdentity } from "../identity/shared-identity";
import { isRoleAssignmentArgs } from "./check-role-assignments";
import { resolvePreset } from "./resolve-preset";
import type { RoleAssignmentArgs } from "./role-assignment-args";
import { formatPlainRoleAtScope } from "./role-assignment-key";

/** Checks that no other connection assigned the same role at the same scope to an identity that both share. */
export const checkRolesOfSharedIdentity: Check = (path, value) => {
  const shared = readSharedIdentity(value);
  const assignments: unknown = readProperties(value)?.get("roleAssignments");
  if (shared === undefined || !Array.isArray(assignments)) {
    return [];
  }
  return assignments.flatMap((assignment: unknown, index) => {
    const roleAtScope = isRoleAssignmentArgs(assignment)
      ? formatPlainRoleAtScope(resolvePreset(assignment))
      : undefined;
    const other = roleAtScope === undefined ? undefined : shared.assignedBy.get(roleAtScope);
    return other === undefined
      ? []
      : [createProblem(`${joinPath(path, "roleAssignments")}[${index}]`, "assigned-twice", { other })];
  });
};

/** Notes what a connection assigned to an identity that it shares. */
export function noteRoles(shared: SharedIdentity, component: string, assignments: readonly RoleAssignmentArgs[]): void {
  assignments.forEach((assignment, index) => {
    const roleAtScope = formatPlainRoleAtScope(resolvePreset(assignment));
    if (roleAtScope !== undefined) {
      shared.assignedBy.set(roleAtScope, `roleAssignments[${index}] of ${component}`);
    }
  });
}
