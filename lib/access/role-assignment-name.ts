import { v5 } from "uuid";
import { keylessNamespace } from "../naming/keyless-namespace";

/** What makes a role assignment the one it is. */
export interface RoleAssignmentIdentity {
  readonly scope: string;
  /** GUID. */
  readonly principalId: string;
  /** GUID. */
  readonly roleGuid: string;
}

/**
 * Computes the name of a role assignment in Azure, a GUID, from what makes it the one it is. After a loss of state the same
 * program names the same assignment, so that it can be imported; any change of the three makes another. Letter case does not
 * count, as it does not in Azure.
 */
export function formatRoleAssignmentName({ scope, principalId, roleGuid }: RoleAssignmentIdentity): string {
  return v5([scope, principalId, roleGuid].join("\n").toLowerCase(), keylessNamespace);
}
