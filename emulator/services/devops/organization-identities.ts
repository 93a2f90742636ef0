import type { IdentityMembership, OrganizationIdentity } from "../../state/entities";
import type { Store } from "../../state/store";
import { type BuiltInGroup, organizationGroups, projectGroups } from "./built-in-groups-table";
import { deriveGroupId, deriveId, derivePrincipalIdentityId } from "./identity-ids";

/** All identities that an organization knows: those that somebody made or let in, and the groups that are always there. */
export function listIdentities(store: Store, organizationId: string): readonly OrganizationIdentity[] {
  const isHere = (row: { organizationId: string }): boolean => row.organizationId === organizationId;
  const describe = (group: BuiltInGroup, place: { projectId?: string }): OrganizationIdentity => {
    const identityId = deriveGroupId(place.projectId ?? organizationId, group.name);
    return {
      identityId,
      organizationId,
      kind: "group",
      displayName: group.name,
      description: group.description,
      origin: "vsts",
      originId: deriveId("origin", identityId),
      ...place,
    };
  };
  return [
    ...organizationGroups.map((group) => describe(group, {})),
    ...store.projects
      .list(isHere)
      .flatMap(({ projectId }) => projectGroups.map((group) => describe(group, { projectId }))),
    ...store.organizationIdentities.list(isHere),
  ];
}

/** Finds an identity by the organization's own id of it. */
export function findIdentity(store: Store, organizationId: string, id: string): OrganizationIdentity | undefined {
  const wanted = id.toLowerCase();
  return listIdentities(store, organizationId).find(({ identityId }) => identityId === wanted);
}

/** Finds the identity of somebody who signs in, by the object id in the token. Nobody else is let in. */
export function findPrincipalIdentity(
  store: Store,
  organizationId: string,
  objectId: string,
): OrganizationIdentity | undefined {
  return store.organizationIdentities.get(derivePrincipalIdentityId(organizationId, objectId));
}

/** The identity itself, and every group and team that it is in, be it by way of another group. */
export function listContainers(store: Store, identityId: string): ReadonlySet<string> {
  const memberships = listMemberships(store);
  const found = new Set([identityId.toLowerCase()]);
  // Grows while it is walked.
  for (const id of found) {
    for (const { containerId, memberId } of memberships) if (memberId === id) found.add(containerId);
  }
  return found;
}

/** Who is in a group or team, without those who are in it by way of another group. */
export function listMembers(store: Store, containerId: string): readonly string[] {
  return listMemberships(store)
    .filter((membership) => membership.containerId === containerId)
    .map(({ memberId }) => memberId);
}

function listMemberships(store: Store): readonly IdentityMembership[] {
  const builtIn = store.projects
    .list()
    .flatMap(({ projectId }) =>
      projectGroups.flatMap(({ name, memberOf }) =>
        memberOf === undefined
          ? []
          : [{ containerId: deriveGroupId(projectId, memberOf), memberId: deriveGroupId(projectId, name) }],
      ),
    );
  return [...builtIn, ...store.identityMemberships.list()];
}
