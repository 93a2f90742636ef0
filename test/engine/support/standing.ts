import { builtInRoles } from "../../../facts/roles-table";
import type { FederatedIdentityCredential, ServiceConnection } from "../../../emulator/state/entities";
import type { Inventory } from "./inventory";
import type { ConnectionOutputs } from "./moment";

/** What stands in the clouds for one service connection. */
export interface Standing {
  connection: ServiceConnection | undefined;
  /** Object ID of the application, or resource ID of the managed identity, that the connection signs in as. */
  identityId: string | undefined;
  /** Every credential for the connection's issuer and subject, on whatever identity. */
  credentials: FederatedIdentityCredential[];
  /** Names of roles by scope, of the connection's identity. */
  roles: { role: string | undefined; scope: string }[];
  /** IDs of the pipelines that may use it. */
  pipelineIds: number[];
}

/** Finds what stands for a connection by the outputs of its component. */
export function findStanding(clouds: Inventory, outputs: ConnectionOutputs): Standing {
  const { connectionId, clientId, principalId, issuer, subject } = outputs;
  const isIdentity = (one: { clientId: string }): boolean => one.clientId === clientId;
  return {
    connection: clouds.serviceConnections.find((one) => one.connectionId === connectionId),
    identityId: clouds.applications.find(isIdentity)?.objectId ?? clouds.managedIdentities.find(isIdentity)?.id,
    credentials: clouds.federatedIdentityCredentials.filter((one) => one.issuer === issuer && one.subject === subject),
    roles: clouds.roleAssignments
      .filter((one) => one.principalId === principalId)
      .map(({ roleDefinitionId, scope }) => ({
        role: builtInRoles.find(({ id }) => roleDefinitionId.endsWith(id))?.name,
        scope,
      })),
    pipelineIds: clouds.pipelinePermissions
      .filter(({ resourceId }) => resourceId === connectionId)
      .flatMap(({ pipelineIds }) => pipelineIds),
  };
}
