import { parseScope } from "../../facts/scopes";
import { type Check, joinPath } from "../arguments/check";
import { readProperties } from "../arguments/check-object";
import { createProblem, type Problem } from "../errors/problem";
import { parseManagedIdentityId } from "../identity/managed-identity-id";
import { RolePreset } from "./role-preset";

/**
 * Checks that the identity of a connection is in no resource group that it may deploy to: whoever may change a managed identity
 * can make it trust somebody else.
 *
 * Of a new identity only the name of the group is plain, so that one of the same name in another subscription counts too.
 */
export const checkIdentityApart: Check = (path, value) => {
  const properties = readProperties(value);
  const group = findIdentityGroup(properties?.get("identity"));
  const assignments: unknown = properties?.get("roleAssignments");
  if (group === undefined || !Array.isArray(assignments)) {
    return [];
  }
  return assignments.flatMap((assignment: unknown, index) => {
    const scope = readProperties(assignment)?.get("scope");
    return isDeployment(assignment) && typeof scope === "string" && isInGroup(scope, group)
      ? [reachesIdentity(`${joinPath(path, "roleAssignments")}[${index}].scope`, group)]
      : [];
  });
};

/** Checks the same of the whole ID of an identity, which is only known later. */
export function checkIdentityOutside(path: string, scope: string, managedIdentityId: string): readonly Problem[] {
  const group = parseManagedIdentityId(managedIdentityId)?.resourceGroupName;
  const isInside = managedIdentityId.toLowerCase().startsWith(`${scope.toLowerCase()}/`);
  return isInside && group !== undefined ? [reachesIdentity(path, group)] : [];
}

function isDeployment(assignment: unknown): boolean {
  return readProperties(assignment)?.get("preset") === RolePreset.DeployToResourceGroup;
}

function findIdentityGroup(identity: unknown): string | undefined {
  const kinds = readProperties(identity);
  const group = readProperties(kinds?.get("managedIdentity"))?.get("resourceGroupName");
  const id = readProperties(kinds?.get("existing"))?.get("managedIdentityId");
  if (typeof group === "string") {
    return group;
  }
  return typeof id === "string" ? parseManagedIdentityId(id)?.resourceGroupName : undefined;
}

function isInGroup(scope: string, group: string): boolean {
  const parsed = parseScope(scope);
  return parsed.kind === "resource-group" && parsed.resourceGroupName.toLowerCase() === group.toLowerCase();
}

function reachesIdentity(path: string, resourceGroup: string): Problem {
  return createProblem(path, "preset-reaches-identity", { resourceGroup });
}
