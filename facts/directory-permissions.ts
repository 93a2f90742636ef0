import { directoryRoles, graphAppRoles, type KnownDirectoryPermission } from "./directory-permissions-table";

/** Finds an app role of Microsoft Graph by its name or GUID, in any letter case. */
export function findGraphAppRole(nameOrId: string): KnownDirectoryPermission | undefined {
  return findPermission(graphAppRoles, nameOrId);
}

/** Finds a directory role by its name or the GUID of its template, in any letter case. */
export function findDirectoryRole(nameOrId: string): KnownDirectoryPermission | undefined {
  return findPermission(directoryRoles, nameOrId);
}

function findPermission(
  permissions: readonly KnownDirectoryPermission[],
  nameOrId: string,
): KnownDirectoryPermission | undefined {
  const text = nameOrId.toLowerCase();
  return permissions.find(({ id, name }) => id === text || name.toLowerCase() === text);
}
