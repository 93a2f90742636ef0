import { formatPackageName, formatTypeKey } from "../../../analysis/recognize/type-key";

describe("formatTypeKey", () => {
  it.each([
    ["azuread:index/application:Application", "azuread:index:Application"],
    ["azure:authorization/assignment:Assignment", "azure:authorization:Assignment"],
    ["azuredevops:Security/resourceAuthorization:ResourceAuthorization", "azuredevops:Security:ResourceAuthorization"],
    ["azure-native:authorization:RoleAssignment", "azure-native:authorization:RoleAssignment"],
    ["azure-native:authorization/v20220401:RoleAssignment", "azure-native:authorization:RoleAssignment"],
    ["azure-native:authorization/v20201001preview:RoleAssignment", "azure-native:authorization:RoleAssignment"],
    // A package that is generated for one version of an API
    ["azure-native_authorization_v20220401:authorization:RoleAssignment", "azure-native:authorization:RoleAssignment"],
    ["pulumi:providers:azuread", "pulumi:providers:azuread"],
    ["keyless:index:AzureServiceConnection", "keyless:index:AzureServiceConnection"],
  ])("writes %s as %s", (type, key) => {
    expect(formatTypeKey(type)).toBe(key);
  });

  it("tells apart what only looks alike", () => {
    expect(formatTypeKey("azure-nativex:authorization:RoleAssignment")).not.toBe(
      formatTypeKey("azure-native:authorization:RoleAssignment"),
    );
    expect(formatTypeKey("azuread:index/application:application")).not.toBe(
      formatTypeKey("azuread:index/application:Application"),
    );
    expect(formatPackageName("azure-native_evil")).toBe("azure-native_evil");
  });

  it.each(["", ":", "::", "a", "a:b"])("takes %j", (type) => {
    expect(typeof formatTypeKey(type)).toBe("string");
  });
});
