import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type PropertyMap, unknownValue } from "../../../analysis/engine/property-value";
import { buildModel } from "../../../analysis/recognize/build-model";
import { harmlessTypes } from "../../../analysis/recognize/harmless-types-table";
import { formatTypeKey } from "../../../analysis/recognize/type-key";
import { createComponent, createResource, listClasses } from "../../support/engine-resources";

const packages = join(__dirname, "../../../node_modules/@pulumi");

describe("types of watched packages", () => {
  it("of azuread are each recognized, known to be harmless, or reported on purpose", () => {
    expect(listNotUnderstood(listTypes("azuread"))).toEqual([
      "azuread:index:AccessPackageAssignmentPolicy",
      "azuread:index:AccessPackageCatalogRoleAssignment",
      "azuread:index:AccessPackageResourceCatalogAssociation",
      "azuread:index:AccessPackageResourcePackageAssociation",
      "azuread:index:AdministrativeUnitMember",
      "azuread:index:ApplicationPreAuthorized",
      "azuread:index:AuthenticationStrengthPolicy",
      "azuread:index:ConditionalAccessPolicy",
      "azuread:index:CustomDirectoryRole",
      "azuread:index:GroupRoleManagementPolicy",
      "azuread:index:Invitation",
      "azuread:index:NamedLocation",
      "azuread:index:ServicePrincipalClaimsMappingPolicyAssignment",
      "azuread:index:SynchronizationJob",
      "azuread:index:SynchronizationJobProvisionOnDemand",
      "azuread:index:SynchronizationSecret",
    ]);
  });

  it("of azure-native are each recognized, known to be harmless, or reported on purpose", () => {
    const types = ["authorization", "managedidentity", "managedservices"].flatMap((module) =>
      listTypes(`azure-native/${module}`),
    );

    expect(types.length).toBeGreaterThan(30);
    expect(listNotUnderstood(types)).toEqual([
      "azure-native:authorization:DenyAssignment",
      "azure-native:authorization:RoleManagementPolicy",
      "azure-native:authorization:RoleManagementPolicyAssignment",
      "azure-native:managedservices:RegistrationAssignment",
      "azure-native:managedservices:RegistrationDefinition",
    ]);
  });

  it("of azuredevops are each recognized, known to be harmless, or reported on purpose", () => {
    // All types of version 3.16.2 that are neither service connections nor checks: https://www.pulumi.com/registry/packages/azuredevops/
    const names = `
      Area AreaPermissions BranchPolicyAutoReviewers BranchPolicyBuildValidation BranchPolicyCommentResolution
      BranchPolicyMergeTypes BranchPolicyMinReviewers BranchPolicyStatusCheck BranchPolicyWorkItemLinking BuildDefinition
      BuildDefinitionPermissions BuildFolder BuildFolderPermissions Dashboard DeploymentGroup ElasticPool Environment
      EnvironmentResourceKubernetes Extension Feed FeedPermission FeedRetentionPolicy Git GitPermissions GitRepositoryBranch
      GitRepositoryFile Group GroupEntitlement GroupMembership IterativePermissions LibraryPermissions PipelineAuthorization
      Pool Project ProjectFeatures ProjectPermissions ProjectPipelineSettings ProjectTags Queue
      RepositoryPolicyAuthorEmailPattern RepositoryPolicyCaseEnforcement RepositoryPolicyCheckCredentials
      RepositoryPolicyFilePathPattern RepositoryPolicyMaxFileSize RepositoryPolicyMaxPathLength RepositoryPolicyReservedNames
      ResourceAuthorization SecurityPermissions SecurityroleAssignment ServicePrincipalEntitlement ServiceendpointPermissions
      ServicehookPermissions ServicehookStorageQueuePipelines ServicehookWebhookTfs TaggingPermissions Team TeamAdministrators
      TeamMembers User VariableGroup VariableGroupPermissions VariableGroupVariable Wiki WikiPage WorkItemQueryPermissions
      Workitem Workitemquery WorkitemqueryFolder WorkitemtrackingField WorkitemtrackingprocessControl
      WorkitemtrackingprocessField WorkitemtrackingprocessGroup WorkitemtrackingprocessInheritedControl
      WorkitemtrackingprocessInheritedPage WorkitemtrackingprocessInheritedState WorkitemtrackingprocessList
      WorkitemtrackingprocessPage WorkitemtrackingprocessProcess WorkitemtrackingprocessProcessPermissions
      WorkitemtrackingprocessRule WorkitemtrackingprocessState WorkitemtrackingprocessSystemControl
      WorkitemtrackingprocessWorkitemtype`;
    const types = names
      .trim()
      .split(/\s+/)
      .map((name) => `azuredevops:index/x:${name}`);

    expect(listNotUnderstood(types).map((key) => key.split(":").at(-1))).toEqual([
      "BuildDefinitionPermissions",
      "BuildFolderPermissions",
      "Extension",
      "FeedPermission",
      "GitPermissions",
      "GroupEntitlement",
      "GroupMembership",
      "LibraryPermissions",
      "ProjectPermissions",
      "ProjectPipelineSettings",
      // Without a namespace and a scope it cannot be seen what these two are about.
      "SecurityPermissions",
      "SecurityroleAssignment",
      "ServicePrincipalEntitlement",
      "ServicehookPermissions",
      "TeamAdministrators",
      "TeamMembers",
      "User",
      "VariableGroupPermissions",
    ]);
  });

  it.each([
    "azuread:index/novelty:Novelty",
    "azuredevops:index/novelty:Novelty",
    "azure-native:authorization/v20300101:Novelty",
    "azure-native:managedidentity:Novelty",
    "azure-native:managedservices:RegistrationDefinition",
    "azure-native:documentdb:SqlResourceSqlRoleAssignment",
    "azure-native:keyvault:AccessPolicy",
    "azure:lighthouse/definition:Definition",
    "azure:pim/roleManagementPolicy:RoleManagementPolicy",
    "azure:keyvault/accessPolicy:AccessPolicy",
    "azure-native:sql:ServerAzureADAdministrator",
    "azure-native:dbforpostgresql:Administrator",
    "azure:postgresql/flexibleServerActiveDirectoryAdministrator:FlexibleServerActiveDirectoryAdministrator",
  ])("are never passed over when they are new: %s", (type) => {
    expect(listClasses([createResource(type, "x")])).toEqual(["unrecognized"]);
  });

  it.each([
    "azure-native:storage:StorageAccount",
    "azure:core/resourceGroup:ResourceGroup",
    "command:local:Command",
    "pulumi-nodejs:dynamic:Resource",
    "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
    "pulumi:pulumi:Stack",
    "azureadx:index/application:Application",
  ])("do not include %s", (type) => {
    expect(listClasses([createResource(type, "x")])).toEqual([]);
  });

  it("do not include components, whatever they are called", () => {
    expect(listClasses([createComponent("azuread:index/application:Application", "x")])).toEqual([]);
    expect(listClasses([createComponent("azuredevops:index:Novelty", "x")])).toEqual([]);
  });

  it("are harmless only as long as they hold nobody", () => {
    const team = (inputs: PropertyMap) => createResource("azuredevops:index/team:Team", "x", { inputs });

    expect(listClasses([team({ name: "x", members: [] })])).toEqual([]);
    expect(listClasses([team({ name: "x", members: ["y"] })])).toEqual(["unrecognized"]);
    expect(listClasses([team({ name: "x", administrators: unknownValue })])).toEqual(["unrecognized"]);
  });

  it("hold a key vault that gives rights itself", () => {
    const [policies, none] = [[{ objectId: "x", permissions: { secrets: ["get"] } }], []];
    const native = (accessPolicies: PropertyMap[]) =>
      createResource("azure-native:keyvault:Vault", "x", { inputs: { properties: { accessPolicies } } });
    const classic = (accessPolicies: PropertyMap[]) =>
      createResource("azure:keyvault/keyVault:KeyVault", "x", { inputs: { accessPolicies } });

    expect([native, classic].map((create) => listClasses([create(policies)]))).toEqual([
      ["unrecognized"],
      ["unrecognized"],
    ]);
    expect([native, classic].map((create) => listClasses([create(none)]))).toEqual([[], []]);
  });

  it("are in no two tables", () => {
    const recognized = Object.keys(harmlessTypes).filter((key) => {
      const [packageName = "", module = "", name = ""] = key.split(":");
      return buildModel([createResource(`${packageName}:${module}:${name}`, "x")]).entities.length > 0;
    });

    expect(recognized).toEqual([]);
  });
});

