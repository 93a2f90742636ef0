import type { RoleAssignment } from "../model/role-assignment";
import { compareRoleAssignments } from "../risk/compare-role-assignments";
import { containsScope } from "../risk/compare-scopes";
import type { ChangeContext } from "./change-context";
import type { Side } from "./side";
import { createLookup } from "./lookup";

const byPrincipal = { before: createPrincipalLookup("before"), after: createPrincipalLookup("after") };

/**
 * Finds a role assignment of the other side by which the same identity has all that a role assignment gives: one whose role and
 * scope hold it, and which no condition limits more.
 *
 * @param side the side to look at.
 */
export function findCoveringAssignment(
  assignment: RoleAssignment,
  side: Side,
  context: ChangeContext,
): RoleAssignment | undefined {
  const own: Side = side === "before" ? "after" : "before";
  const principal = context.lineage.formatReferenceKey(own, assignment.principal);
  const { scope } = assignment;
  if (scope.state !== "known") {
    return undefined;
  }
  return byPrincipal[side](context, principal).find((other) => {
    if (other.scope.state !== "known" || !containsScope(other.scope.value, scope.value)) {
      return false;
    }
    const { whole } = compareRoleAssignments(
      { assignment: other, model: context.models[side] },
      { assignment, model: context.models[own] },
    );
    return whole === "same" || whole === "narrower";
  });
}

function createPrincipalLookup(side: Side): ReturnType<typeof createLookup<ChangeContext, RoleAssignment>> {
  return createLookup(
    (context) => context.index[side].list("roleAssignment").filter(({ external }) => !external),
    ({ principal }, { lineage }) => lineage.formatReferenceKey(side, principal),
  );
}
