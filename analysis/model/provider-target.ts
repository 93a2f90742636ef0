import type { Declared } from "./declared";
import type { Value } from "./value";

/** Where an explicit provider works: changing it moves everything that it manages. */
export interface ProviderTarget extends Declared {
  readonly class: "providerTarget";
  /** Package, such as `azuread`. */
  readonly package: string;
  readonly tenantId: Value;
  readonly subscriptionId: Value;
  /** URL of the Azure DevOps organization. */
  readonly organization: Value;
  readonly environment: Value;
}
