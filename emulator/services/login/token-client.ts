import type { CloudName } from "../../../facts/clouds";
import type { FederatedIdentityCredential, ServicePrincipal } from "../../state/entities";
import type { Store } from "../../state/store";

/** Who asks for a token: an application or a managed identity of the tenant, as the token endpoint sees it by now. */
export interface TokenClient {
  kind: "application" | "managedIdentity";
  clientId: string;
  tenantId: string;
  cloud: CloudName;
  displayName: string;
  /** Always the case for a managed identity. */
  singleTenant: boolean;
  credentials: FederatedIdentityCredential[];
  /** Absent while it does not exist, or is not visible yet. */
  servicePrincipal: ServicePrincipal | undefined;
  /** Resource id, of a managed identity. */
  managedIdentityId?: string;
}

/** Finds the client by its client id. */
export function findTokenClient(
  store: Store,
  { clientId, tenantId, cloud }: { clientId: string; tenantId: string; cloud: CloudName },
): TokenClient | undefined {
  const same = (entity: { clientId: string; tenantId: string }): boolean =>
    equalsIgnoringCase(entity.clientId, clientId) && equalsIgnoringCase(entity.tenantId, tenantId);
  const [servicePrincipal] = store.servicePrincipals.seenBy("login", same);
  const base = { clientId, tenantId, cloud, servicePrincipal };
  const [application] = store.applications.seenBy("login", same);
  if (application !== undefined) {
    return {
      ...base,
      kind: "application",
      displayName: application.displayName,
      singleTenant: application.signInAudience === "AzureADMyOrg",
      credentials: findCredentials(store, application.objectId),
    };
  }
  const [identity] = store.managedIdentities.seenBy("login", same);
  if (identity === undefined) return undefined;
  return {
    ...base,
    kind: "managedIdentity",
    displayName: identity.name,
    singleTenant: true,
    credentials: findCredentials(store, identity.id),
    managedIdentityId: identity.id,
  };
}

function findCredentials(store: Store, parentId: string): FederatedIdentityCredential[] {
  return store.federatedIdentityCredentials.seenBy("login", (credential) =>
    equalsIgnoringCase(credential.parentId, parentId),
  );
}

function equalsIgnoringCase(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
