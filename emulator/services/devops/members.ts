import type { Organization, OrganizationIdentity } from "../../state/entities";
import { identityMembershipKey, type Store } from "../../state/store";
import { organizationAdministrators, projectAdministrators, projectReaders } from "./built-in-groups-table";
import { deriveGroupId, deriveId, derivePrincipalIdentityId } from "./identity-ids";
import { findIdentity, listIdentities } from "./organization-identities";

/** Makes a principal an administrator of the whole organization. */
export function allowOrganizationAdministrator(
  store: Store,
  { organizationId, principalId }: { organizationId: string; principalId: string },
): void {
  const containerId = deriveGroupId(organizationId, organizationAdministrators);
  addMember(store, { containerId, memberId: admitPrincipal(store, organizationId, principalId) });
}

/** Lets a principal into the project's organization and makes it an administrator of the project. */
export function allowProjectAdministrator(store: Store, member: { projectId: string; principalId: string }): void {
  addToProjectGroup(store, projectAdministrators, member);
}

/** Lets a principal into the project's organization and lets it look at the project. */
export function allowProjectReader(store: Store, member: { projectId: string; principalId: string }): void {
  addToProjectGroup(store, projectReaders, member);
}

/** Puts an identity into a group or team. */
export function addMember(store: Store, membership: { containerId: string; memberId: string }): void {
  if (store.identityMemberships.get(identityMembershipKey(membership)) === undefined) {
    store.identityMemberships.insert(membership);
  }
}

/** Somebody, or a group of them, that an organization is to know. */
export interface NewIdentity {
  kind: "user" | "group" | "team";
  /** What people see. Groups and teams of one place need different names; people do not. */
  name: string;
  /** Default: the only organization. */
  organizationId?: string;
  /** The project of a team, or of a group. A group without one is the organization's. */
  projectId?: string;
  /** What a person signs in as. Default: the name with dots, at a domain called like the organization. */
  accountName?: string;
  /** Whether a group comes from Microsoft Entra ID. People always do. Default: false. */
  fromEntra?: boolean;
  /** Ids of the identities that are in a group or team. Default: nobody. */
  members?: readonly string[];
}

/**
 * Makes a person, group or team.
 *
 * @throws RangeError for a place or member that is not there, and for a name that is taken there.
 */
export function addIdentity(store: Store, wanted: NewIdentity): OrganizationIdentity {
  const organization = findOrganization(store, wanted);
  const identity = wanted.kind === "user" ? describePerson(organization, wanted) : describeGroup(organization, wanted);
  checkIsNew(store, identity);
  for (const id of wanted.members ?? []) {
    if (findIdentity(store, organization.organizationId, id) === undefined) {
      throw new RangeError(`There is no identity ${id}.`);
    }
  }
  store.organizationIdentities.insert(identity);
  for (const memberId of wanted.members ?? []) addMember(store, { containerId: identity.identityId, memberId });
  return identity;
}

function findOrganization(store: Store, { organizationId, projectId, kind }: NewIdentity): Organization {
  const project = projectId === undefined ? undefined : store.projects.get(projectId);
  if (projectId !== undefined && project === undefined) throw new RangeError(`There is no project ${projectId}.`);
  if (kind === "team" && project === undefined) throw new RangeError("A team needs a project.");
  const wanted = project?.organizationId ?? organizationId;
  const [organization, ...others] = store.organizations.list(
    (one) => one.organizationId === (wanted ?? one.organizationId),
  );
  if (organization === undefined || others.length > 0) throw new RangeError("Name the organization.");
  return organization;
}

function describePerson({ organizationId, name: domain }: Organization, wanted: NewIdentity): OrganizationIdentity {
  const { name } = wanted;
  const accountName = wanted.accountName ?? `${name.toLowerCase().replaceAll(/\W+/g, ".")}@${domain}.example`;
  const originId = deriveId("person", organizationId, accountName, name);
  return {
    identityId: derivePrincipalIdentityId(organizationId, originId),
    organizationId,
    kind: "user",
    displayName: name,
    description: "",
    accountName,
    origin: "aad",
    originId,
  };
}

function describeGroup({ organizationId }: Organization, wanted: NewIdentity): OrganizationIdentity {
  const { kind, name, projectId, fromEntra = false } = wanted;
  const identityId = deriveGroupId(projectId ?? `${organizationId}${fromEntra ? "/aad" : ""}`, name);
  return {
    identityId,
    organizationId,
    kind,
    displayName: name,
    description: "",
    origin: fromEntra ? "aad" : "vsts",
    originId: deriveId("origin", identityId),
    ...(projectId === undefined ? {} : { projectId }),
  };
}

function checkIsNew(store: Store, { identityId, organizationId, displayName }: OrganizationIdentity): void {
  if (listIdentities(store, organizationId).some((one) => one.identityId === identityId)) {
    throw new RangeError(`There is a ${displayName} already.`);
  }
}

function addToProjectGroup(
  store: Store,
  group: string,
  { projectId, principalId }: { projectId: string; principalId: string },
): void {
  const project = store.projects.get(projectId);
  if (project === undefined) throw new RangeError(`There is no project ${projectId}.`);
  const memberId = admitPrincipal(store, project.organizationId, principalId);
  addMember(store, { containerId: deriveGroupId(projectId, group), memberId });
}

/** Lets somebody of Microsoft Entra ID in, and gives the id that the organization knows it by from then on. */
function admitPrincipal(store: Store, organizationId: string, objectId: string): string {
  const identityId = derivePrincipalIdentityId(organizationId, objectId);
  if (store.organizationIdentities.get(identityId) !== undefined) return identityId;
  const principal = store.servicePrincipals.get(objectId);
  store.organizationIdentities.insert({
    identityId,
    organizationId,
    kind: principal === undefined ? "user" : "servicePrincipal",
    displayName: principal?.displayName ?? objectId,
    description: "",
    accountName: objectId,
    origin: "aad",
    originId: objectId,
  });
  return identityId;
}
