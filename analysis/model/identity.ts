import type { Declared } from "./declared";
import type { Value } from "./value";

/**
 * Who gets in: an app registration with its service principal, a service principal alone, or a user-assigned managed identity.
 * Its URN is that of the application or managed identity, or of the service principal where no application is declared.
 */
export interface Identity extends Declared {
  readonly class: "identity";
  readonly kind: "application" | "servicePrincipal" | "managedIdentity";
  /** URNs of all resources that are this identity, its own included; sorted. */
  readonly parts: readonly string[];
  readonly displayName: Value;
  readonly clientId: Value;
  readonly principalId: Value;
  readonly tenantId: Value;
  /** Who may sign in, such as `AzureADMyOrg`; absent for managed identities. */
  readonly signInAudience: Value;
  /** Object IDs of the owners; absent for managed identities. */
  readonly owners: Value<readonly string[]>;
  /** Azure resource ID of the resource group that holds a managed identity, or its name; absent otherwise. */
  readonly resourceGroup: Value;
}
