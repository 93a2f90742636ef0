import { findRolePermissions } from "../../facts/role-permissions";
import { rolePermissions } from "../../facts/role-permissions-table";
import { builtInRoles } from "../../facts/roles-table";

describe("rolePermissions", () => {
  it("names each role as the list of built-in roles does, once", () => {
    const names = rolePermissions.map(({ id }) => builtInRoles.find((role) => role.id === id)?.name);
    expect(names).toEqual(rolePermissions.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
  });

  // https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/privileged, …/general, …/identity, …/storage,
  // …/security, …/integration, …/analytics, …/web-and-mobile, …/containers, …/monitor, …/networking, …/compute
  it.each([
    ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "actions", "*"],
    ["b24988ac-6180-42a0-ab88-20f7382dd24c", "actions", "*"],
    ["b24988ac-6180-42a0-ab88-20f7382dd24c", "notActions", "Microsoft.Authorization/*/Write"],
    ["b24988ac-6180-42a0-ab88-20f7382dd24c", "notActions", "Microsoft.Authorization/*/Delete"],
    ["b24988ac-6180-42a0-ab88-20f7382dd24c", "notActions", "Microsoft.Authorization/elevateAccess/Action"],
    ["18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "actions", "Microsoft.Authorization/*"],
    ["f58310d9-a9f6-439a-9e8d-f62e7b41a168", "actions", "Microsoft.Authorization/roleAssignments/write"],
    ["a8889054-8d42-49c9-bc1c-52486c10e7cd", "actions", "Microsoft.Authorization/roleAssignments/write"],
    ["acdd72a7-3385-48ef-bd42-f606fba81ae7", "actions", "*/read"],
    [
      "e40ec5ca-96e0-45a2-b4ff-59039f2c2b59",
      "actions",
      "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
    ],
    [
      "f1a07417-d97a-45cb-824c-7a7467783830",
      "actions",
      "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action",
    ],
    ["de139f84-1756-47ae-9be6-808fbbe84772", "actions", "Microsoft.Web/sites/*"],
    ["17d1049b-9a84-46fb-8f53-869881c3d3ab", "actions", "Microsoft.Storage/storageAccounts/*"],
    [
      "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
      "dataActions",
      "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write",
    ],
    [
      "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
      "dataActions",
      "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read",
    ],
    ["00482a5a-887f-4fb3-b363-3b7fe8e74483", "dataActions", "Microsoft.KeyVault/vaults/*"],
    ["b86a8fe4-44ce-4948-aee5-eccb2c155cd7", "dataActions", "Microsoft.KeyVault/vaults/secrets/*"],
    ["4633458b-17de-408a-b874-0445c86b69e6", "dataActions", "Microsoft.KeyVault/vaults/secrets/getSecret/action"],
    [
      "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
      "dataActions",
      "Microsoft.Storage/storageAccounts/queueServices/queues/messages/process/action",
    ],
    [
      "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a",
      "dataActions",
      "Microsoft.Storage/storageAccounts/queueServices/queues/messages/add/action",
    ],
    ["090c5cfd-751d-490a-894a-3ce6f1109419", "dataActions", "Microsoft.ServiceBus/*"],
    ["4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0", "dataActions", "Microsoft.ServiceBus/*/receive/action"],
    ["69a216fc-b8fb-44d8-bc22-1f3c2cd27a39", "actions", "Microsoft.ServiceBus/*/topics/subscriptions/read"],
    ["f526a384-b230-433a-b45c-95f59c4a2dec", "actions", "Microsoft.EventHub/*"],
    ["a638d3c7-ab3a-418d-83e6-5f17a39d4fde", "actions", "Microsoft.EventHub/*/eventhubs/consumergroups/read"],
    ["2b629674-e913-4c01-ae53-ef4638d8f975", "dataActions", "Microsoft.EventHub/*/send/action"],
    ["8311e382-0749-4cb8-b61a-304f252e45ec", "actions", "Microsoft.ContainerRegistry/registries/push/write"],
    ["43d0d8ad-25c7-4714-9337-8ba259a9fe05", "actions", "*/read"],
    ["4d97b98b-1d4f-4787-a291-c67834d212e7", "actions", "Microsoft.Network/*"],
    ["9980e02c-c2be-4d73-94e8-173b1dc7cf3c", "actions", "Microsoft.Compute/virtualMachines/*"],
  ] as const)("%s has in its %s %s", (id, kind, action) => {
    expect(findRolePermissions(id)?.[kind]).toContain(action);
  });

  // The same pages: what these roles have not.
  it.each([
    ["4633458b-17de-408a-b874-0445c86b69e6", "actions", []],
    ["acdd72a7-3385-48ef-bd42-f606fba81ae7", "dataActions", undefined],
    ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "notActions", undefined],
    ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "dataActions", undefined],
  ] as const)("%s has nothing more in its %s", (id, kind, expected) => {
    expect(findRolePermissions(id)?.[kind]).toEqual(expected);
  });

  it("finds a role in any letter case, and says nothing of others", () => {
    expect(findRolePermissions("ACDD72A7-3385-48EF-BD42-F606FBA81AE7")?.name).toBe("Reader");
    expect(findRolePermissions("00000000-0000-4000-8000-000000000000")).toBeUndefined();
  });
});
