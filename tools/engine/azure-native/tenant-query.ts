import type { ArmCall, ArmClient } from "./arm-client";
import type { PropertyMap } from "./property-value";

/** Version of the API that tells a subscription's tenant. */
const subscriptionApiVersion = "2021-01-01";

/**
 * The query parameter that a role assignment to another tenant's managed identity must be read with: the tenant of the
 * subscription that owns the identity. Every other resource needs none.
 */
export async function findTenantQuery(
  client: ArmClient,
  { signal }: ArmCall,
  properties: PropertyMap,
): Promise<Record<string, string>> {
  const identityId = properties["delegatedManagedIdentityResourceId"];
  if (typeof identityId !== "string" || identityId === "") return {};
  const subscription = /\/subscriptions\/[^/]+/i.exec(identityId)?.[0];
  if (subscription === undefined) throw new Error(`could not extract subscription ID from resource ID: ${identityId}`);
  const { tenantId } = await client.get({ id: subscription, apiVersion: subscriptionApiVersion, signal });
  if (typeof tenantId !== "string") throw new Error(`${subscription} has no tenant ID`);
  return { tenantId };
}
