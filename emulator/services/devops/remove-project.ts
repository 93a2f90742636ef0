import { pipelinePermissionKey, type Store } from "../../state/store";

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
  for (const { jobId } of store.pipelineJobs.list(inProject)) store.pipelineJobs.remove(jobId);
  for (const { pipelineId } of store.pipelines.list(inProject)) store.pipelines.remove(`${projectId}/${pipelineId}`);
  for (const { principalId } of store.projectMembers.list(inProject)) {
    store.projectMembers.remove(`${projectId}/${principalId}`);
  }
  store.projects.remove(projectId);
}
