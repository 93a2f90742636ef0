import type { OrganizationIdentity } from "../../state/entities";
import type { Asker } from "./rights";

/** Whether others can be members of it. A team is a group that has boards. */
export function isGroup({ kind }: OrganizationIdentity): boolean {
  return kind === "group" || kind === "team";
}

/** The whole name of an identity: a person's account; a group's place in brackets, a backslash and its name. Observed. */
export function formatPrincipalName({ store, organization }: Asker, identity: OrganizationIdentity): string {
  if (!isGroup(identity)) return identity.accountName ?? identity.originId;
  return `[${findPlaceName(store, organization.name, identity)}]\\${identity.displayName}`;
}

// Observed: groups of Microsoft Entra ID stand under the service's earlier name.
function findPlaceName(store: Asker["store"], organizationName: string, identity: OrganizationIdentity): string {
  if (identity.origin === "aad") return "TEAM FOUNDATION";
  const { projectId } = identity;
  return projectId === undefined ? organizationName : (store.projects.get(projectId)?.name ?? projectId);
}
