import { z } from "zod";
import type { ServiceConnection } from "../../state/entities";
import { checkConfigurationKey, pipelinePermissionKey, type Store } from "../../state/store";
import type { RouteAnswer } from "../../wire/route";
import { WireError } from "../../wire/wire-error";
import { listChecks } from "./check-configurations";
import { createInvalid } from "./devops-errors";
import type { DevopsCall } from "./devops-route";
import type { DevopsState } from "./devops-state";
import { checkConnectionAdministrator } from "./rights";
import { findTrustingIdentity } from "./trusting-credentials";

/** `deep` concerns identities that Azure DevOps created; there are none here. */
export const deleteQuery = z.looseObject({ projectIds: z.string().optional(), deep: z.string().optional() });

/**
 * Takes a connection out of the named projects, and removes it when it is in no project any more. Refused while an identity
 * still trusts what would be gone.
 */
export function deleteConnection(
  state: DevopsState,
  call: DevopsCall<undefined, z.infer<typeof deleteQuery>>,
  connection: ServiceConnection,
): RouteAnswer {
  const wanted = call.query.projectIds?.split(",").map((id) => id.trim().toLowerCase()) ?? [];
  if (wanted.length === 0) throw createInvalid("The query parameter projectIds is needed.");
  const left = connection.projects.filter(({ projectId }) => !wanted.includes(projectId.toLowerCase()));
  const dropped = connection.projects
    .filter((reference) => !left.includes(reference))
    .map(({ projectId }) => projectId);
  for (const projectId of dropped) checkConnectionAdministrator(call, connection, projectId);
  checkNobodyTrusts(state.store, connection, { dropped, isLast: left.length === 0 });
  for (const projectId of dropped) removeProtection(state.store, connection, projectId);
  if (left.length === 0) state.store.serviceConnections.remove(connection.connectionId);
  else state.store.serviceConnections.update({ ...connection, projects: left });
  return { status: 204 };
}

// An Entra subject is the same in all projects, so it ends with the last of them. The text of the refusal is observed; its
// status is guessed, and so is that any identity counts, not only the one that the connection names.
function checkNobodyTrusts(
  store: Store,
  connection: ServiceConnection,
  { dropped, isLast }: { dropped: string[]; isLast: boolean },
): void {
  if (connection.issuerGeneration === "entra" && !isLast) return;
  const identity = findTrustingIdentity(store, connection, dropped);
  if (identity === undefined) return;
  throw new WireError(
    400,
    "InvalidOperationException",
    "Cannot delete this service connection while federated credentials for app " +
      `${identity.clientId} exist in Entra tenant ${identity.tenantId}. Please make sure federated credentials have been ` +
      "removed prior to deleting the service connection.",
  );
}

function removeProtection(store: Store, { connectionId }: ServiceConnection, projectId: string): void {
  const resource = { projectId, resourceType: "endpoint", resourceId: connectionId };
  store.pipelinePermissions.remove(pipelinePermissionKey(resource));
  for (const check of listChecks(store, resource)) store.checkConfigurations.remove(checkConfigurationKey(check));
}
