import { isGuid } from "../../../facts/guid";
import { limits } from "../../../facts/limits-table";
import type { RoleAssignment, ServicePrincipal } from "../../state/entities";
import type { Store } from "../../state/store";
import { createUnbuiltError } from "../../wire/unbuilt";
import { WireError } from "../../wire/wire-error";
import { createInvalidRequest } from "./arm-error";
import { isAtOrBelow, isSameScope, readManagementGroup, readSubscriptionId } from "./arm-scope";
import { findRoleDefinition, readRoleGuid } from "./role-catalog";
import { createRoleNotFound } from "./role-definitions";

/** The properties of a role assignment as a request writes them. */
export interface WantedAssignment {
  roleDefinitionId: string;
  principalId: string;
  principalType?: string | null | undefined;
  condition?: string | null | undefined;
  conditionVersion?: string | null | undefined;
  description?: string | null | undefined;
  delegatedManagedIdentityResourceId?: string | null | undefined;
}

/** Checks what can be said of the request alone. */
export function checkWanted(name: string, wanted: WantedAssignment): void {
  if (!isGuid(name)) {
    throw new WireError(
      400,
      "InvalidRoleAssignmentId",
      `The role assignment ID '${name}' is not valid. The role assignment ID must be a GUID.`,
    );
  }
  if (!isGuid(wanted.principalId)) {
    throw new WireError(400, "InvalidPrincipalId", "A valid principal ID must be provided for role assignment.");
  }
  if (wanted.delegatedManagedIdentityResourceId != null) {
    throw createUnbuiltError("a role assignment to a managed identity of another tenant");
  }
  checkLengths(wanted);
  checkCondition(wanted);
}

function checkLengths({ description, condition }: WantedAssignment): void {
  if (Buffer.byteLength(description ?? "") > limits.roleAssignmentDescription.value) {
    throw createInvalidRequest("The description of the role assignment is too long.");
  }
  if (Buffer.byteLength(condition ?? "") > limits.roleAssignmentCondition.value) {
    throw createInvalidRequest("The condition of the role assignment is too long.");
  }
}

// Documented: both fields go together and the version is 2.0. Guessed: the code of the refusal.
function checkCondition({ condition, conditionVersion }: WantedAssignment): void {
  if ((condition == null) !== (conditionVersion == null)) {
    throw createInvalidRequest("The condition and the conditionVersion of a role assignment must be given together.");
  }
  if (condition != null && conditionVersion !== "2.0") {
    throw createInvalidRequest(`The conditionVersion '${conditionVersion ?? ""}' is not supported. Use '2.0'.`);
  }
}

/** Checks that the role exists and may be assigned at the scope. */
export function checkRole(store: Store, scope: string, roleDefinitionId: string): void {
  const definition = findRoleDefinition(store, roleDefinitionId);
  const isAssignable = definition?.assignableScopes.some((assignable) => isAtOrBelow(store, scope, assignable));
  if (isAssignable !== true) throw createRoleNotFound(400, readRoleGuid(roleDefinitionId));
}

/** Whom a role is to be assigned to, and in which tenant. */
export interface PrincipalQuery {
  principalId: string;
  /** As the request declares it; null and undefined where it does not. */
  principalType: string | null | undefined;
  tenantId: string;
}

/**
 * Checks the principal as Azure Resource Manager sees the directory, which may be late.
 *
 * Documented: with a declared type of ServicePrincipal a principal that was made a moment ago can be assigned a role at
 * once. Guessed: that an id which belongs to nobody is refused all the same.
 *
 * @returns the type that the assignment is stored with.
 */
export function checkPrincipal(store: Store, { principalId, principalType, tenantId }: PrincipalQuery): string {
  const isWanted = (row: ServicePrincipal): boolean =>
    row.tenantId === tenantId && row.objectId.toLowerCase() === principalId.toLowerCase();
  const found = principalType === servicePrincipal ? store.servicePrincipals.list(isWanted) : [];
  const seen = store.servicePrincipals.seenBy("arm", isWanted);
  if (found.length === 0 && seen.length === 0) throw createPrincipalNotFound(principalId, tenantId);
  // Every principal of the emulated directory is a service principal; managed identities are too.
  if (principalType != null && principalType !== servicePrincipal) {
    throw new WireError(
      400,
      "UnmatchedPrincipalType",
      `The PrincipalId '${principalId.replaceAll("-", "")}' has type '${servicePrincipal}' , which is different from specified PrinciaplType '${principalType}'.`,
    );
  }
  return servicePrincipal;
}

const servicePrincipal = "ServicePrincipal";

function createPrincipalNotFound(principalId: string, tenantId: string): WireError {
  return new WireError(
    400,
    "PrincipalNotFound",
    `Principal ${principalId.replaceAll("-", "")} does not exist in the directory ${tenantId}. Check that you have the correct principal ID. If you are creating this principal and then immediately assigning a role, this error might be related to a replication delay. In this case, set the role assignment principalType property to a value, such as ServicePrincipal, User, or Group.  See https://aka.ms/docs-principaltype`,
  );
}

/** What makes a role assignment the one it is. */
export type AssignmentIdentity = Pick<RoleAssignment, "scope" | "roleDefinitionId" | "principalId">;

export function isSameAssignment(one: AssignmentIdentity, other: AssignmentIdentity): boolean {
  return (
    isSameScope(one.scope, other.scope) &&
    readRoleGuid(one.roleDefinitionId) === readRoleGuid(other.roleDefinitionId) &&
    one.principalId.toLowerCase() === other.principalId.toLowerCase()
  );
}

/** Refuses to turn an existing assignment into another one. */
export function checkIsUpdate(existing: RoleAssignment, wanted: AssignmentIdentity): void {
  if (isSameAssignment(existing, wanted)) return;
  throw new WireError(
    400,
    "RoleAssignmentUpdateNotPermitted",
    "Tenant ID, application ID, principal ID, and scope are not allowed to be updated.",
  );
}

/** Refuses a second assignment of the same role to the same principal at the same scope under the same condition. */
export function checkIsNew(store: Store, wanted: AssignmentIdentity & Pick<WantedAssignment, "condition">): void {
  const [twin] = store.roleAssignments.list(
    (row) => isSameAssignment(row, wanted) && (row.condition ?? "") === (wanted.condition ?? ""),
  );
  if (twin !== undefined) {
    throw new WireError(
      409,
      "RoleAssignmentExists",
      `The role assignment already exists. The ID of the existing role assignment is ${twin.name.replaceAll("-", "")}.`,
    );
  }
  checkLimit(store, wanted.scope);
}

function checkLimit(store: Store, scope: string): void {
  const subscriptionId = readSubscriptionId(scope)?.toLowerCase();
  const managementGroup = readManagementGroup(scope)?.toLowerCase();
  const limit =
    subscriptionId === undefined ? limits.roleAssignmentsPerManagementGroup : limits.roleAssignmentsPerSubscription;
  const counted = store.roleAssignments.list((row) =>
    subscriptionId === undefined
      ? readManagementGroup(row.scope)?.toLowerCase() === managementGroup
      : readSubscriptionId(row.scope)?.toLowerCase() === subscriptionId,
  );
  if (counted.length >= limit.value) {
    throw new WireError(400, "RoleAssignmentLimitExceeded", "The role assignment limit for this scope is exceeded.");
  }
}
