import type { RoleAssignment } from "../model/role-assignment";
import { assessRole } from "../risk/assess-role";
import { readCondition } from "../risk/read-condition";
import type { ModelIndex } from "./model-index";

/**
 * What a condition on a right to assign roles amounts to.
 *
 * - `limits`: only roles that lead to nothing more may be assigned.
 * - `allows`: it limits, but lets through a role that leads to more; its GUID.
 */
export type ConditionVerdict =
  | { readonly kind: "none" }
  | { readonly kind: "limits" }
  | { readonly kind: "allows"; readonly role: string }
  | { readonly kind: "unread" }
  | { readonly kind: "unseen" };

/** Judges the condition on a right to assign roles. */
export function judgeCondition({ condition }: RoleAssignment, model: ModelIndex): ConditionVerdict {
  const effect = readCondition(condition);
  if (effect.kind !== "limitsAssignableRoles") {
    return { kind: effect.kind };
  }
  const role = effect.roles.find((id) => assessRole({ kind: "builtIn", id }, model.model).leadsToMore);
  return role === undefined ? { kind: "limits" } : { kind: "allows", role };
}
