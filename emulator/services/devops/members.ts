import type { ProjectMember } from "../../state/entities";
import type { Store } from "../../state/store";

/** Makes a principal an administrator of the whole organization. */
export function allowOrganizationAdministrator(
  store: Store,
  { organizationId, principalId }: { organizationId: string; principalId: string },
): void {
  putMember(store, { organizationId, principalId, administrator: true });
}

/** Lets a principal into the project's organization and makes it an administrator of the project. */
export function allowProjectAdministrator(
  store: Store,
  { projectId, principalId }: { projectId: string; principalId: string },
): void {
  putProjectMember(store, { projectId, principalId, role: "administrator" });
}

/** Lets a principal into the project's organization and lets it look at the project. */
export function allowProjectReader(
  store: Store,
  { projectId, principalId }: { projectId: string; principalId: string },
): void {
  putProjectMember(store, { projectId, principalId, role: "reader" });
}

function putProjectMember(store: Store, member: ProjectMember): void {
  const project = store.projects.get(member.projectId);
  if (project === undefined) throw new RangeError(`There is no project ${member.projectId}.`);
  putMember(store, {
    organizationId: project.organizationId,
    principalId: member.principalId,
    administrator: false,
  });
  const known = store.projectMembers.get(`${member.projectId}/${member.principalId}`);
  if (known === undefined) store.projectMembers.insert(member);
  else store.projectMembers.update(member);
}

// Being an administrator is never taken away by being let in once more.
function putMember(
  store: Store,
  member: { organizationId: string; principalId: string; administrator: boolean },
): void {
  const known = store.organizationMembers.get(`${member.organizationId}/${member.principalId}`);
  if (known === undefined) store.organizationMembers.insert(member);
  else if (member.administrator) store.organizationMembers.update(member);
}
