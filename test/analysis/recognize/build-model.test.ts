import { createComponent, createResource, findAll, findOnly, listClasses } from "../../support/engine-resources";

const tenant = "11111111-2222-3333-4444-555555555555";
const project = "0f0f0f0f-1111-2222-3333-444444444444";

describe("buildModel", () => {
  it("understands what one of our components makes, before anything of it exists", () => {
    const component = createComponent("keyless:index:AzureServiceConnection", "payments");
    const parent = component.urn;
    const application = createResource("azuread:index/application:Application", "payments-application", {
      parent,
      inputs: {
        displayName: "payments",
        signInAudience: "AzureADMyOrg",
        owners: ["AAAAAAAA-0000-0000-0000-000000000001"],
      },
    });
    const principal = createResource("azuread:index/servicePrincipal:ServicePrincipal", "payments-service-principal", {
      parent,
      inputs: { clientId: application },
    });
    const connection = createResource(
      "azuredevops:index/serviceEndpointAzureRM:ServiceEndpointAzureRM",
      "payments-connection",
      {
        parent,
        inputs: {
          projectId: project,
          serviceEndpointName: "payments",
          serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
          credentials: application,
          azurermSpnTenantid: tenant.toUpperCase(),
          azurermSubscriptionId: "0b1f6471-1bf0-4dda-aec3-111122223333",
        },
      },
    );
    const credential = createResource(
      "azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential",
      "payments-credential",
      {
        parent,
        inputs: {
          applicationId: application,
          issuer: connection,
          subject: connection,
          audiences: ["api://AzureADTokenExchange"],
        },
      },
    );
    const role = createResource("azure-native:authorization:RoleAssignment", "payments-role", {
      parent,
      inputs: {
        principalId: principal,
        principalType: "ServicePrincipal",
        scope: "/subscriptions/0b1f6471-1bf0-4dda-aec3-111122223333",
        roleDefinitionId:
          "/subscriptions/0b1f6471-1bf0-4dda-aec3-111122223333/providers/Microsoft.Authorization/roleDefinitions/ACDD72A7-3385-48EF-BD42-F606FBA81AE7",
      },
    });
    const permission = createResource(
      "azuredevops:index/pipelineAuthorization:PipelineAuthorization",
      "payments-pipeline",
      {
        parent,
        inputs: { projectId: project, type: "endpoint", resourceId: connection, pipelineId: 7 },
      },
    );
    const resources = [permission, role, credential, connection, principal, application, component];

    const identity = findOnly("identity", resources);
    expect(identity).toMatchObject({
      urn: application.urn,
      component: component.urn,
      kind: "application",
      parts: [application.urn, principal.urn],
      clientId: { state: "unknown", from: [application.urn] },
      principalId: { state: "unknown", from: [principal.urn] },
      owners: { state: "known", value: ["aaaaaaaa-0000-0000-0000-000000000001"] },
    });
    const declared = { to: "declared", urn: identity.urn };
    expect(findOnly("serviceConnection", resources)).toMatchObject({
      kind: "azurerm",
      identity: declared,
      storesSecret: { state: "known", value: false },
      tenantId: { state: "known", value: tenant },
      scope: { state: "known", value: "/subscriptions/0b1f6471-1bf0-4dda-aec3-111122223333" },
      environment: { state: "known", value: "AzureCloud" },
      connectionId: { state: "unknown", from: [connection.urn] },
    });
    expect(findOnly("trust", resources)).toMatchObject({
      identity: declared,
      subject: { state: "unknown", from: [connection.urn] },
      audience: { state: "known", value: "api://AzureADTokenExchange" },
      expression: { state: "absent" },
    });
    expect(findOnly("roleAssignment", resources)).toMatchObject({
      principal: declared,
      role: { kind: "builtIn", id: "acdd72a7-3385-48ef-bd42-f606fba81ae7", name: "Reader" },
    });
    expect(findOnly("pipelinePermission", resources)).toMatchObject({
      connection: { to: "declared", urn: connection.urn },
      pipeline: { state: "known", value: "7" },
      allPipelines: false,
    });
    expect(listClasses(resources)).toEqual([
      "identity",
      "pipelinePermission",
      "roleAssignment",
      "serviceConnection",
      "trust",
    ]);
    expect(findAll("unrecognized", resources)).toEqual([]);
  });
});
