/** A step on a resource that decides nobody's access: a storage account gets another tag. */
export function describePlainUpdate(index: number): unknown {
  const urn = `urn:pulumi:test::corpus::azure-native:storage:StorageAccount::store-${index}`;
  return {
    op: "update",
    urn,
    oldState: describeState(urn, index, "1"),
    newState: describeState(urn, index, "2"),
    detailedDiff: { "tags.release": { kind: "update", inputDiff: true } },
    diffReasons: ["tags"],
  };
}

function describeState(urn: string, index: number, release: string): unknown {
  const group = "/subscriptions/5eed0000-0000-4000-8000-000000000004/resourceGroups/payments-app";
  const inputs = {
    accountName: `store${index}`,
    resourceGroupName: "payments-app",
    location: "westeurope",
    kind: "StorageV2",
    sku: { name: "Standard_ZRS" },
    minimumTlsVersion: "TLS1_2",
    allowBlobPublicAccess: false,
    allowSharedKeyAccess: false,
    networkRuleSet: { bypass: "AzureServices", defaultAction: "Deny", ipRules: [], virtualNetworkRules: [] },
    tags: { team: "payments", release },
  };
  const hosts = ["blob", "dfs", "file", "queue", "table", "web"].map((service) => [
    service,
    `https://store${index}.${service}.core.windows.net/`,
  ]);
  return {
    urn,
    custom: true,
    id: `${group}/providers/Microsoft.Storage/storageAccounts/store${index}`,
    type: "azure-native:storage:StorageAccount",
    inputs,
    outputs: {
      ...inputs,
      azureApiVersion: "2024-01-01",
      creationTime: "2026-01-01T00:00:00Z",
      primaryLocation: "westeurope",
      primaryEndpoints: Object.fromEntries(hosts) as unknown,
      provisioningState: "Succeeded",
      statusOfPrimary: "available",
    },
    parent: "urn:pulumi:test::corpus::pulumi:pulumi:Stack::corpus-test",
    provider:
      "urn:pulumi:test::corpus::pulumi:providers:azure-native::default_3_28_0::5eed0000-0000-4000-8000-00000000000a",
    propertyDependencies: Object.fromEntries(Object.keys(inputs).map((property) => [property, []])) as unknown,
    created: "2026-01-01T00:00:00Z",
    modified: "2026-01-01T00:00:00Z",
    sourcePosition: "project:///index.ts#12,3",
  };
}
