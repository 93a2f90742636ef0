/** What a built-in role of Azure allows. `*` stands for any text, slashes included; letter case does not count. */
export interface RolePermissions {
  /** GUID in lower case. */
  readonly id: string;
  /** The role's name in Azure's own spelling. */
  readonly name: string;
  /** What it may do with resources. */
  readonly actions: readonly string[];
  /** What of `actions` it may not do. */
  readonly notActions?: readonly string[];
  /** What it may do with the data in resources. */
  readonly dataActions?: readonly string[];
  /** What of `dataActions` it may not do. */
  readonly notDataActions?: readonly string[];
}

const readsVaults = [
  "Microsoft.KeyVault/checkNameAvailability/read",
  "Microsoft.KeyVault/deletedVaults/read",
  "Microsoft.KeyVault/locations/*/read",
  "Microsoft.KeyVault/vaults/*/read",
  "Microsoft.KeyVault/operations/read",
];
const readsQueues = [
  "Microsoft.ServiceBus/*/queues/read",
  "Microsoft.ServiceBus/*/topics/read",
  "Microsoft.ServiceBus/*/topics/subscriptions/read",
];
const readsAccess = "Microsoft.Authorization/*/read";
const managesAlerts = "Microsoft.Insights/alertRules/*";
const readsHealth = "Microsoft.ResourceHealth/availabilityStatuses/read";
const deploys = "Microsoft.Resources/deployments/*";
const readsGroups = "Microsoft.Resources/subscriptions/resourceGroups/read";
const asksSupport = "Microsoft.Support/*";

/**
 * What the built-in roles allow that a pipeline is most likely to be given: enough to tell which of two roles allows more.
 *
 * Documented at https://learn.microsoft.com/azure/role-based-access-control/built-in-roles and its pages by category, named
 * below (the pages of July 2026).
 */
