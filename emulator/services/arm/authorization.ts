import type { RoleAssignment } from "../../state/entities";
import type { Store } from "../../state/store";
import type { Caller } from "../../wire/token-authority";
import { coversAction } from "./action-pattern";
import { createAuthorizationFailed, createConditionUnmet } from "./arm-error";
import { listApplicableScopes } from "./arm-scope";
import { type ConditionFacts, decideCondition } from "./condition";
import { findRoleDefinition } from "./role-catalog";

/** What somebody wants to do, and where. */
export interface AccessQuery extends Omit<ConditionFacts, "action"> {
  principalId: string;
  /** For example `Microsoft.Web/sites/write`. */
  action: string;
  /** Whether it is an action on the resource's data, such as reading a blob. Default: on the resource itself. */
  isDataAction?: boolean;
  scope: string;
}

/** `condition-unmet`: a role has the action, under a condition that is not true, or not known to be true, here. */
export type AccessDecision = "allowed" | "denied" | "condition-unmet";

/**
 * Decides access as Azure Resource Manager does: the role assignments of the principal at the scope and all scopes above it,
 * each role's actions without its notActions, any one of them is enough. Role assignments count from when Azure Resource
 * Manager sees them, which may be minutes after they are made.
 *
 * Documented at https://learn.microsoft.com/azure/role-based-access-control/overview#how-azure-rbac-determines-if-a-user-has-access-to-a-resource
 */
export function decideAccess(store: Store, query: AccessQuery): AccessDecision {
  const scopes = new Set(listApplicableScopes(store, query.scope));
  const principalId = query.principalId.toLowerCase();
  const granting = store.roleAssignments
    .seenBy("arm", (row) => row.principalId.toLowerCase() === principalId && scopes.has(row.scope.toLowerCase()))
    .filter((assignment) => hasAction(store, assignment, query));
  if (granting.some((assignment) => isConditionMet(assignment, query))) return "allowed";
  return granting.length > 0 ? "condition-unmet" : "denied";
}

/** @throws WireError 403 unless the caller may do this. */
export function checkAccess(store: Store, caller: Caller, query: Omit<AccessQuery, "principalId">): void {
  const decision = decideAccess(store, { ...query, principalId: caller.principalId });
  if (decision === "denied") throw createAuthorizationFailed(caller, query);
  if (decision === "condition-unmet") throw createConditionUnmet(caller, query);
}

function hasAction(store: Store, { roleDefinitionId }: RoleAssignment, query: AccessQuery): boolean {
  const permissions = findRoleDefinition(store, roleDefinitionId)?.permissions ?? [];
  return permissions.some(({ actions, notActions, dataActions, notDataActions }) => {
    const [granted, excepted] = query.isDataAction === true ? [dataActions, notDataActions] : [actions, notActions];
    const covers = (pattern: string): boolean => coversAction(pattern, query.action);
    return granted.some(covers) && !excepted.some(covers);
  });
}

function isConditionMet({ condition }: RoleAssignment, query: AccessQuery): boolean {
  return condition === undefined || decideCondition(condition, query) === true;
}
