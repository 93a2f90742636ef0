import * as pulumi from "@pulumi/pulumi";
import { AzureServiceConnection } from "../../../lib/index";
import { findResource, readOutputs, recordProgram } from "../../support/record-program";
import { entraTrust, ids, legacyTrust } from "../../support/vendor-mocks";

const minimal = { project: "payments", subscription: { id: ids.subscription } };
const groupId = `/subscriptions/${ids.subscription}/resourceGroups/payments-rg`;

const connectionLabel = "ServiceEndpointAzureRM payments-dev-connection";
const applicationLabel = "Application payments-dev-application";
const principalLabel = "ServicePrincipal payments-dev-service-principal";
const applicationCredentialLabel = "ApplicationFederatedIdentityCredential payments-dev-credential";
const armCredentialLabel = "FederatedIdentityCredential payments-dev-credential";

describe("a connection with nothing but a project and a subscription", () => {
  const run = () => recordProgram(() => new AzureServiceConnection("payments-dev", minimal));

  it("makes an identity, the connection and the credential, and grants nothing", async () => {
    const { resources } = await run();

    expect(resources.map(({ label, parent }) => ({ label, parent }))).toEqual([
      { label: "AzureServiceConnection payments-dev", parent: undefined },
      { label: "WorkloadIdentity payments-dev", parent: "AzureServiceConnection payments-dev" },
      { label: applicationLabel, parent: "WorkloadIdentity payments-dev" },
      { label: principalLabel, parent: "WorkloadIdentity payments-dev" },
      { label: connectionLabel, parent: "AzureServiceConnection payments-dev" },
      { label: applicationCredentialLabel, parent: "AzureServiceConnection payments-dev" },
    ]);
  });

  it("keeps the application single-tenant and whoever deploys as its only owner", async () => {
    const { resources } = await run();

    expect(findResource(resources, applicationLabel).inputs).toEqual({
      displayName: "payments-dev",
      signInAudience: "AzureADMyOrg",
      owners: [ids.caller],
    });
    expect(findResource(resources, principalLabel)).toMatchObject({
      inputs: { clientId: ids.client, owners: [ids.caller] },
      deletedWith: applicationLabel,
    });
  });

  it("declares the connection by hand, without a secret and without validation", async () => {
    const { resources } = await run();

    expect(findResource(resources, connectionLabel)).toMatchObject({
      inputs: {
        projectId: ids.project,
        serviceEndpointName: "payments-dev",
        description: "Managed by Pulumi",
        environment: "AzureCloud",
        serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
        credentials: { serviceprincipalid: ids.client },
        azurermSpnTenantid: ids.tenant,
        azurermSubscriptionId: ids.subscription,
        azurermSubscriptionName: ids.subscription,
        features: { validate: false },
      },
      deleteBeforeReplace: true,
    });
  });

  it("trusts the issuer and subject that Azure DevOps names, exactly", async () => {
    const { resources } = await run();

    expect(findResource(resources, applicationCredentialLabel)).toMatchObject({
      inputs: {
        applicationId: `/applications/${ids.application}`,
        displayName: "payments-dev",
        description: "Service connection of payments-dev",
        issuer: entraTrust.issuer,
        subject: entraTrust.subject,
        audiences: ["api://AzureADTokenExchange"],
      },
      deleteBeforeReplace: true,
      // Azure DevOps refuses to delete a connection whose credential exists: never let the engine skip its deletion.
      deletedWith: undefined,
      replaceWith: [connectionLabel],
    });
  });

  it("gives every value that another program needs as an output", async () => {
    const { result } = await run();

    expect(await readOutputs(result)).toEqual({
      connectionId: ids.connection,
      connectionName: "payments-dev",
      projectId: ids.project,
      clientId: ids.client,
      principalId: ids.principal,
      tenantId: ids.tenant,
      issuer: entraTrust.issuer,
      subject: entraTrust.subject,
      audience: "api://AzureADTokenExchange",
      tokenAudience: "fb60f99c-7a34-4190-8149-302f77469936",
    });
  });

  it("shows in a preview what is declared, and leaves unknown what only Azure DevOps can tell", async () => {
    const { resources } = await recordProgram(() => new AzureServiceConnection("payments-dev", minimal), {
      nothingExists: true,
    });
    const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    expect(findResource(resources, applicationCredentialLabel).inputs).toEqual({
      applicationId: unknown,
      displayName: "payments-dev",
      description: "Service connection of payments-dev",
      issuer: unknown,
      subject: unknown,
      audiences: ["api://AzureADTokenExchange"],
    });
    expect(findResource(resources, applicationLabel).inputs["owners"]).toEqual([ids.caller]);
    expect(findResource(resources, connectionLabel).inputs).toMatchObject({
      projectId: ids.project,
      serviceEndpointName: "payments-dev",
      azurermSpnTenantid: ids.tenant,
    });
  });
});