export const rolePermissions: readonly RolePermissions[] = [
  // …/built-in-roles/privileged
  { id: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", name: "Owner", actions: ["*"] },
  {
    id: "b24988ac-6180-42a0-ab88-20f7382dd24c",
    name: "Contributor",
    actions: ["*"],
    notActions: [
      "Microsoft.Authorization/*/Delete",
      "Microsoft.Authorization/*/Write",
      "Microsoft.Authorization/elevateAccess/Action",
      "Microsoft.Blueprint/blueprintAssignments/write",
      "Microsoft.Blueprint/blueprintAssignments/delete",
      "Microsoft.Compute/galleries/share/action",
      "Microsoft.Purview/consents/write",
      "Microsoft.Purview/consents/delete",
      "Microsoft.Resources/deploymentStacks/manageDenySetting/action",
      "Microsoft.Subscription/cancel/action",
      "Microsoft.Subscription/enable/action",
    ],
  },
  {
    id: "a8889054-8d42-49c9-bc1c-52486c10e7cd",
    name: "Reservations Administrator",
    actions: [
      "Microsoft.Capacity/*/read",
      "Microsoft.Capacity/*/action",
      "Microsoft.Capacity/*/write",
      "Microsoft.Authorization/roleAssignments/read",
      "Microsoft.Authorization/roleDefinitions/read",
      "Microsoft.Authorization/roleAssignments/write",
      "Microsoft.Authorization/roleAssignments/delete",
    ],
  },
  {
    id: "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
    name: "Role Based Access Control Administrator",
    actions: [
      "Microsoft.Authorization/roleAssignments/write",
      "Microsoft.Authorization/roleAssignments/delete",
      "*/read",
      asksSupport,
    ],
  },
  {
    id: "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
    name: "User Access Administrator",
    actions: ["*/read", "Microsoft.Authorization/*", asksSupport],
  },

  // …/built-in-roles/general
  { id: "acdd72a7-3385-48ef-bd42-f606fba81ae7", name: "Reader", actions: ["*/read"] },

  // …/built-in-roles/identity
  {
    id: "e40ec5ca-96e0-45a2-b4ff-59039f2c2b59",
    name: "Managed Identity Contributor",
    actions: [
      "Microsoft.ManagedIdentity/userAssignedIdentities/read",
      "Microsoft.ManagedIdentity/userAssignedIdentities/write",
      "Microsoft.ManagedIdentity/userAssignedIdentities/delete",
      "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/read",
      "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
      "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/delete",
      "Microsoft.ManagedIdentity/userAssignedIdentities/revokeTokens/action",
      readsAccess,
      managesAlerts,
      readsGroups,
      deploys,
      asksSupport,
    ],
  },
  {
    id: "f1a07417-d97a-45cb-824c-7a7467783830",
    name: "Managed Identity Operator",
    actions: [
      "Microsoft.ManagedIdentity/userAssignedIdentities/*/read",
      "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action",
      readsAccess,
      managesAlerts,
      readsGroups,
      deploys,
      asksSupport,
    ],
  },

  // …/built-in-roles/web-and-mobile
  {
    id: "de139f84-1756-47ae-9be6-808fbbe84772",
    name: "Website Contributor",
    actions: [
      readsAccess,
      managesAlerts,
      "Microsoft.Insights/components/*",
      readsHealth,
      deploys,
      readsGroups,
      asksSupport,
      "Microsoft.Web/certificates/*",
      "Microsoft.Web/listSitesAssignedToHostName/read",
      "Microsoft.Web/register/action",
      "Microsoft.Web/serverFarms/join/action",
      "Microsoft.Web/serverFarms/read",
      "Microsoft.Web/sites/*",
    ],
  },

  // …/built-in-roles/storage
  {
    id: "17d1049b-9a84-46fb-8f53-869881c3d3ab",
    name: "Storage Account Contributor",
    actions: [
      readsAccess,
      managesAlerts,
      "Microsoft.Insights/diagnosticSettings/*",
      "Microsoft.Network/virtualNetworks/subnets/joinViaServiceEndpoint/action",
      readsHealth,
      deploys,
      readsGroups,
      "Microsoft.Storage/storageAccounts/*",
      asksSupport,
    ],
  },
  {
    id: "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
    name: "Storage Blob Data Owner",
    actions: [
      "Microsoft.Storage/storageAccounts/blobServices/containers/*",
      "Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action",
    ],
    dataActions: ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*"],
  },
  {
    id: "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
    name: "Storage Blob Data Contributor",
    actions: [
      "Microsoft.Storage/storageAccounts/blobServices/containers/delete",
      "Microsoft.Storage/storageAccounts/blobServices/containers/read",
      "Microsoft.Storage/storageAccounts/blobServices/containers/write",
      "Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action",
    ],
    dataActions: [
      "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete",
      "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read",
      "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write",
      "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/move/action",
      "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action",
    ],
  },
  {
    id: "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
    name: "Storage Blob Data Reader",
    actions: [
      "Microsoft.Storage/storageAccounts/blobServices/containers/read",
      "Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action",
    ],
    dataActions: ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"],
  },

  {
    id: "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
    name: "Storage Queue Data Contributor",
    actions: [
      "Microsoft.Storage/storageAccounts/queueServices/queues/delete",
      "Microsoft.Storage/storageAccounts/queueServices/queues/read",
      "Microsoft.Storage/storageAccounts/queueServices/queues/write",
    ],
    dataActions: [
      "Microsoft.Storage/storageAccounts/queueServices/queues/messages/delete",
      "Microsoft.Storage/storageAccounts/queueServices/queues/messages/read",
      "Microsoft.Storage/storageAccounts/queueServices/queues/messages/write",
      "Microsoft.Storage/storageAccounts/queueServices/queues/messages/process/action",
    ],
  },
  {
    id: "19e7f393-937e-4f77-808e-94535e297925",
    name: "Storage Queue Data Reader",
    actions: ["Microsoft.Storage/storageAccounts/queueServices/queues/read"],
    dataActions: ["Microsoft.Storage/storageAccounts/queueServices/queues/messages/read"],
  },
  {
    id: "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a",
    name: "Storage Queue Data Message Sender",
    actions: [],
    dataActions: ["Microsoft.Storage/storageAccounts/queueServices/queues/messages/add/action"],
  },

  // …/built-in-roles/integration
  {
    id: "090c5cfd-751d-490a-894a-3ce6f1109419",
    name: "Azure Service Bus Data Owner",
    actions: ["Microsoft.ServiceBus/*"],
    dataActions: ["Microsoft.ServiceBus/*"],
  },
  {
    id: "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0",
    name: "Azure Service Bus Data Receiver",
    actions: readsQueues,
    dataActions: ["Microsoft.ServiceBus/*/receive/action"],
  },
  {
    id: "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39",
    name: "Azure Service Bus Data Sender",
    actions: readsQueues,
    dataActions: ["Microsoft.ServiceBus/*/send/action"],
  },

  // …/built-in-roles/analytics
  {
    id: "f526a384-b230-433a-b45c-95f59c4a2dec",
    name: "Azure Event Hubs Data Owner",
    actions: ["Microsoft.EventHub/*"],
    dataActions: ["Microsoft.EventHub/*"],
  },
  {
    id: "a638d3c7-ab3a-418d-83e6-5f17a39d4fde",
    name: "Azure Event Hubs Data Receiver",
    actions: ["Microsoft.EventHub/*/eventhubs/consumergroups/read"],
    dataActions: ["Microsoft.EventHub/*/receive/action"],
  },
  {
    id: "2b629674-e913-4c01-ae53-ef4638d8f975",
    name: "Azure Event Hubs Data Sender",
    actions: ["Microsoft.EventHub/*/eventhubs/read"],
    dataActions: ["Microsoft.EventHub/*/send/action"],
  },

  // …/built-in-roles/security
  {
    id: "21090545-7ca7-4776-b22c-e363652d74d2",
    name: "Key Vault Reader",
    actions: [readsAccess, managesAlerts, deploys, readsGroups, asksSupport, ...readsVaults],
    dataActions: ["Microsoft.KeyVault/vaults/*/read", "Microsoft.KeyVault/vaults/secrets/readMetadata/action"],
  },
  {
    id: "00482a5a-887f-4fb3-b363-3b7fe8e74483",
    name: "Key Vault Administrator",
    actions: [readsAccess, managesAlerts, deploys, readsGroups, asksSupport, ...readsVaults],
    dataActions: ["Microsoft.KeyVault/vaults/*"],
  },
  {
    id: "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
    name: "Key Vault Secrets Officer",
    actions: [readsAccess, managesAlerts, deploys, readsGroups, asksSupport, ...readsVaults],
    dataActions: ["Microsoft.KeyVault/vaults/secrets/*"],
  },
  {
    id: "4633458b-17de-408a-b874-0445c86b69e6",
    name: "Key Vault Secrets User",
    actions: [],
    dataActions: [
      "Microsoft.KeyVault/vaults/secrets/getSecret/action",
      "Microsoft.KeyVault/vaults/secrets/readMetadata/action",
    ],
  },

  // …/built-in-roles/containers
  {
    id: "c2f4ef07-c644-48eb-af81-4b1b4947fb11",
    name: "AcrDelete",
    actions: ["Microsoft.ContainerRegistry/registries/artifacts/delete"],
  },
  {
    id: "7f951dda-4ed3-4680-a7ca-43fe172d538d",
    name: "AcrPull",
    actions: ["Microsoft.ContainerRegistry/registries/pull/read"],
  },
  {
    id: "8311e382-0749-4cb8-b61a-304f252e45ec",
    name: "AcrPush",
    actions: ["Microsoft.ContainerRegistry/registries/pull/read", "Microsoft.ContainerRegistry/registries/push/write"],
  },

  // …/built-in-roles/monitor
  {
    id: "43d0d8ad-25c7-4714-9337-8ba259a9fe05",
    name: "Monitoring Reader",
    actions: ["*/read", "Microsoft.OperationalInsights/workspaces/search/action", asksSupport],
  },

  // …/built-in-roles/networking
  {
    id: "4d97b98b-1d4f-4787-a291-c67834d212e7",
    name: "Network Contributor",
    actions: [readsAccess, managesAlerts, "Microsoft.Network/*", readsHealth, deploys, readsGroups, asksSupport],
  },

  // …/built-in-roles/compute
  {
    id: "9980e02c-c2be-4d73-94e8-173b1dc7cf3c",
    name: "Virtual Machine Contributor",
    actions: [
      readsAccess,
      "Microsoft.Compute/availabilitySets/*",
      "Microsoft.Compute/locations/*",
      "Microsoft.Compute/virtualMachines/*",
      "Microsoft.Compute/virtualMachineScaleSets/*",
      "Microsoft.Compute/cloudServices/*",
      "Microsoft.Compute/disks/write",
      "Microsoft.Compute/disks/read",
      "Microsoft.Compute/disks/delete",
      "Microsoft.Compute/hostgroups/write",
      "Microsoft.Compute/hostgroups/hosts/write",
      "Microsoft.DevTestLab/schedules/*",
      managesAlerts,
      "Microsoft.Network/applicationGateways/backendAddressPools/join/action",
      "Microsoft.Network/loadBalancers/backendAddressPools/join/action",
      "Microsoft.Network/loadBalancers/inboundNatPools/join/action",
      "Microsoft.Network/loadBalancers/inboundNatRules/join/action",
      "Microsoft.Network/loadBalancers/probes/join/action",
      "Microsoft.Network/loadBalancers/read",
      "Microsoft.Network/locations/*",
      "Microsoft.Network/networkInterfaces/*",
      "Microsoft.Network/networkSecurityGroups/join/action",
      "Microsoft.Network/networkSecurityGroups/read",
      "Microsoft.Network/publicIPAddresses/join/action",
      "Microsoft.Network/publicIPAddresses/read",
      "Microsoft.Network/virtualNetworks/read",
      "Microsoft.Network/virtualNetworks/subnets/join/action",
      "Microsoft.RecoveryServices/locations/*",
      "Microsoft.RecoveryServices/Vaults/backupFabrics/backupProtectionIntent/write",
      "Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/*/read",
      "Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/read",
      "Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers/protectedItems/write",
      "Microsoft.RecoveryServices/Vaults/backupPolicies/read",
      "Microsoft.RecoveryServices/Vaults/backupPolicies/write",
      "Microsoft.RecoveryServices/Vaults/read",
      "Microsoft.RecoveryServices/Vaults/usages/read",
      "Microsoft.RecoveryServices/Vaults/write",
      readsHealth,
      deploys,
      readsGroups,
      "Microsoft.SerialConsole/serialPorts/connect/action",
      "Microsoft.SqlVirtualMachine/*",
      "Microsoft.Storage/storageAccounts/listKeys/action",
      "Microsoft.Storage/storageAccounts/read",
      asksSupport,
    ],
  },
];
