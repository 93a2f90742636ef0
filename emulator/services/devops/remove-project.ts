import { checkConfigurationKey, identityMembershipKey, pipelinePermissionKey, type Store } from "../../state/store";
import { listIdentities } from "./organization-identities";

/** Removes a project with all that lives in it. A service connection that another project shares stays in the other one. */
export function removeProject(store: Store, projectId: string): void {
  const inProject = (row: { projectId: string }): boolean => row.projectId === projectId;
  for (const connection of store.serviceConnections.list(({ projects }) => projects.some(inProject))) {
    const projects = connection.projects.filter((reference) => !inProject(reference));
    if (projects.length === 0) store.serviceConnections.remove(connection.connectionId);
    else store.serviceConnections.update({ ...connection, projects });
  }
  for (const { resourceType, resourceId } of store.pipelinePermissions.list(inProject)) {
    store.pipelinePermissions.remove(pipelinePermissionKey({ projectId, resourceType, resourceId }));
  }
  for (const check of store.checkConfigurations.list(inProject)) {
    store.checkConfigurations.remove(checkConfigurationKey(check));
  }
  for (const { jobId } of store.pipelineJobs.list(inProject)) store.pipelineJobs.remove(jobId);
  for (const { pipelineId } of store.pipelines.list(inProject)) store.pipelines.remove(`${projectId}/${pipelineId}`);
  removeIdentities(store, projectId);
  store.projects.remove(projectId);
}

/** Groups and teams go with their project; people stay in the organization. */
function removeIdentities(store: Store, projectId: string): void {
  const organizationId = store.projects.get(projectId)?.organizationId ?? "";
  const ids = listIdentities(store, organizationId)
    .filter((identity) => identity.projectId === projectId)
    .map(({ identityId }) => identityId);
  for (const membership of store.identityMemberships.list()) {
    if (ids.includes(membership.containerId) || ids.includes(membership.memberId)) {
      store.identityMemberships.remove(identityMembershipKey(membership));
    }
  }
  for (const identityId of ids) store.organizationIdentities.remove(identityId);
}
