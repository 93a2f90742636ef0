import type { CloudName } from "../../facts/clouds";
import type { Subscription } from "../state/entities";
import type { Store } from "../state/store";

const locations: Record<CloudName, string> = {
  AzureCloud: "westeurope",
  AzureUSGovernment: "usgovvirginia",
  AzureChinaCloud: "chinaeast2",
};

/** Ids of the resource groups and sample resources that a platform has before Keyless deploys anything. */
export interface SampleResources {
  location: string;
  /** Holds the two sample resources. */
  applicationGroupId: string;
  applicationGroupName: string;
  webAppId: string;
  storageAccountId: string;
  /** Empty: a place for managed identities. */
  identityGroupId: string;
  identityGroupName: string;
}

/** Creates them in a subscription. */
export function createResources(
  store: Store,
  { subscription, cloud }: { subscription: Subscription; cloud: CloudName },
): SampleResources {
  const location = locations[cloud];
  const createGroup = (name: string): string =>
    store.resourceGroups.insert({
      id: `/subscriptions/${subscription.subscriptionId}/resourceGroups/${name}`,
      subscriptionId: subscription.subscriptionId,
      name,
      location,
      tags: {},
    }).id;
  const applicationGroupId = createGroup("payments-app");
  const createResource = (type: string, name: string): string =>
    store.resources.insert({
      id: `${applicationGroupId}/providers/${type}/${name}`,
      type,
      location,
      tags: { team: "payments" },
      properties: { provisioningState: "Succeeded" },
    }).id;
  return {
    location,
    applicationGroupId,
    applicationGroupName: "payments-app",
    webAppId: createResource("Microsoft.Web/sites", "payments-web"),
    storageAccountId: createResource("Microsoft.Storage/storageAccounts", "paymentsassets"),
    identityGroupId: createGroup("payments-identities"),
    identityGroupName: "payments-identities",
  };
}
