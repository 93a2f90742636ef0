import type { z } from "zod";
import type { ServiceConnection } from "../../state/entities";
import type { Store } from "../../state/store";
import { describeFederation } from "./federation";
import { type Asker, isConnectionUser } from "./rights";
import type { connectionForReaders, WholeConnection } from "./service-connection-schema";

/** A connection as one project shows it to the caller: whole to whoever may use it, little more than its name else. */
export function formatConnection(
  asker: Asker,
  connection: ServiceConnection,
  projectId: string,
): WholeConnection | z.infer<typeof connectionForReaders> {
  const whole = formatWholeConnection(asker, connection, projectId);
  if (isConnectionUser(asker, connection, projectId)) return whole;
  const { id, name, description, owner, isShared, isReady } = whole;
  return { id, name, description, owner, isShared, isReady };
}

function formatWholeConnection({ store }: Asker, connection: ServiceConnection, projectId: string): WholeConnection {
  const { connectionId, scheme, projects, type, url, owner, data, createdBy } = connection;
  const seen = projects.find((reference) => reference.projectId === projectId);
  return {
    id: connectionId,
    name: seen?.name ?? connection.name,
    type,
    url,
    description: seen?.description ?? connection.description,
    owner,
    createdBy: { id: createdBy },
    isShared: projects.length > 1,
    isOutdated: false,
    isReady: true,
    operationStatus: { state: "Ready", statusMessage: "" },
    authorization: { scheme, parameters: formatParameters(store, connection, projectId) },
    data,
    serviceEndpointProjectReferences: projects.map((reference) => ({
      projectReference: {
        id: reference.projectId,
        name: store.projects.get(reference.projectId)?.name ?? reference.projectId,
      },
      name: reference.name,
      description: reference.description,
    })),
  };
}

function formatParameters(store: Store, connection: ServiceConnection, projectId: string): Record<string, string> {
  const { issuer, subject } = describeFederation(store, connection, projectId);
  return {
    ...connection.parameters,
    workloadIdentityFederationIssuer: issuer,
    ...(connection.issuerGeneration === "entra" ? { workloadIdentityFederationIssuerType: "EntraID" } : {}),
    workloadIdentityFederationSubject: subject,
  };
}
