import type { ServiceConnection } from "../../state/entities";
import type { Store } from "../../state/store";
import { WireError } from "../../wire/wire-error";

/** Finds a service connection in one of its projects. @throws WireError 404; the status is guessed */
export function findProjectConnection(
  store: Store,
  { projectId, connectionId }: { projectId: string; connectionId: string },
): ServiceConnection {
  const connection = store.serviceConnections.get(connectionId);
  if (connection?.projects.some((place) => place.projectId === projectId) === true) return connection;
  throw new WireError(
    404,
    "ResourceNotFoundException",
    `The service connection ${connectionId} does not exist in the project.`,
  );
}
