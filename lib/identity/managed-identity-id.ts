import { parseScope } from "../../facts/scopes";

/** Where a user-assigned managed identity lives. */
export interface ManagedIdentityId {
  readonly resourceGroupName: string;
  readonly name: string;
}

/**
 * Reads the resource ID of a user-assigned managed identity. Azure answers with fixed segments in varying letter case.
 *
 * @returns `undefined` when the text is anything else.
 */
export function parseManagedIdentityId(id: string): ManagedIdentityId | undefined {
  const scope = parseScope(id);
  if (scope.kind !== "resource" || scope.resourceGroupName === undefined) {
    return undefined;
  }
  const [identity, ...parts] = scope.resources;
  const isIdentity =
    scope.provider.toLowerCase() === "microsoft.managedidentity" &&
    identity?.type.toLowerCase() === "userassignedidentities" &&
    parts.length === 0;
  return isIdentity ? { resourceGroupName: scope.resourceGroupName, name: identity.name } : undefined;
}
