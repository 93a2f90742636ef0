import type { FederatedIdentityCredential, ServiceConnection } from "../../state/entities";
import type { Store } from "../../state/store";
import { describeFederation } from "./federation";

/** An identity that still lets a connection's pipelines in. */
export interface TrustingIdentity {
  clientId: string;
  tenantId: string;
}

/**
 * Finds an identity with a federated credential for the connection as one of these projects sees it. Azure DevOps looks
 * through its own view of the directory, which a deletion reaches late.
 */
export function findTrustingIdentity(
  store: Store,
  connection: ServiceConnection,
  projectIds: readonly string[],
): TrustingIdentity | undefined {
  const federations = projectIds.map((projectId) => describeFederation(store, connection, projectId));
  const trusting = store.federatedIdentityCredentials.seenBy("devops", ({ issuer, subject }) =>
    federations.some((federation) => federation.issuer === issuer && federation.subject === subject),
  );
  return trusting.map((credential) => findParent(store, credential)).find((parent) => parent !== undefined);
}

function findParent(store: Store, credential: FederatedIdentityCredential): TrustingIdentity | undefined {
  const wanted = credential.parentId.toLowerCase();
  const [parent] =
    credential.parentKind === "application"
      ? store.applications.seenBy("devops", ({ objectId }) => objectId.toLowerCase() === wanted)
      : store.managedIdentities.seenBy("devops", ({ id }) => id.toLowerCase() === wanted);
  return parent && { clientId: parent.clientId, tenantId: parent.tenantId };
}
