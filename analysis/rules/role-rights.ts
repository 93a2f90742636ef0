import { findBuiltInRole } from "../../facts/roles";
import type { BuiltInRole } from "../../facts/roles-table";
import type { CustomRole, Role } from "../model/role-assignment";
import { findRights } from "../risk/find-rights";
import { allowsAction } from "../risk/rights";
import type { ModelIndex } from "./model-index";

/** Rights by which an identity reaches more than it was given, as operations of Azure Resource Manager. */
const powerfulRights = {
  assignRoles: "Microsoft.Authorization/roleAssignments/write",
  defineRoles: "Microsoft.Authorization/roleDefinitions/write",
  writeCredentials: "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
} as const;

const memory = new WeakMap<ModelIndex, Map<string, boolean | "unknown">>();

/** Whether a role has a right; `unknown` where that cannot be seen. Many assignments have the same role: it is asked once. */
export function hasRight(role: Role, right: keyof typeof powerfulRights, model: ModelIndex): boolean | "unknown" {
  const answers = memory.get(model) ?? new Map<string, boolean | "unknown">();
  memory.set(model, answers);
  const key = `${right} ${formatRoleKey(role)}`;
  const known = answers.get(key);
  if (known !== undefined) {
    return known;
  }
  const rights = findRights(role, model.model);
  const answer = rights === undefined ? "unknown" : allowsAction(rights, powerfulRights[right]);
  answers.set(key, answer);
  return answer;
}

/** Finds the built-in role that is meant; `undefined` for roles of other kinds and for those that facts does not know. */
export function findBuiltIn(role: Role): BuiltInRole | undefined {
  switch (role.kind) {
    case "builtIn":
      return findBuiltInRole(role.id);
    case "named":
      return findBuiltInRole(role.name);
    default:
      return undefined;
  }
}

/** Finds the custom role of this stack that is meant. */
export function findCustomRole(role: Role, model: ModelIndex): CustomRole | undefined {
  return role.kind === "declared" ? model.find("customRole", role.urn) : undefined;
}

/** Tells roles apart; those that cannot be seen are the same. */
export function formatRoleKey(role: Role): string {
  switch (role.kind) {
    case "builtIn":
      return `builtIn ${role.id}`;
    case "named":
      return `named ${role.name}`;
    case "declared":
      return `declared ${role.urn}`;
    default:
      return role.kind;
  }
}
