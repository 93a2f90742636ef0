import { builtInRoles } from "../../../facts/roles-table";
import type { RoleDefinition } from "../../state/entities";
import type { Store } from "../../state/store";
import { roleActions } from "./role-actions-table";

const actionsById = new Map(roleActions.map((role) => [role.id, role]));

// Built-in roles are the same in every tenant and never change, so they are no state.
const builtIn: ReadonlyMap<string, RoleDefinition> = new Map(
  builtInRoles.map(({ id, name }) => {
    const { actions = [], notActions = [], dataActions = [], notDataActions = [] } = actionsById.get(id) ?? {};
    const definition: RoleDefinition = {
      roleDefinitionId: id,
      roleName: name,
      type: "BuiltInRole",
      assignableScopes: [...(actionsById.get(id)?.assignableScopes ?? ["/"])],
      permissions: [
        {
          actions: [...actions],
          notActions: [...notActions],
          dataActions: [...dataActions],
          notDataActions: [...notDataActions],
        },
      ],
    };
    return [id, definition];
  }),
);

/** All role definitions: the built-in ones and the custom ones of the store. */
export function listRoleDefinitions(store: Store): readonly RoleDefinition[] {
  return [...builtIn.values(), ...store.roleDefinitions.list()];
}

/** Finds a role definition by its GUID, or by an id that ends in it. */
export function findRoleDefinition(store: Store, roleDefinitionId: string): RoleDefinition | undefined {
  const guid = readRoleGuid(roleDefinitionId);
  return builtIn.get(guid) ?? store.roleDefinitions.get(guid);
}

/** The GUID of a role definition, in lower case, of any form of its id. */
export function readRoleGuid(roleDefinitionId: string): string {
  return roleDefinitionId.slice(roleDefinitionId.lastIndexOf("/") + 1).toLowerCase();
}
