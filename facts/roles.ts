import { findClosestNames } from "./closest-names";
import { isGuid } from "./guid";
import { builtInRoles, type BuiltInRole } from "./roles-table";

const rolesByName = new Map(
  builtInRoles.flatMap((role) => [role.name, ...(role.otherNames ?? [])].map((name) => [name.toLowerCase(), role])),
);
const rolesById = new Map(builtInRoles.map((role) => [role.id, role]));
const roleDefinitionPattern = /^(?:\/.*)?\/providers\/Microsoft\.Authorization\/roleDefinitions\/([^/]+)$/i;

/**
 * Finds a built-in role by its name (in any letter case), by its GUID, or by a role definition ID that ends in the GUID,
 * with or without a scope before `/providers/Microsoft.Authorization/roleDefinitions/`.
 */
export function findBuiltInRole(nameOrId: string): BuiltInRole | undefined {
  const [, guid = nameOrId] = roleDefinitionPattern.exec(nameOrId) ?? [];
  return isGuid(guid) ? rolesById.get(guid.toLowerCase()) : rolesByName.get(nameOrId.toLowerCase());
}

/** The names of the built-in roles that come closest to a name that is none; see {@link findClosestNames}. */
export function suggestBuiltInRoles(name: string): readonly string[] {
  return findClosestNames(
    name,
    builtInRoles.map((role) => role.name),
  );
}
