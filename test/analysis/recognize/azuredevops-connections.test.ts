import { type PropertyValue, secretValue, unknownValue } from "../../../analysis/engine/property-value";
import { serviceConnectionKinds } from "../../../analysis/recognize/service-connection-kinds-table";
import { createResource, findOnly } from "../../support/engine-resources";

const clientId = "cccccccc-0000-0000-0000-000000000001";
const subscriptionId = "0b1f6471-1bf0-4dda-aec3-111122223333";
const application = createResource("azuread:index/application:Application", "app", {
  inputs: { displayName: "payments" },
  outputs: { clientId },
});
const toApplication = { to: "declared", urn: application.urn };

describe("service connections to Azure", () => {
  const connect = (inputs: object, outputs = {}) =>
    createResource("azuredevops:index/serviceEndpointAzureRM:ServiceEndpointAzureRM", "c", {
      inputs: { serviceEndpointName: "payments", projectId: "P", ...inputs },
      outputs,
    });

  it.each([
    ["WorkloadIdentityFederation", false],
    ["ServicePrincipal", true],
    ["ManagedServiceIdentity", false],
  ])("with the scheme %s keep a secret: %p", (scheme, value) => {
    expect(findOnly("serviceConnection", [connect({ serviceEndpointAuthenticationScheme: scheme })])).toMatchObject({
      kind: "azurerm",
      scheme: { state: "known", value: scheme },
      storesSecret: { state: "known", value },
    });
  });

  it("have the provider's default scheme where none is given, and cannot be told where it cannot be seen", () => {
    expect(findOnly("serviceConnection", [connect({})]).storesSecret).toEqual({ state: "known", value: true });
    expect(
      findOnly("serviceConnection", [connect({ serviceEndpointAuthenticationScheme: unknownValue })]).storesSecret,
    ).toEqual({ state: "unknown", from: [] });
  });

  it.each([
    ["known", { serviceprincipalid: clientId.toUpperCase() }],
    ["not known yet", { serviceprincipalid: unknownValue }],
  ])("sign in as the identity whose client ID is %s", (_, credentials) => {
    const connection = { ...connect({ credentials }), propertyDependencies: { credentials: [application.urn] } };

    expect(findOnly("serviceConnection", [application, connection]).identity).toEqual(toApplication);
  });

  it("sign in as what Azure DevOps makes where no credentials are given", () => {
    const made = connect({}, { servicePrincipalId: clientId });
    const dropped = connect({}, { servicePrincipalId: clientId, credentials: { serviceprincipalid: clientId } });

    expect(findOnly("serviceConnection", [connect({})]).identity).toMatchObject({ to: "unknown" });
    expect(findOnly("serviceConnection", [made]).identity).toEqual({ to: "other", id: clientId });
    expect(findOnly("serviceConnection", [dropped]).identity).toMatchObject({ to: "unknown" });
    expect(
      findOnly("serviceConnection", [connect({ serviceEndpointAuthenticationScheme: "ManagedServiceIdentity" })])
        .identity,
    ).toEqual({ to: "absent" });
  });

  it.each([
    [{ azurermSubscriptionId: subscriptionId.toUpperCase() }, `/subscriptions/${subscriptionId}`],
    [{ azurermManagementGroupId: "Platform" }, "/providers/Microsoft.Management/managementGroups/Platform"],
    [
      { azurermManagementGroupId: "Platform", azurermSubscriptionId: "" },
      "/providers/Microsoft.Management/managementGroups/Platform",
    ],
  ])("go to %j", (inputs, value) => {
    expect(findOnly("serviceConnection", [connect(inputs)]).scope).toEqual({ state: "known", value });
  });

  it("go to Azure's public cloud where none is given", () => {
    expect(findOnly("serviceConnection", [connect({})]).environment).toEqual({ state: "known", value: "AzureCloud" });
    expect(findOnly("serviceConnection", [connect({ environment: "AzureStack" })]).environment).toEqual({
      state: "known",
      value: "AzureStack",
    });
  });

  it("had another name in version 1", () => {
    const first = { ...connect({}), type: "azuredevops:ServiceEndpoint/azureRM:AzureRM" };

    expect(findOnly("serviceConnection", [first]).kind).toBe("azurerm");
  });

  it("may be to a container registry", () => {
    const registry = createResource("azuredevops:index/serviceEndpointAzureEcr:ServiceEndpointAzureEcr", "c", {
      inputs: {
        serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
        credentials: { serviceprincipalid: clientId },
        azurecrSubscriptionId: subscriptionId,
      },
    });

    expect(findOnly("serviceConnection", [application, registry])).toMatchObject({
      kind: "dockerregistry",
      identity: toApplication,
      storesSecret: { state: "known", value: false },
      scope: { state: "known", value: `/subscriptions/${subscriptionId}` },
    });
  });
});

