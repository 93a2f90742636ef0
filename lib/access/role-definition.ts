import { isGuid } from "../../facts/guid";
import { findBuiltInRole } from "../../facts/roles";
import { parseScope } from "../../facts/scopes";

const roleDefinitionPattern = /^(?:\/.+)?\/providers\/Microsoft\.Authorization\/roleDefinitions\/([^/]+)$/i;

/**
 * Finds the GUID of a role from the name of a built-in role, a GUID, or the ID of a role definition.
 *
 * @returns the GUID in lower case; `undefined` when the text is none of these.
 */
export function findRoleGuid(role: string): string | undefined {
  const [, guid = role] = roleDefinitionPattern.exec(role) ?? [];
  return isGuid(guid) ? guid.toLowerCase() : findBuiltInRole(role)?.id;
}

/**
 * Writes the ID of a role definition as Azure Resource Manager answers it for an assignment at the scope: under the subscription
 * of the scope, or under none. Any other spelling means the same but would show as a change after each refresh.
 */
export function formatRoleDefinitionId(roleGuid: string, scope: string): string {
  const parsed = parseScope(scope);
  const subscription = "subscriptionId" in parsed ? `/subscriptions/${parsed.subscriptionId}` : "";
  return `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${roleGuid}`;
}