describe("templates", () => {
  const roleAssignment = { resources: [{ type: "Microsoft.Authorization/roleAssignments", apiVersion: "2022-04-01" }] };
  const site = { resources: [{ type: "Microsoft.Web/sites" }] };

  it.each<[string, PropertyMap]>([
    ["azure-native:resources:Deployment", { properties: { template: roleAssignment } }],
    ["azure-native:resources/v20240301:Deployment", { properties: { template: roleAssignment } }],
    ["azure-native:resources:DeploymentAtSubscriptionScope", { properties: { templateLink: { uri: "https://x" } } }],
    ["azure-native:resources:DeploymentAtTenantScope", { properties: { template: { resources: unknownValue } } }],
    ["azure-native:resources:DeploymentStackAtSubscription", { template: roleAssignment }],
    [
      "azure-native:resources:Resource",
      { resourceProviderNamespace: "microsoft.managedidentity", resourceType: "userAssignedIdentities" },
    ],
    ["azure-native:resources:Resource", { resourceProviderNamespace: unknownValue }],
    [
      "azure:core/resourceGroupTemplateDeployment:ResourceGroupTemplateDeployment",
      { templateContent: JSON.stringify(roleAssignment) },
    ],
    ["azapi:index/resource:Resource", { type: "Microsoft.Authorization/roleAssignments@2022-04-01" }],
    [
      "azure-native:resources:Deployment",
      { properties: { template: { resources: { nested: { templateLink: {} } } } } },
    ],
  ])("that may give access are reported: %s", (type, inputs) => {
    expect(listClasses([createResource(type, "x", { inputs })])).toEqual(["unrecognized"]);
  });

  it.each<[string, PropertyMap]>([
    ["azure-native:resources:Deployment", { properties: { template: site, parameters: unknownValue } }],
    ["azure-native:resources:Resource", { resourceProviderNamespace: "Microsoft.Web", resourceType: "sites" }],
    ["azapi:index/resource:Resource", { type: "Microsoft.Web/sites@2022-03-01" }],
  ])("that give none are passed over: %s", (type, inputs) => {
    const properties = type === "azure-native:resources:Deployment" ? { properties: { template: site } } : inputs;

    expect(listClasses([createResource(type, "x", { inputs: properties })])).toEqual([]);
  });
});

