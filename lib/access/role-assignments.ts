import { RoleAssignment } from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { checkAll } from "../arguments/check-one-of";
import { checkWhenKnown } from "../arguments/check-when-known";
import type { Component } from "../component";
import { assertNoProblems } from "../errors/arguments-error";
import type { Identity } from "../identity/identity";
import type { SharedIdentity } from "../identity/shared-identity";
import { retryHooks } from "../retry/retry-hooks";
import { normalizeScope } from "./assignable-scope";
import { checkIdentityOutside } from "./check-identity-apart";
import { roleAssignmentChecks } from "./check-role-assignments";
import { checkPresetScope } from "./check-role-preset";
import { resolvePreset, type ResolvedRoleAssignment } from "./resolve-preset";
import type { RoleAssignmentArgs } from "./role-assignment-args";
import { formatRoleAssignmentKey } from "./role-assignment-key";
import { formatRoleAssignmentName } from "./role-assignment-name";
import { RolePreset } from "./role-preset";
import { findRoleGuid, formatRoleDefinitionId } from "./role-definition";
import { noteRoles } from "./shared-role-assignments";

/** Who gets which roles. */
export interface RoleAssignmentsArgs {
  readonly identity: Identity;
  readonly assignments: readonly RoleAssignmentArgs[] | undefined;
  /** What other connections have put on the identity, when it may be shared. */
  readonly shared: SharedIdentity | undefined;
}

/** Assigns roles to the identity. They need only its principal, so that they are made beside the service connection. */
export function createRoleAssignments(
  component: Component,
  { identity, assignments = [], shared }: RoleAssignmentsArgs,
): readonly RoleAssignment[] {
  if (shared !== undefined) {
    noteRoles(shared, component.title, assignments);
  }
  return assignments.map(resolvePreset).map((args, index) => {
    const path = `roleAssignments[${index}]`;
    const { preset } = args;
    const scope = checkWhenKnown(args.scope, {
      component: component.title,
      path: `${path}.scope`,
      check: checkAll(roleAssignmentChecks.scope, ...(preset === undefined ? [] : [checkPresetScope(preset)])),
    }).apply(normalizeScope);
    const roleGuid = checkWhenKnown(args.role, {
      component: component.title,
      path: `${path}.role`,
      check: roleAssignmentChecks.role,
    }).apply((role) => findRoleGuid(role) ?? role);
    return createRoleAssignment(component, { path, args, identity, scope, roleGuid });
  });
}

interface RoleAtScope {
  readonly path: string;
  readonly args: ResolvedRoleAssignment;
  readonly identity: Identity;
  readonly scope: pulumi.Output<string>;
  readonly roleGuid: pulumi.Output<string>;
}

function createRoleAssignment(component: Component, assignment: RoleAtScope): RoleAssignment {
  const { args, identity, scope, roleGuid } = assignment;
  return new RoleAssignment(
    `${component.name}-role-${formatRoleAssignmentKey(args) ?? ""}`,
    {
      scope,
      principalId: identity.principalId,
      // Without it Azure looks the principal up, and a new one is often not visible yet.
      principalType: "ServicePrincipal",
      roleDefinitionId: pulumi.all([roleGuid, scope]).apply(([guid, at]) => formatRoleDefinitionId(guid, at)),
      roleAssignmentName: createName(component.title, assignment),
      condition: args.condition,
      conditionVersion: args.conditionVersion ?? (args.condition === undefined ? undefined : "2.0"),
      description: args.description,
    },
    {
      parent: component.resource,
      // Azure refuses to change the role of an assignment (RoleAssignmentUpdateNotPermitted).
      replaceOnChanges: ["roleDefinitionId"],
      // A scope that is only spelled differently keeps the name, which must be free before it is taken again.
      deleteBeforeReplace: true,
      ...retryHooks("role-assignment"),
    },
  );
}

/** The name in Azure, once it is known that the identity is not where it may deploy to. */
function createName(component: string, { path, args, identity, scope, roleGuid }: RoleAtScope): pulumi.Output<string> {
  const { principalId, managedIdentityId } = identity;
  return pulumi.all([scope, principalId, roleGuid, managedIdentityId]).apply(([at, principal, guid, identityId]) => {
    if (args.preset === RolePreset.DeployToResourceGroup && identityId !== undefined) {
      assertNoProblems(component, checkIdentityOutside(`${path}.scope`, at, identityId));
    }
    return formatRoleAssignmentName({ scope: at, principalId: principal, roleGuid: guid });
  });
}
