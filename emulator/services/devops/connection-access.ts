import type { AccessEntry, ConnectionPlace, Project, ServiceConnection } from "../../state/entities";
import type { Store } from "../../state/store";
import { endpointAdministrators, endpointCreators } from "./built-in-groups-table";
import { findConnectionRole } from "./connection-roles-table";
import { deriveGroupId } from "./identity-ids";

/** What access is given to: one service connection in one project, or all that the project has and will have. */
export interface AccessTarget {
  project: Project;
  connection?: ServiceConnection;
}

/** Access to the target, its own and what comes from the project. One of its own stands before an inherited one. */
export interface ConnectionAccess {
  own: readonly AccessEntry[];
  /** Whether the target takes anything over from elsewhere. */
  inherits: boolean;
  inherited: readonly AccessEntry[];
}

/** Reads who has access to a target. */
export function readAccess({ project, connection }: AccessTarget): ConnectionAccess {
  const ofProject = mergeEntries(listBuiltInAccess(project), project.connectionAccess ?? []);
  if (connection === undefined) return { own: ofProject, inherits: false, inherited: [] };
  const { access = [], inheritsAccess = true } = findPlace(connection, project) ?? {};
  return { own: access, inherits: inheritsAccess, inherited: inheritsAccess ? ofProject : [] };
}

/** Whether somebody has a permission on a target: given are the identity and all groups and teams that it is in. */
export function isAllowed(target: AccessTarget, identityIds: ReadonlySet<string>, permission: number): boolean {
  const { own, inherited } = readAccess(target);
  const decide = (entries: readonly AccessEntry[]): boolean | undefined => {
    const mine = entries.filter(({ identityId }) => identityIds.has(identityId));
    if (mine.some(({ deny }) => (deny & permission) !== 0)) return false;
    return mine.some(({ allow }) => (allow & permission) !== 0) ? true : undefined;
  };
  // Documented: what is set on the thing itself is stronger than what it inherits, and within each a denial is.
  return decide(own) ?? decide(inherited) ?? false;
}

/** Sets what identities are allowed and denied on a target. An entry of nothing is taken away. */
export function writeAccess(
  store: Store,
  { project, connection }: AccessTarget,
  entries: readonly AccessEntry[],
): void {
  if (connection === undefined) {
    const access = mergeEntries(project.connectionAccess ?? [], entries);
    // A group's access by default has to be overruled, so that here an entry of nothing stays.
    store.projects.update({ ...project, connectionAccess: access });
    return;
  }
  updatePlace(store, { project, connection }, (place) => ({
    ...place,
    access: mergeEntries(place.access ?? [], entries).filter(({ allow, deny }) => allow !== 0 || deny !== 0),
  }));
}

/** Says whether a service connection inherits the access that the project gives to all of them. */
export function setInheritance(store: Store, target: Required<AccessTarget>, inheritsAccess: boolean): void {
  updatePlace(store, target, (place) => ({ ...place, inheritsAccess }));
}

/** The access of a role. */
export function createRoleEntry(identityId: string, roleName: string): AccessEntry {
  return { identityId, allow: findConnectionRole(roleName)?.allow ?? 0, deny: 0 };
}

function updatePlace(
  store: Store,
  { project, connection }: Required<AccessTarget>,
  change: (place: ConnectionPlace) => ConnectionPlace,
): void {
  const current = findPlace(connection, project);
  const projects = connection.projects.map((place) => (place === current ? change(place) : place));
  store.serviceConnections.update({ ...connection, projects });
}

function findPlace({ projects }: ServiceConnection, { projectId }: Project): ConnectionPlace | undefined {
  return projects.find((place) => place.projectId === projectId);
}

// Documented: a project has these two groups, and they get these roles on all its service connections.
function listBuiltInAccess({ projectId }: Project): readonly AccessEntry[] {
  return [
    createRoleEntry(deriveGroupId(projectId, endpointAdministrators), "Administrator"),
    createRoleEntry(deriveGroupId(projectId, endpointCreators), "Creator"),
  ];
}

function mergeEntries(entries: readonly AccessEntry[], later: readonly AccessEntry[]): AccessEntry[] {
  const merged = new Map([...entries, ...later].map((entry) => [entry.identityId, entry]));
  return [...merged.values()];
}
