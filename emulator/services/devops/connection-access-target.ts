import type { AccessTarget } from "./connection-access";
import { findProjectConnection } from "./project-connection";
import { type Asker, findProject } from "./rights";

/**
 * Finds what access is asked or written for: one service connection in a project, or all of the project.
 *
 * @throws WireError 404
 */
export function findAccessTarget(
  asker: Asker,
  { projectId, connectionId }: { projectId: string; connectionId?: string },
): AccessTarget {
  const project = findProject(asker, projectId);
  return connectionId === undefined
    ? { project }
    : { project, connection: findProjectConnection(asker.store, { projectId: project.projectId, connectionId }) };
}
