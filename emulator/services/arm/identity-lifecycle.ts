import type { ManagedIdentity } from "../../state/entities";
import type { Store } from "../../state/store";

/** Adds a managed identity and the service principal that it is in the directory. */
export function createManagedIdentity(store: Store, identity: ManagedIdentity): ManagedIdentity {
  store.servicePrincipals.insert({
    objectId: identity.principalId,
    clientId: identity.clientId,
    tenantId: identity.tenantId,
    displayName: identity.name,
    kind: "ManagedIdentity",
    managedIdentityId: identity.id,
    ownerIds: [],
    properties: {},
  });
  return store.managedIdentities.insert(identity);
}

/**
 * Removes a managed identity with its service principal and federated identity credentials. Role assignments of it stay
 * behind, pointing at nobody.
 */
export function deleteManagedIdentity(store: Store, identity: ManagedIdentity): void {
  store.managedIdentities.remove(identity.id);
  store.servicePrincipals.remove(identity.principalId);
  for (const { credentialId } of store.federatedIdentityCredentials.list((row) => row.parentId === identity.id)) {
    store.federatedIdentityCredentials.remove(credentialId);
  }
}
