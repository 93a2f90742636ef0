import type { Declared } from "./declared";
import type { Reference } from "./reference";
import type { Value } from "./value";

/** Through what: a service connection of any kind. */
export interface ServiceConnection extends Declared {
  readonly class: "serviceConnection";
  /** The kind in Azure DevOps' words, such as `azurerm`, `github` or `generic`. */
  readonly kind: string;
  readonly connectionName: Value;
  /** ID of the project. */
  readonly project: Value;
  /** `WorkloadIdentityFederation`, `ServicePrincipal`, `ManagedServiceIdentity` for `azurerm`; for others the provider's word, or absent. */
  readonly scheme: Value;
  /** True where it keeps a password, key, token or certificate; unknown where that cannot be seen. */
  readonly storesSecret: Value<boolean>;
  readonly identity: Reference;
  readonly tenantId: Value;
  /** ARM scope that the connection names: a subscription or management group; absent for others. */
  readonly scope: Value;
  readonly environment: Value;
  readonly connectionId: Value;
  readonly description: Value;
}
