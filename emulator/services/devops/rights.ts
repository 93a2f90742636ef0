import type { Organization, Project, ServiceConnection } from "../../state/entities";
import type { Store } from "../../state/store";
import type { DevopsCaller } from "./devops-caller";
import { createDenied, createProjectNotFound } from "./devops-errors";

/** Whose rights are asked for, and where. */
export interface Asker {
  store: Store;
  organization: Organization;
  caller: DevopsCaller;
}

export function isOrganizationAdministrator({ store, organization, caller }: Asker): boolean {
  if (caller.kind === "job") return false;
  const member = store.organizationMembers.get(`${organization.organizationId}/${caller.principalId}`);
  return member?.administrator === true;
}

export function isProjectAdministrator(asker: Asker, projectId: string): boolean {
  return readProjectRole(asker, projectId) === "administrator";
}

/** Whether the caller sees the project at all. A job looks at its own project with the rights of a reader. */
export function isProjectReader(asker: Asker, projectId: string): boolean {
  return readProjectRole(asker, projectId) !== undefined;
}

/** Whether the caller has the role Administrator on the connection: its creator has, and a project's administrators have. */
export function isConnectionAdministrator(asker: Asker, connection: ServiceConnection, projectId: string): boolean {
  if (isProjectAdministrator(asker, projectId)) return true;
  const { caller } = asker;
  return caller.kind === "principal" && equals(connection.createdBy, caller.principalId);
}

/** @throws WireError 403 */
export function checkProjectAdministrator(asker: Asker, project: Project, permission: string): void {
  if (!isProjectAdministrator(asker, project.projectId)) throw createDenied(permission);
}

/** @throws WireError 403 */
export function checkConnectionAdministrator(asker: Asker, connection: ServiceConnection, projectId: string): void {
  if (!isConnectionAdministrator(asker, connection, projectId)) {
    throw createDenied(`Administrator of the service connection ${connection.name}`);
  }
}

/**
 * Finds a project of the organization by id or name.
 *
 * @throws WireError 404 where there is none, or none that the caller may see.
 */
export function findProject(asker: Asker, idOrName: string): Project {
  const { store, organization } = asker;
  const [project] = store.projects.list(
    ({ organizationId, projectId, name }) =>
      organizationId === organization.organizationId && (equals(projectId, idOrName) || equals(name, idOrName)),
  );
  if (project === undefined || !isProjectReader(asker, project.projectId)) throw createProjectNotFound(idOrName);
  return project;
}

function readProjectRole(asker: Asker, projectId: string): "administrator" | "reader" | undefined {
  const { store, caller } = asker;
  if (caller.kind === "job") return equals(caller.job.projectId, projectId) ? "reader" : undefined;
  if (isOrganizationAdministrator(asker)) return "administrator";
  return store.projectMembers.get(`${projectId}/${caller.principalId}`)?.role;
}

function equals(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