describe("other service connections", () => {
  it.each(Object.entries(serviceConnectionKinds))("%s keep what they are given", (key, { kind, secrets }) => {
    const [packageName = "", module = "", name = ""] = key.split(":");
    const create = (inputs: object) =>
      createResource(`${packageName}:${module}/x:${name}`, "c", { inputs: { ...inputs } });

    expect(findOnly("serviceConnection", [create({ serviceEndpointName: "x" })])).toMatchObject({
      kind,
      storesSecret: { state: "known", value: false },
      identity: { to: "absent" },
    });
    for (const secret of secrets) {
      const [outer = "", inner] = secret.split(".");
      const given = create({ serviceEndpointName: "x", [outer]: inner === undefined ? secretValue : { [inner]: "x" } });
      expect(findOnly("serviceConnection", [given]).storesSecret).toEqual({ state: "known", value: true });
    }
  });

  it("keep nothing where a secret is empty", () => {
    const aws = createResource("azuredevops:index/serviceEndpointAws:ServiceEndpointAws", "c", {
      inputs: { useOidc: true, secretAccessKey: "", sessionToken: null },
    });

    expect(findOnly("serviceConnection", [aws])).toMatchObject({ kind: "aws", storesSecret: { value: false } });
  });

  it("keep a token of the cluster", () => {
    const kubernetes = createResource("azuredevops:index/serviceEndpointKubernetes:ServiceEndpointKubernetes", "c", {
      inputs: { authorizationType: "AzureSubscription" },
    });

    expect(findOnly("serviceConnection", [kubernetes])).toMatchObject({
      kind: "kubernetes",
      scheme: { state: "known", value: "AzureSubscription" },
      storesSecret: { state: "known", value: true },
    });
  });

  it.each<[string, Readonly<Record<string, PropertyValue>>, boolean, object]>([
    [
      "WorkloadIdentityFederation",
      { type: "azurerm", authorizationParameters: { TenantId: "T", ServicePrincipalId: clientId } },
      false,
      toApplication,
    ],
    [
      "ServicePrincipal",
      { type: "AzureRM", authorizationParameters: { serviceprincipalid: clientId, serviceprincipalkey: "x" } },
      true,
      toApplication,
    ],
    ["ServicePrincipal", { type: "azurerm", authorizationParameters: secretValue }, true, { to: "secret" }],
    [
      "UsernamePassword",
      { type: "generic", authorizationParameters: { username: "x", password: "" } },
      false,
      { to: "absent" },
    ],
    [
      "UsernamePassword",
      { type: "generic", authorizationParameters: { username: "x", password: "y" } },
      true,
      { to: "absent" },
    ],
    ["None", { type: "generic" }, false, { to: "absent" }],
    ["Token", { type: "generic", authorizationParameters: { apitoken: unknownValue } }, true, { to: "absent" }],
  ])("with the scheme %s are told by their parameters: %j", (authorizationScheme, inputs, value, identity) => {
    const generic = createResource("azuredevops:index/serviceendpointGenericV2:ServiceendpointGenericV2", "c", {
      inputs: { name: "x", authorizationScheme, ...inputs },
    });

    expect(findOnly("serviceConnection", [application, generic])).toMatchObject({
      kind: inputs["type"],
      connectionName: { state: "known", value: "x" },
      storesSecret: { state: "known", value },
      identity,
    });
  });

  it("of a kind that nobody knows are connections all the same", () => {
    const novel = createResource("azuredevops:index/serviceendpointNovel:ServiceendpointNovel", "c", {
      id: "BBBBBBBB-0000-0000-0000-000000000001",
      inputs: { serviceEndpointName: "x", projectId: "P" },
    });
    const permission = createResource("azuredevops:index/pipelineAuthorization:PipelineAuthorization", "p", {
      inputs: { type: "endpoint", resourceId: novel },
    });

    expect(findOnly("serviceConnection", [novel, permission])).toMatchObject({
      kind: "Novel",
      storesSecret: { state: "unreadable" },
      connectionId: { state: "known", value: "bbbbbbbb-0000-0000-0000-000000000001" },
    });
    expect(findOnly("pipelinePermission", [novel, permission]).connection).toEqual({ to: "declared", urn: novel.urn });
  });
});
