import { findBuiltInRole } from "../../../facts/roles";
import type { RoleAssignment } from "../../../analysis/model/role-assignment";
import type { Phrase } from "../../../analysis/phrase";
import { readCondition } from "../../../analysis/risk/read-condition";
import { findBuiltIn } from "../../../analysis/rules/role-rights";
import { listFew } from "./value-words";

/** The one role that allows little else than to assign roles, so that a condition on these says all. */
const assigningRole = "Role Based Access Control Administrator";

const principalWords: Readonly<Record<string, string>> = {
  group: "groups",
  serviceprincipal: "service principals",
  user: "users",
};

/**
 * Says which roles somebody may assign, and to whom, where a condition limits that in the documented form: the rest of a sentence
 * that begins with "may". Nothing where there is no such condition, or the role allows more than to assign roles.
 */
export function sayAssignableRoles({
  role,
  condition,
}: Pick<RoleAssignment, "role" | "condition">): Phrase | undefined {
  const effect = readCondition(condition);
  if (effect.kind !== "limitsAssignableRoles" || findBuiltIn(role)?.name !== assigningRole) {
    return undefined;
  }
  const { roles, principalTypes } = effect;
  const receivers = principalTypes?.map((type) => principalWords[type] ?? type).join(" and ");
  return [
    "assign only ",
    ...listFew(roles, (id) => [{ value: findBuiltInRole(id)?.name ?? id, kind: "role" }]),
    receivers === undefined ? ", but to anyone" : `, only to ${receivers}`,
  ];
}
