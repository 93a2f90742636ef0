import { type LimitName, limits } from "../../facts/limits-table";

describe("limits", () => {
  it.each<[LimitName, number]>([
    // https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
    ["federatedIdentityCredentialsPerIdentity", 20],
    ["minimumFederatedIdentityCredentialName", 3],
    ["federatedIdentityCredentialName", 120],
    ["federatedIdentityCredentialDescription", 600],
    ["issuer", 600],
    ["subject", 600],
    ["audience", 600],
    ["audiencesPerFederatedIdentityCredential", 1],
    // https://learn.microsoft.com/graph/api/resources/application
    ["applicationDisplayName", 256],
    ["applicationDescription", 1024],
    // https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
    ["minimumManagedIdentityName", 3],
    ["managedIdentityName", 128],
    ["resourceGroupName", 90],
    // https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-rbac-limits
    ["roleAssignmentsPerManagementGroup", 500],
    ["roleAssignmentDescription", 2 * 1024],
    ["roleAssignmentCondition", 8 * 1024],
    ["customRolesPerTenant", 5000],
    ["customRoleName", 512],
    // https://learn.microsoft.com/azure/devops/organizations/settings/naming-restrictions
    ["projectName", 64],
  ])("%s is %d as documented", (name, value) => {
    expect(limits[name]).toMatchObject({ value, basis: "documented" });
  });

  it("gives a page of the vendor for each", () => {
    for (const limit of Object.values(limits)) {
      expect(limit.page).toMatch(/^https:\/\/learn\.microsoft\.com\/[a-z]/);
      expect(Number.isInteger(limit.value) && limit.value > 0).toBe(true);
    }
  });
});
