import type { Organization, Project, ServiceConnection } from "../../state/entities";
import type { Store } from "../../state/store";
import { organizationAdministrators, projectAdministrators } from "./built-in-groups-table";
import { type AccessTarget, isAllowed } from "./connection-access";
import { connectionPermissions } from "./connection-roles-table";
import type { DevopsCaller } from "./devops-caller";
import { createDenied, createProjectNotFound } from "./devops-errors";
import { deriveGroupId } from "./identity-ids";
import { listContainers, listIdentities } from "./organization-identities";

/** Whose rights are asked for, and where. */
export interface Asker {
  store: Store;
  organization: Organization;
  caller: DevopsCaller;
}

export function isOrganizationAdministrator(asker: Asker): boolean {
  const { organizationId } = asker.organization;
  return listOwnIdentities(asker).has(deriveGroupId(organizationId, organizationAdministrators));
}

export function isProjectAdministrator(asker: Asker, projectId: string): boolean {
  return (
    listOwnIdentities(asker).has(deriveGroupId(projectId, projectAdministrators)) || isOrganizationAdministrator(asker)
  );
}

/** Whether the caller sees the project at all. A job looks at its own project with the rights of a reader. */
export function isProjectReader(asker: Asker, projectId: string): boolean {
  const { store, caller, organization } = asker;
  if (caller.kind === "job") return equals(caller.job.projectId, projectId);
  const own = listOwnIdentities(asker);
  const groups = listIdentities(store, organization.organizationId).filter((one) => one.projectId === projectId);
  return groups.some(({ identityId }) => own.has(identityId)) || isOrganizationAdministrator(asker);
}

/** Whether the caller has the role Administrator on the connection, or another way to its permission "Administer". */
export function isConnectionAdministrator(asker: Asker, connection: ServiceConnection, projectId: string): boolean {
  return hasConnectionPermission(asker, projectId, "Administer", connection);
}

/** Whether the caller may use the connection in pipelines, and so see what it connects to. */
export function isConnectionUser(asker: Asker, connection: ServiceConnection, projectId: string): boolean {
  return hasConnectionPermission(asker, projectId, "Use", connection);
}

/** @throws WireError 403 */
export function checkProjectAdministrator(asker: Asker, project: Project, permission: string): void {
  if (!isProjectAdministrator(asker, project.projectId)) throw createDenied(permission);
}

/** @throws WireError 403 */
export function checkConnectionCreator(asker: Asker, { projectId }: Project): void {
  if (!hasConnectionPermission(asker, projectId, "Create")) throw createDenied("Create service connections");
}

/** @throws WireError 403 */
export function checkConnectionAdministrator(asker: Asker, connection: ServiceConnection, projectId: string): void {
  if (!isConnectionAdministrator(asker, connection, projectId)) {
    throw createDenied(`Administrator of the service connection ${connection.name}`);
  }
}

/** Checks that the caller may say who has access to a connection, or to all of a project. @throws WireError 403 */
export function checkAccessAdministrator(asker: Asker, { project, connection }: AccessTarget): void {
  if (connection !== undefined) checkConnectionAdministrator(asker, connection, project.projectId);
  else if (!hasConnectionPermission(asker, project.projectId, "Administer")) {
    throw createDenied(`Administrator of the service connections of ${project.name}`);
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

function hasConnectionPermission(
  asker: Asker,
  projectId: string,
  permission: keyof typeof connectionPermissions,
  connection?: ServiceConnection,
): boolean {
  const project = asker.store.projects.get(projectId);
  if (project === undefined) return false;
  const target = { project, ...(connection === undefined ? {} : { connection }) };
  return (
    isAllowed(target, listOwnIdentities(asker), connectionPermissions[permission]) || isOrganizationAdministrator(asker)
  );
}

/** The caller and every group and team that it is in. A job is in none. */
function listOwnIdentities({ store, caller }: Asker): ReadonlySet<string> {
  return caller.kind === "job" ? new Set() : listContainers(store, caller.identityId);
}

function equals(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
