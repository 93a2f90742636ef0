import { findRolePermissions } from "../../facts/role-permissions";
import type { RolePermissions } from "../../facts/role-permissions-table";
import { findBuiltInRole } from "../../facts/roles";
import type { CustomRole, Role } from "../model/role-assignment";
import type { Model } from "../model/model";
import type { Value } from "../model/value";
import { indexModel } from "../rules/model-index";
import type { Rights } from "./rights";

/** What a role allows; `undefined` where that cannot be seen. */
export function findRights(role: Role, model: Model): Rights | undefined {
  switch (role.kind) {
    case "builtIn":
      return findBuiltInRights(role.id);
    case "named": {
      const builtIn = findBuiltInRole(role.name);
      return builtIn === undefined ? undefined : findBuiltInRights(builtIn.id);
    }
    case "declared": {
      const custom = indexModel(model).find("customRole", role.urn);
      return custom === undefined ? undefined : readCustomRights(custom);
    }
    default:
      return undefined;
  }
}

/** What a custom role allows; `undefined` where any part of it cannot be seen. */
export function readCustomRights(role: CustomRole): Rights | undefined {
  const actions = readList(role.actions);
  const notActions = readList(role.notActions);
  const dataActions = readList(role.dataActions);
  const notDataActions = readList(role.notDataActions);
  return actions && notActions && dataActions && notDataActions
    ? { actions, notActions, dataActions, notDataActions }
    : undefined;
}

const builtInRights = new Map<RolePermissions, Rights>();

/** The same object for the same role, so that what is worked out about it can be kept. */
function findBuiltInRights(id: string): Rights | undefined {
  const permissions = findRolePermissions(id);
  if (permissions === undefined) {
    return undefined;
  }
  const { actions, notActions = [], dataActions = [], notDataActions = [] } = permissions;
  const rights = builtInRights.get(permissions) ?? { actions, notActions, dataActions, notDataActions };
  builtInRights.set(permissions, rights);
  return rights;
}

function readList(list: Value<readonly string[]>): readonly string[] | undefined {
  switch (list.state) {
    case "known":
      return list.value;
    case "absent":
      return [];
    default:
      return undefined;
  }
}
