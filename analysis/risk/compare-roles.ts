import type { RoleTier } from "../../facts/roles-table";
import type { Model } from "../model/model";
import type { Role } from "../model/role-assignment";
import { assessRole } from "./assess-role";
import { findRights } from "./find-rights";
import { findRelation, type Relation } from "./relation";
import { coversRights, type Rights } from "./rights";

/** A role in the model that it belongs to. */
export interface PlacedRole {
  readonly role: Role;
  readonly model: Model;
}

const order: readonly RoleTier[] = ["low", "medium", "secrets", "high", "critical"];

/**
 * Compares what two roles allow, by their actions. Where the actions of one are not known, a role of a higher tier gives
 * something new; of one that is not higher nothing can be said.
 *
 * Two custom roles of the same URN count as the same: what changed in the role is a change of the role.
 */
export function compareRoles(before: PlacedRole, after: PlacedRole): Relation {
  if (isSameRole(before.role, after.role)) {
    return "same";
  }
  const [a, b] = [before, after].map(({ role, model }) => findRights(role, model));
  if (a !== undefined && b !== undefined) {
    return compareRights(a, b);
  }
  const [lower, higher] = [before, after].map(({ role, model }) => assessRole(role, model).tier);
  return isHigher(lower, higher) ? "different" : "unknown";
}

const relations = new WeakMap<Rights, WeakMap<Rights, Relation>>();

/** Compares what two roles allow; roles are few, and those who have them many. */
function compareRights(before: Rights, after: Rights): Relation {
  const known = relations.get(before) ?? new WeakMap<Rights, Relation>();
  relations.set(before, known);
  const relation =
    known.get(after) ??
    findRelation({ beforeHasAll: coversRights(before, after), afterHasAll: coversRights(after, before) });
  known.set(after, relation);
  return relation;
}

/** Whether two roles are the same one, as they are written. */
export function isSameRole(a: Role, b: Role): boolean {
  switch (a.kind) {
    case "builtIn":
      return b.kind === "builtIn" && a.id.toLowerCase() === b.id.toLowerCase();
    case "named":
      return b.kind === "named" && a.name.toLowerCase() === b.name.toLowerCase();
    case "declared":
      return b.kind === "declared" && a.urn === b.urn;
    default:
      return false;
  }
}

function isHigher(before: RoleTier | "unknown" | undefined, after: RoleTier | "unknown" | undefined): boolean {
  return (
    before !== undefined &&
    after !== undefined &&
    before !== "unknown" &&
    after !== "unknown" &&
    order.indexOf(after) > order.indexOf(before)
  );
}
