import type { RoleTier } from "../../facts/roles-table";
import { compareLevels, levels, type Level } from "../level";
import type { Model } from "../model/model";
import type { RoleAssignment } from "../model/role-assignment";
import type { Phrase } from "../phrase";
import { assessRole, type RoleRisk } from "./assess-role";
import { assessScope, type Breadth } from "./assess-scope";
import type { Escalation } from "./escalation";
import { explainAssignment } from "./explain-assignment";
import { findIdentitiesInScope } from "./identities-in-scope";
import { findIdentityUsers } from "./identity-users";
import { readCondition, type ConditionEffect } from "./read-condition";

/** What a role assignment is worth to an attacker. */
export interface AssignmentRisk {
  readonly level: Level;
  /** `unknown` where it cannot be seen what the role allows. */
  readonly tier: RoleTier | "unknown";
  readonly breadth: Breadth;
  /** Sorted. */
  readonly escalations: readonly Escalation[];
  /** True where role, scope or principal cannot be seen. */
  readonly cannotBeReviewed: boolean;
  /** Why, as whole sentences; the first is the most important. */
  readonly reasons: readonly Phrase[];
}

/** Tier by breadth: resource, resource group, subscription, management group and tenant, unknown. */
const levelTable: Readonly<Record<RoleTier | "unknown", readonly [Level, Level, Level, Level, Level]>> = {
  low: ["medium", "medium", "high", "critical", "medium"],
  medium: ["medium", "medium", "high", "critical", "medium"],
  secrets: ["medium", "high", "high", "critical", "high"],
  high: ["high", "high", "critical", "critical", "high"],
  critical: ["high", "high", "critical", "critical", "high"],
  unknown: ["medium", "medium", "high", "critical", "medium"],
};
const columns: Readonly<Record<Breadth, 0 | 1 | 2 | 3 | 4>> = {
  resource: 0,
  resourceGroup: 1,
  subscription: 2,
  managementGroup: 3,
  tenant: 3,
  unknown: 4,
};

/** Judges a role assignment by its role, its scope, its condition, and who can use it. */
export function assessRoleAssignment(assignment: RoleAssignment, model: Model): AssignmentRisk {
  const role = assessRole(assignment.role, model);
  const condition = readCondition(assignment.condition);
  const limited = limitsToHarmless(condition, model) && role.tierWithCondition !== undefined;
  const tier = limited ? (role.tierWithCondition ?? role.tier) : role.tier;
  const breadth = assessScope(assignment.scope);
  const escalations = findEscalations(assignment, { role, limited, model });
  const users = findIdentityUsers(assignment.principal, model);
  const cannotBeReviewed = tier === "unknown" || breadth === "unknown" || isUnseen(assignment);
  const base =
    escalations.includes("assignsRoles") && tier === "critical" ? "critical" : levelTable[tier][columns[breadth]];
  const level = users.allPipelines ? raiseLevel(base) : base;
  return {
    level: cannotBeReviewed && compareLevels(level, "medium") < 0 ? "medium" : level,
    tier,
    breadth,
    escalations,
    cannotBeReviewed,
    reasons: explainAssignment(assignment, { role, condition, limited, breadth, escalations, users }),
  };
}

/** One level up: what any pipeline can use deserves more attention. */
function raiseLevel(level: Level): Level {
  return levels[levels.indexOf(level) + 1] ?? level;
}

/** A condition lowers a role only where it is understood, and where the roles that it lets through cannot give more themselves. */
function limitsToHarmless(condition: ConditionEffect, model: Model): boolean {
  return (
    condition.kind === "limitsAssignableRoles" &&
    condition.roles.every((id) => !assessRole({ kind: "builtIn", id }, model).leadsToMore)
  );
}

function findEscalations(
  assignment: RoleAssignment,
  { role, limited, model }: { readonly role: RoleRisk; readonly limited: boolean; readonly model: Model },
): readonly Escalation[] {
  const found: Escalation[] = role.assignsRoles && !limited ? ["assignsRoles"] : [];
  if (role.writesFederatedCredentials) {
    const holder = assignment.principal;
    const reached = findIdentitiesInScope(assignment.scope, model);
    if (holder.to === "declared" && reached.some(({ urn }) => urn === holder.urn)) {
      found.push("writesOwnCredentials");
    }
    if (reached.some(({ urn }) => holder.to !== "declared" || urn !== holder.urn) || isMadeForIt(role)) {
      found.push("writesCredentials");
    }
  }
  return found.sort();
}

/** Roles that are about everything write credentials too, but where nothing is to be written to they need no mention. */
function isMadeForIt({ tier }: RoleRisk): boolean {
  return tier !== "critical";
}

function isUnseen({ principal, role }: RoleAssignment): boolean {
  return (
    principal.to === "unknown" ||
    principal.to === "secret" ||
    principal.to === "unreadable" ||
    role.kind === "unknown" ||
    role.kind === "unreadable"
  );
}