describe("commands", () => {
  it.each([
    "az role assignment create --assignee x --role Owner",
    "az  ad app credential reset --id x",
    "az identity federated-credential create --name x",
    "az devops invoke --area x",
    "az rest --method post --url x",
    "az keyvault set-policy --name x",
    "New-AzRoleAssignment -ObjectId x",
    "Set-AzKeyVaultAccessPolicy -VaultName x",
    "curl -X POST https://graph.microsoft.com/v1.0/applications/x/addPassword",
    "curl -X PUT https://management.azure.com/x/providers/Microsoft.Authorization/roleAssignments/y",
  ])("that give access are reported: %s", (text) => {
    for (const inputs of [{ create: text }, { create: "x", update: text }, { create: "x", delete: text }]) {
      expect(listClasses([createResource("command:local:Command", "x", { inputs })])).toEqual(["unrecognized"]);
    }
    expect(listClasses([createResource("command:remote:Command", "x", { inputs: { create: text } })])).toEqual([
      "unrecognized",
    ]);
  });

  it("that cannot be seen are reported", () => {
    const command = createResource("command:local:Command", "x", { inputs: { create: unknownValue } });
    expect(listClasses([command])).toEqual(["unrecognized"]);
  });

  it.each(["npm ci", "az storage blob upload --file x", "az keyvault secret show --name x", "kubectl apply -f x"])(
    "that give none are passed over: %s",
    (create) => {
      expect(listClasses([createResource("command:local:Command", "x", { inputs: { create } })])).toEqual([]);
    },
  );
});

describe("providers", () => {
  it("of the program tell where it works", () => {
    const provider = createResource("pulumi:providers:azure-native_authorization_v20220401", "target", {
      inputs: { tenantId: "AAAAAAAA-0000-0000-0000-000000000001", subscriptionId: "S", environment: "public" },
    });

    expect(buildModel([provider]).entities).toMatchObject([
      {
        class: "providerTarget",
        package: "azure-native",
        tenantId: { state: "known", value: "aaaaaaaa-0000-0000-0000-000000000001" },
        subscriptionId: { state: "known", value: "S" },
        organization: { state: "absent" },
        environment: { state: "known", value: "public" },
      },
    ]);
  });

  it("of Azure DevOps tell the organization", () => {
    const provider = createResource("pulumi:providers:azuredevops", "target", {
      inputs: { orgServiceUrl: "https://dev.azure.com/contoso" },
    });

    expect(buildModel([provider]).entities).toMatchObject([
      { package: "azuredevops", organization: { state: "known", value: "https://dev.azure.com/contoso" } },
    ]);
  });

  it.each(["default", "default_6_9_1"])("that the engine makes by itself say nothing: %s", (name) => {
    expect(listClasses([createResource("pulumi:providers:azuread", name, { inputs: { tenantId: "x" } })])).toEqual([]);
  });

  it("of other packages say nothing", () => {
    expect(listClasses([createResource("pulumi:providers:aws", "x")])).toEqual([]);
  });
});

/** The type tokens that a package's SDK knows, from its compiled files. */
function listTypes(folder: string): readonly string[] {
  return readdirSync(join(packages, folder))
    .filter((file) => file.endsWith(".js"))
    .flatMap((file) => {
      const text = readFileSync(join(packages, folder, file), "utf8");
      return [...text.matchAll(/__pulumiType = ['"]([^'"]+)['"]/g)].map(([, type = ""]) => type);
    })
    .filter((type) => type.includes(":"));
}

function listNotUnderstood(types: readonly string[]): readonly string[] {
  return types
    .filter((type) => listClasses([createResource(type, "x")]).includes("unrecognized"))
    .map(formatTypeKey)
    .sort();
}
