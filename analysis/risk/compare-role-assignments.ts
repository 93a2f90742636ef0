import type { Model } from "../model/model";
import type { RoleAssignment } from "../model/role-assignment";
import { compareConditions } from "./compare-conditions";
import { compareRoles } from "./compare-roles";
import { compareScopes } from "./compare-scopes";
import { combineRelations, type Relation } from "./relation";

/** A role assignment in the model that it belongs to. */
export interface PlacedAssignment {
  readonly assignment: RoleAssignment;
  readonly model: Model;
}

/** How the parts of a role assignment compare, and all of it. */
export interface AssignmentRelation {
  readonly role: Relation;
  readonly scope: Relation;
  readonly condition: Relation;
  readonly whole: Relation;
}

/**
 * Compares what two role assignments allow, whoever has them.
 *
 * `whole` is `wider` only where nothing is taken away, and `narrower` only where nothing is new.
 */
export function compareRoleAssignments(before: PlacedAssignment, after: PlacedAssignment): AssignmentRelation {
  const role = compareRoles(
    { role: before.assignment.role, model: before.model },
    { role: after.assignment.role, model: after.model },
  );
  const [a, b] = [before.assignment.scope, after.assignment.scope];
  const scope = a.state === "known" && b.state === "known" ? compareScopes(a.value, b.value) : "unknown";
  const condition = compareConditions(before.assignment.condition, after.assignment.condition);
  return { role, scope, condition, whole: combineRelations([role, scope, condition]) };
}
