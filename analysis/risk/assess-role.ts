import { findBuiltInRole } from "../../facts/roles";
import type { BuiltInRole, RoleTier } from "../../facts/roles-table";
import type { Model } from "../model/model";
import type { Role } from "../model/role-assignment";
import { dangerousActions, dangerousDataActions } from "./dangerous-actions-table";
import { findRights } from "./find-rights";
import { allowsAction, allowsDataAction, coversRights, type Rights } from "./rights";

/** What a role is worth to an attacker. */
export interface RoleRisk {
  /** `unknown` where it cannot be seen what the role allows. */
  readonly tier: RoleTier | "unknown";
  /** The tier where a condition limits which roles it may assign; absent where a condition changes nothing. */
  readonly tierWithCondition?: RoleTier;
  /** It can assign roles, or change what roles allow: it can give itself whatever it has not. */
  readonly assignsRoles: boolean;
  /** It can write federated identity credentials: it can become every managed identity in its scope. */
  readonly writesFederatedCredentials: boolean;
  /** Whether somebody who can assign it can get any other right by it; so can one who assigns what cannot be seen. */
  readonly leadsToMore: boolean;
  /** Why: the rest of a sentence that begins with "It". */
  readonly reason: string;
}

const unseenRole: RoleRisk = {
  tier: "unknown",
  assignsRoles: false,
  writesFederatedCredentials: false,
  leadsToMore: true,
  reason: "allows things that cannot be seen from here",
};

const readsEverything: Rights = { actions: ["*/read"], notActions: [], dataActions: [], notDataActions: [] };

/** Judges a role: one of Azure's by what is known of it, a custom role of the stack by its actions. */
export function assessRole(role: Role, model: Model): RoleRisk {
  const builtIn = findBuiltIn(role);
  if (builtIn !== undefined) {
    const known = builtInRisks.get(builtIn) ?? assessBuiltIn(builtIn, findRights(role, model));
    builtInRisks.set(builtIn, known);
    return known;
  }
  const rights = findRights(role, model);
  return rights === undefined ? unseenRole : assessRights(rights);
}

const builtInRisks = new Map<BuiltInRole, RoleRisk>();

function assessBuiltIn(role: BuiltInRole, rights: Rights | undefined): RoleRisk {
  const { tier, tierWithCondition, leadsToMore = false, reason } = role;
  const limited = tierWithCondition === undefined ? {} : { tierWithCondition };
  return { tier, ...limited, ...findEscalation(rights), leadsToMore, reason };
}

/** Judges what a custom role allows. */
export function assessRights(rights: Rights): RoleRisk {
  const { tier, reason } = findTier(rights);
  const escalation = findEscalation(rights);
  const leadsToMore = tier === "critical" || escalation.assignsRoles || escalation.writesFederatedCredentials;
  return { tier, ...escalation, leadsToMore, reason };
}

function findTier(rights: Rights): Pick<RoleRisk, "tier" | "reason"> {
  const worst =
    dangerousActions.find(({ operation }) => allowsAction(rights, operation)) ??
    dangerousDataActions.find(({ operation }) => allowsDataAction(rights, operation));
  if (rights.actions.some((action) => action.trim() === "*")) {
    const reason = findEscalation(rights).assignsRoles
      ? "can do everything, and can assign roles, also to itself"
      : "can do nearly everything in its scope";
    return { tier: "critical", reason };
  }
  if (worst !== undefined) {
    return worst;
  }
  return coversRights(readsEverything, rights)
    ? { tier: "low", reason: "only reads settings" }
    : { tier: "medium", reason: "changes resources or reaches data" };
}

function findEscalation(rights: Rights | undefined): Pick<RoleRisk, "assignsRoles" | "writesFederatedCredentials"> {
  const mayDo = (operation: string): boolean => rights !== undefined && allowsAction(rights, operation);
  return {
    assignsRoles: [
      "Microsoft.Authorization/roleAssignments/write",
      "Microsoft.Authorization/roleDefinitions/write",
      "Microsoft.Authorization/elevateAccess/action",
    ].some(mayDo),
    writesFederatedCredentials: mayDo(
      "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
    ),
  };
}

function findBuiltIn(role: Role): BuiltInRole | undefined {
  switch (role.kind) {
    case "builtIn":
      return findBuiltInRole(role.id);
    case "named":
      return findBuiltInRole(role.name);
    default:
      return undefined;
  }
}
