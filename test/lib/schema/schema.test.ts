import { Analyzer, type AnalyzeResult, type PropertyDefinition } from "@pulumi/pulumi/provider/experimental/analyzer";
import { generateSchema } from "@pulumi/pulumi/provider/experimental/schema";

/**
 * Pulumi's own analyzer reads the components as it does when it makes their SDKs for other languages. It refuses whatever such a
 * language could not express: unions, functions, private fields, base classes.
 */
function analyze(): AnalyzeResult {
  const entryPoint = { name: "pulumi-keyless", main: "../../../lib/index.ts" };
  const components = new Set(["AzureServiceConnection", "AzureServiceConnectionPair", "WorkloadIdentity"]);
  return new Analyzer(__dirname, "keyless", entryPoint, components).analyze();
}

function list(properties: Readonly<Record<string, PropertyDefinition>> = {}): readonly string[] {
  return Object.entries(properties).map(([name, { optional, plain }]) =>
    [name, optional === true ? "?" : "", plain === true ? " plain" : ""].join(""),
  );
}

describe("the components as other languages of Pulumi see them", () => {
  const { components, typeDefinitions } = analyze();

  it("take and give exactly these", () => {
    const { AzureServiceConnection, AzureServiceConnectionPair, WorkloadIdentity } = components;

    expect(Object.keys(components).sort()).toEqual([
      "AzureServiceConnection",
      "AzureServiceConnectionPair",
      "WorkloadIdentity",
    ]);
    expect(list(AzureServiceConnection?.inputs)).toEqual([
      "project",
      "connectionName?",
      "description?",
      "environment? plain",
      "subscription? plain",
      "managementGroup? plain",
      "identity? plain",
      "audience?",
      "federatedIdentityCredentialName?",
      "roleAssignments? plain",
      "checks? plain",
      "connectionRoles? plain",
      "authorizedPipelines? plain",
      "allowReplacement? plain",
    ]);
    expect(list(AzureServiceConnection?.outputs)).toEqual([
      "connectionId",
      "connectionName",
      "projectId",
      "clientId",
      "principalId",
      "tenantId",
      "issuer",
      "subject",
      "audience",
      "tokenAudience",
    ]);
    expect(list(AzureServiceConnectionPair?.inputs)).toEqual([
      "project",
      "environment? plain",
      "subscription? plain",
      "managementGroup? plain",
      "description?",
      "identity? plain",
      "plan? plain",
      "apply plain",
      "allowAnyRoleForPlan? plain",
      "allowApplyWithoutChecks? plain",
      "allowReplacement? plain",
    ]);
    expect(list(AzureServiceConnectionPair?.outputs)).toEqual([
      "planConnectionId",
      "planConnectionName",
      "planClientId",
      "planPrincipalId",
      "planSubject",
      "applyConnectionId",
      "applyConnectionName",
      "applyClientId",
      "applyPrincipalId",
      "applySubject",
      "projectId",
      "tenantId",
    ]);
    expect(list(WorkloadIdentity?.inputs)).toEqual([
      "servicePrincipal? plain",
      "managedIdentity? plain",
      "existing? plain",
      "allowReplacement? plain",
    ]);
    expect(list(WorkloadIdentity?.outputs)).toEqual([
      "clientId",
      "principalId",
      "tenantId",
      "applicationObjectId?",
      "managedIdentityId?",
    ]);
  });

  it("share these types", () => {
    expect(Object.keys(typeDefinitions).sort()).toEqual([
      "ApprovalCheckArgs",
      "AzureEnvironment",
      "BranchControlCheckArgs",
      "BusinessHoursCheckArgs",
      "ChecksArgs",
      "CompletionEvent",
      "ConnectionRole",
      "ConnectionRoleArgs",
      "DayOfWeek",
      "ExclusiveLockCheckArgs",
      "ExistingIdentityArgs",
      "HttpMethod",
      "ManagedIdentityArgs",
      "ManagementGroupArgs",
      "MemberArgs",
      "PairedConnectionArgs",
      "RepositoryType",
      "RequiredTemplateArgs",
      "RequiredTemplateCheckArgs",
      "RestApiCheckArgs",
      "RoleAssignmentArgs",
      "RolePreset",
      "ServicePrincipalArgs",
      "SubscriptionArgs",
      "WorkloadIdentityArgs",
    ]);
    expect(typeDefinitions["AzureEnvironment"]?.enum?.map(({ value }) => value)).toEqual([
      "AzureCloud",
      "AzureUSGovernment",
      "AzureChinaCloud",
    ]);
  });

  it("have words for everything", () => {
    const described = [
      ...Object.values(components).flatMap(({ inputs, outputs }) => [
        ...Object.entries(inputs),
        ...Object.entries(outputs),
      ]),
      ...Object.values(typeDefinitions).flatMap(({ properties = {} }) => Object.entries(properties)),
    ];

    expect(described.filter(([, { description = "" }]) => description === "").map(([name]) => name)).toEqual([]);
  });

  it("never take a secret", () => {
    const schema = JSON.stringify(generateSchema("keyless", "0.0.0", "", components, typeDefinitions, []));

    expect(schema).toContain('"keyless:index:AzureServiceConnection"');
    expect(schema).not.toMatch(/"(?:\w*secret\w*|\w*password\w*|\w*certificate\w*)":/i);
  });
});
