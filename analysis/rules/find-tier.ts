import type { Role } from "../model/role-assignment";
import { assessRole, type RoleRisk } from "../risk/assess-role";
import type { ModelIndex } from "./model-index";
import { formatRoleKey } from "./role-rights";

const memory = new WeakMap<ModelIndex, Map<string, RoleRisk["tier"]>>();

/** How much harm a role can do. Many assignments have the same role: it is judged once. */
export function findTier(role: Role, model: ModelIndex): RoleRisk["tier"] {
  const tiers = memory.get(model) ?? new Map<string, RoleRisk["tier"]>();
  memory.set(model, tiers);
  const key = formatRoleKey(role);
  const tier = tiers.get(key) ?? assessRole(role, model.model).tier;
  tiers.set(key, tier);
  return tier;
}
