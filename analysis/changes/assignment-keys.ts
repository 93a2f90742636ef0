import { findBuiltInRole } from "../../facts/roles";
import type { Role, RoleAssignment } from "../model/role-assignment";
import { trimScope } from "../risk/assess-scope";
import { readCondition } from "../risk/read-condition";
import type { ChangeContext } from "./change-context";
import type { Placed } from "./class-rules";
import { joinKeys } from "./join-keys";
import type { Lineage } from "./lineage";
import type { Side } from "./side";

/** Principal, role, scope and condition of a role assignment as one key; undefined where a part of it cannot be seen. */
export function formatAssignmentMeaning(
  placed: Placed<RoleAssignment>,
  { lineage }: ChangeContext,
): string | undefined {
  const { entity, side } = placed;
  return readCondition(entity.condition).kind === "unseen"
    ? undefined
    : joinKeys([
        lineage.formatReferenceKey(side, entity.principal),
        formatRoleKey(entity.role, side, lineage),
        formatScopeKey(entity),
        formatCondition(entity),
      ]);
}

/** By what a role assignment may take the place of another one: the same identity with another role, then in another place. */
export function formatSuccessorKeys(
  { entity, side }: Placed<RoleAssignment>,
  { lineage }: ChangeContext,
): readonly (string | undefined)[] {
  const principal = lineage.formatReferenceKey(side, entity.principal);
  return [
    joinKeys([principal, formatScopeKey(entity)]),
    joinKeys([principal, formatRoleKey(entity.role, side, lineage)]),
  ];
}

function formatScopeKey({ scope }: RoleAssignment): string | undefined {
  return scope.state === "known" ? trimScope(scope.value).toLowerCase() : undefined;
}

/** Tells roles apart over both sides; undefined where it cannot be seen which one is meant. */
export function formatRoleKey(role: Role, side: Side, lineage: Lineage): string | undefined {
  switch (role.kind) {
    case "builtIn":
      return role.id.toLowerCase();
    case "named":
      return findBuiltInRole(role.name)?.id ?? `named ${role.name.toLowerCase()}`;
    case "declared":
      return lineage.followUrn(side, role.urn);
    default:
      return undefined;
  }
}

function formatCondition({ condition }: RoleAssignment): string {
  return condition.state === "known" ? condition.value.replaceAll(/\s+/g, "").toLowerCase() : "";
}