describe("the order", () => {
  it("permits pipelines last, after the connection, the credential and every role", async () => {
    const { resources } = await recordProgram(
      () =>
        new AzureServiceConnection("payments-dev", {
          ...minimal,
          roleAssignments: [
            { role: "Reader", scope: groupId },
            { role: "Contributor", scope: pulumi.output(`${groupId}/providers/Microsoft.Web/sites/app`) },
          ],
          authorizedPipelines: { deploy: pulumi.output("7"), nightly: "12" },
        }),
    );
    const roles = resources.filter(({ label }) => label.startsWith("RoleAssignment")).map(({ label }) => label);

    expect(roles).toHaveLength(2);
    for (const key of ["deploy", "nightly"]) {
      expect(findResource(resources, `PipelineAuthorization payments-dev-pipeline-${key}`).dependsOn).toEqual(
        [connectionLabel, applicationCredentialLabel, ...roles].sort(),
      );
    }
    expect(findResource(resources, "PipelineAuthorization payments-dev-pipeline-deploy").inputs).toEqual({
      projectId: ids.project,
      type: "endpoint",
      resourceId: ids.connection,
      pipelineId: 7,
    });
  });

  it("makes roles beside the connection, from the principal alone", async () => {
    const { resources } = await recordProgram(
      () =>
        new AzureServiceConnection("payments-dev", {
          ...minimal,
          roleAssignments: [{ role: "Reader", scope: groupId }],
        }),
    );
    const role = resources.find(({ label }) => label.startsWith("RoleAssignment"));

    expect(role?.dependsOn).toEqual([principalLabel]);
  });

  it("makes the connection after its identity, and the credential after the connection", async () => {
    const { resources } = await recordProgram(() => new AzureServiceConnection("payments-dev", minimal));

    expect(findResource(resources, connectionLabel).dependsOn).toEqual([applicationLabel]);
    expect(findResource(resources, applicationCredentialLabel).dependsOn).toEqual([applicationLabel, connectionLabel]);
  });
});

describe("the identity", () => {
  const owner = "0123abcd-0000-4000-8000-00000000000a";

  it("can be a service principal with more owners, a name and a description of its own", async () => {
    const { resources } = await recordProgram(
      () =>
        new AzureServiceConnection("payments-dev", {
          ...minimal,
          identity: {
            servicePrincipal: {
              displayName: "Payments pipeline",
              description: "Deploys payments",
              owners: [pulumi.output(owner.toUpperCase()), ids.caller],
              serviceManagementReference: "SMR-1",
            },
          },
        }),
    );

    expect(findResource(resources, applicationLabel).inputs).toEqual({
      displayName: "Payments pipeline",
      description: "Deploys payments",
      serviceManagementReference: "SMR-1",
      signInAudience: "AzureADMyOrg",
      owners: [ids.caller, owner],
    });
    expect(findResource(resources, principalLabel).inputs["owners"]).toEqual([ids.caller, owner]);
  });

  it("can be a managed identity, which gets the ARM kind of credential", async () => {
    const { resources, result } = await recordProgram(
      () =>
        new AzureServiceConnection("payments-dev", {
          ...minimal,
          identity: { managedIdentity: { resourceGroupName: "identities", tags: { team: "payments" } } },
        }),
    );

    expect(resources.map(({ label }) => label)).toEqual([
      "AzureServiceConnection payments-dev",
      "WorkloadIdentity payments-dev",
      "UserAssignedIdentity payments-dev-identity",
      connectionLabel,
      armCredentialLabel,
    ]);
    expect(findResource(resources, "UserAssignedIdentity payments-dev-identity").inputs).toEqual({
      resourceGroupName: "identities",
      tags: { team: "payments" },
    });
    expect(findResource(resources, armCredentialLabel)).toMatchObject({
      inputs: {
        resourceGroupName: "identities",
        resourceName: "made-up",
        federatedIdentityCredentialResourceName: "payments-dev",
        ...entraTrust,
        audiences: ["api://AzureADTokenExchange"],
      },
      deleteBeforeReplace: true,
      deletedWith: undefined,
      replaceWith: [connectionLabel],
    });
    expect(await readOutputs(result)).toMatchObject({ principalId: ids.principal });
  });

  it("can exist already, as an application or as a managed identity", async () => {
    const known = { clientId: ids.client, principalId: ids.principal, tenantId: ids.tenant };
    const application = await recordProgram(
      () =>
        new AzureServiceConnection("payments-dev", {
          ...minimal,
          identity: { existing: { ...known, applicationObjectId: ids.application } },
        }),
    );
    const managedIdentity = await recordProgram(
      () =>
        new AzureServiceConnection("payments-dev", {
          ...minimal,
          identity: {
            existing: {
              ...known,
              managedIdentityId: `${groupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/release`,
            },
          },
        }),
    );

    expect(application.resources.map(({ label }) => label)).toEqual([
      "AzureServiceConnection payments-dev",
      connectionLabel,
      applicationCredentialLabel,
    ]);
    expect(findResource(managedIdentity.resources, armCredentialLabel).inputs).toMatchObject({
      resourceGroupName: "payments-rg",
      resourceName: "release",
    });
  });
});

