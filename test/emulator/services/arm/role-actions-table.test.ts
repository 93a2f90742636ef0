import { builtInRoles } from "../../../../facts/roles-table";
import { roleActions } from "../../../../emulator/services/arm/role-actions-table";

describe("roleActions", () => {
  it("names each role as the list of built-in roles does, once", () => {
    const names = roleActions.map(({ id }) => builtInRoles.find((role) => role.id === id)?.name);
    expect(names).toEqual(roleActions.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
  });

  // https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/privileged and …/identity, …/storage
  it.each([
    ["Contributor", "notActions", "Microsoft.Authorization/*/Write"],
    ["Contributor", "notActions", "Microsoft.Authorization/elevateAccess/Action"],
    ["Role Based Access Control Administrator", "actions", "Microsoft.Authorization/roleAssignments/delete"],
    ["User Access Administrator", "actions", "Microsoft.Authorization/*"],
    [
      "Managed Identity Contributor",
      "actions",
      "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
    ],
    ["Managed Identity Operator", "actions", "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action"],
    ["Storage Blob Data Reader", "dataActions", "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"],
    ["Key Vault Secrets User", "dataActions", "Microsoft.KeyVault/vaults/secrets/getSecret/action"],
    ["Website Contributor", "actions", "Microsoft.Web/sites/*"],
    ["AcrPush", "actions", "Microsoft.ContainerRegistry/registries/push/write"],
  ] as const)("%s has in its %s %s", (name, kind, action) => {
    expect(roleActions.find((role) => role.name === name)?.[kind]).toContain(action);
  });
});
