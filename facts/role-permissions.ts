import { rolePermissions, type RolePermissions } from "./role-permissions-table";

const permissionsById = new Map(rolePermissions.map((role) => [role.id, role]));

/**
 * What a built-in role allows, by the GUID of its definition in any letter case.
 *
 * @returns undefined for a role that the table does not list: that says nothing about what it allows.
 */
export function findRolePermissions(id: string): RolePermissions | undefined {
  return permissionsById.get(id.toLowerCase());
}