describe("the project", () => {
  it("is used as it is when it is given by its ID", async () => {
    const other = "0e0e0e0e-0000-4000-8000-00000000000e";
    const { resources } = await recordProgram(
      () => new AzureServiceConnection("payments-dev", { ...minimal, project: pulumi.output(other) }),
    );

    expect(findResource(resources, connectionLabel).inputs["projectId"]).toBe(other);
  });
});

describe("the target", () => {
  it("can be named for people", async () => {
    const { resources } = await recordProgram(
      () =>
        new AzureServiceConnection("payments-dev", {
          ...minimal,
          subscription: { id: ids.subscription, name: "Payments Development" },
        }),
    );

    expect(findResource(resources, connectionLabel).inputs).toMatchObject({
      azurermSubscriptionId: ids.subscription,
      azurermSubscriptionName: "Payments Development",
    });
  });

  it("can be a management group, whose name the provider demands as well", async () => {
    const { resources } = await recordProgram(
      () => new AzureServiceConnection("payments-dev", { project: "payments", managementGroup: { id: "platform" } }),
    );
    const { inputs } = findResource(resources, connectionLabel);

    expect(inputs).toMatchObject({ azurermManagementGroupId: "platform", azurermManagementGroupName: "platform" });
    expect(inputs).not.toHaveProperty("azurermSubscriptionId");
  });
});

describe("other clouds", () => {
  it("trusts Azure DevOps' own issuer, with the audience of the cloud", async () => {
    const trust = legacyTrust("payments-dev");
    const { resources, result } = await recordProgram(
      () => new AzureServiceConnection("payments-dev", { ...minimal, environment: "AzureUSGovernment" }),
      { trust },
    );

    expect(findResource(resources, applicationCredentialLabel).inputs).toMatchObject({
      ...trust,
      audiences: ["api://AzureADTokenExchangeUSGov"],
    });
    // Azure DevOps' own tokens carry the audience of the credential.
    expect(await readOutputs(result)).toMatchObject({ ...trust, tokenAudience: "api://AzureADTokenExchangeUSGov" });
  });

  it("takes another audience where the cloud presents one", async () => {
    const { resources, result } = await recordProgram(
      () =>
        new AzureServiceConnection("payments-dev", {
          ...minimal,
          environment: "AzureChinaCloud",
          audience: "api://AzureADTokenExchange",
        }),
      { trust: legacyTrust("payments-dev") },
    );

    expect(findResource(resources, applicationCredentialLabel).inputs["audiences"]).toEqual([
      "api://AzureADTokenExchange",
    ]);
    expect(await readOutputs(result)).toMatchObject({ tokenAudience: "api://AzureADTokenExchange" });
  });

  it("lets the credential follow a rename of the connection in the same deployment", async () => {
    // As in a preview of a rename: the provider still names the old subject.
    const { resources, result } = await recordProgram(
      () =>
        new AzureServiceConnection("payments-dev", {
          ...minimal,
          environment: "AzureUSGovernment",
          connectionName: "payments-new",
        }),
      { trust: legacyTrust("payments-old") },
    );

    expect(findResource(resources, applicationCredentialLabel).inputs["subject"]).toBe(
      "sc://contoso/payments/payments-new",
    );
    expect(await readOutputs(result)).toMatchObject({ subject: "sc://contoso/payments/payments-new" });
  });
});

describe("a rename of the connection", () => {
  it("keeps the credential's name and, where the subject holds IDs, the credential as it is", async () => {
    const declare = (connectionName: string) =>
      recordProgram(() => new AzureServiceConnection("payments-dev", { ...minimal, connectionName }));
    const before = await declare("old name");
    const after = await declare("new name");

    expect(findResource(after.resources, applicationCredentialLabel)).toEqual(
      findResource(before.resources, applicationCredentialLabel),
    );
    expect(findResource(after.resources, connectionLabel).inputs["serviceEndpointName"]).toBe("new name");
  });
});
