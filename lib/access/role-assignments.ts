import { RoleAssignment } from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { checkWhenKnown } from "../arguments/check-when-known";
import type { Component } from "../component";
import type { SharedIdentity } from "../identity/shared-identity";
import { retryHooks } from "../retry/retry-hooks";
import { normalizeScope } from "./assignable-scope";
import { roleAssignmentChecks } from "./check-role-assignments";
import type { RoleAssignmentArgs } from "./role-assignment-args";
import { formatRoleAssignmentKey } from "./role-assignment-key";
import { formatRoleAssignmentName } from "./role-assignment-name";
import { findRoleGuid, formatRoleDefinitionId } from "./role-definition";
import { noteRoles } from "./shared-role-assignments";

/** Who gets which roles. */
export interface RoleAssignmentsArgs {
  readonly principalId: pulumi.Output<string>;
  readonly assignments: readonly RoleAssignmentArgs[] | undefined;
  /** What other connections have put on the identity, when it may be shared. */
  readonly shared: SharedIdentity | undefined;
}

/** Assigns roles to the identity. They need only its principal, so that they are made beside the service connection. */
export function createRoleAssignments(
  component: Component,
  { principalId, assignments = [], shared }: RoleAssignmentsArgs,
): readonly RoleAssignment[] {
  if (shared !== undefined) {
    noteRoles(shared, component.title, assignments);
  }
  return assignments.map((args, index) => {
    const path = `roleAssignments[${index}]`;
    const scope = checkWhenKnown(args.scope, {
      component: component.title,
      path: `${path}.scope`,
      check: roleAssignmentChecks.scope,
    }).apply(normalizeScope);
    const roleGuid = checkWhenKnown(args.role, {
      component: component.title,
      path: `${path}.role`,
      check: roleAssignmentChecks.role,
    }).apply((role) => findRoleGuid(role) ?? role);
    return createRoleAssignment(component, { args, principalId, scope, roleGuid });
  });
}

interface RoleAtScope {
  readonly args: RoleAssignmentArgs;
  readonly principalId: pulumi.Output<string>;
  readonly scope: pulumi.Output<string>;
  readonly roleGuid: pulumi.Output<string>;
}

function createRoleAssignment(
  { name, resource: parent }: Component,
  { args, principalId, scope, roleGuid }: RoleAtScope,
): RoleAssignment {
  return new RoleAssignment(
    `${name}-role-${formatRoleAssignmentKey(args) ?? ""}`,
    {
      scope,
      principalId,
      // Without it Azure looks the principal up, and a new one is often not visible yet.
      principalType: "ServicePrincipal",
      roleDefinitionId: pulumi.all([roleGuid, scope]).apply(([guid, at]) => formatRoleDefinitionId(guid, at)),
      roleAssignmentName: pulumi
        .all([scope, principalId, roleGuid])
        .apply(([at, principal, guid]) =>
          formatRoleAssignmentName({ scope: at, principalId: principal, roleGuid: guid }),
        ),
      condition: args.condition,
      conditionVersion: args.conditionVersion ?? (args.condition === undefined ? undefined : "2.0"),
      description: args.description,
    },
    {
      parent,
      // Azure refuses to change the role of an assignment (RoleAssignmentUpdateNotPermitted).
      replaceOnChanges: ["roleDefinitionId"],
      // A scope that is only spelled differently keeps the name, which must be free before it is taken again.
      deleteBeforeReplace: true,
      ...retryHooks("role-assignment"),
    },
  );
}
