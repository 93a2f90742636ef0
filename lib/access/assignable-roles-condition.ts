/**
 * Writes the condition (version 2.0) by which roles can be assigned and taken away only where they are among these, and only to
 * service principals. It is the documented form, so that the portal shows it as what it is:
 * https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-examples ("Constrain roles and principal
 * types")
 *
 * @param roleGuids GUIDs of role definitions; their order does not count.
 */
export function formatAssignableRolesCondition(roleGuids: readonly string[]): string {
  const guids = [...roleGuids].sort().join(", ");
  return [formatClause("write", "Request", guids), formatClause("delete", "Resource", guids)].join(" AND ");
}

/** What a request wants to write stands in the request, what it wants to delete in the resource. */
function formatClause(action: "write" | "delete", source: "Request" | "Resource", guids: string): string {
  const attribute = `@${source}[Microsoft.Authorization/roleAssignments`;
  return [
    `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/${action}'}))`,
    `OR (${attribute}:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${guids}}`,
    `AND ${attribute}:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'}))`,
  ].join(" ");
}
