import type * as pulumi from "@pulumi/pulumi";
import { formatAssignableRolesCondition } from "./assignable-roles-condition";
import type { RoleAssignmentArgs } from "./role-assignment-args";
import { findRoleGuid } from "./role-definition";
import { rolePresets } from "./role-presets-table";

/** A role assignment whose preset, if it has one, is spelled out. */
export interface ResolvedRoleAssignment extends Omit<RoleAssignmentArgs, "role" | "assignableRoles"> {
  readonly role: pulumi.Input<string>;
}

/** Spells out the preset of a role assignment: its role, its condition, and what it is for. Exactly one of the two is given. */
export function resolvePreset({ role = "", assignableRoles, ...args }: RoleAssignmentArgs): ResolvedRoleAssignment {
  if (args.preset === undefined) {
    return { ...args, role };
  }
  const preset = rolePresets[args.preset];
  const condition = assignableRoles && formatAssignableRolesCondition(assignableRoles.map(readRoleGuid));
  return {
    description: preset.summary,
    ...args,
    role: preset.role,
    ...(condition === undefined ? {} : { condition }),
  };
}

function readRoleGuid(role: string): string {
  return findRoleGuid(role) ?? role;
}
