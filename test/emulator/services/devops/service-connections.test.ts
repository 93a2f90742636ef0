import { allowProjectAdministrator, allowProjectReader } from "../../../../emulator/services/devops/members";
import {
  connectionBody,
  createConnection,
  createDevopsHarness,
  readIdentityId,
  type DevopsHarness,
} from "./devops-harness";

let harness: DevopsHarness;
beforeEach(async () => {
  harness = await createDevopsHarness();
});

const endpoints = "/_apis/serviceendpoint/endpoints";
const inProject = "/payments/_apis/serviceendpoint/endpoints";
const somebody = "99999999-0000-4000-8000-000000000001";

function create(change: Parameters<typeof connectionBody>[1] = {}): ReturnType<DevopsHarness["send"]> {
  return harness.send({ method: "POST", path: endpoints, body: connectionBody(harness, change) });
}

function read(id: string): ReturnType<DevopsHarness["send"]> {
  return harness.send({ path: `${inProject}/${id}` });
}

describe("creating a service connection", () => {
  it("answers the whole connection, ready, with issuer and subject of the server's own making", async () => {
    const { seed } = harness;
    const answer = await create();
    expect(answer).toMatchObject({
      status: 200,
      body: {
        name: "payments-prod",
        type: "azurerm",
        owner: "library",
        isReady: true,
        isShared: false,
        createdBy: { id: readIdentityId(harness, seed.deployer.principalId) },
        operationStatus: { state: "Ready" },
        data: { creationMode: "Manual", scopeLevel: "Subscription" },
        authorization: { scheme: "WorkloadIdentityFederation", parameters: { tenantid: seed.tenant.tenantId } },
        serviceEndpointProjectReferences: [{ name: "payments-prod", projectReference: { name: "payments" } }],
      },
    });
  });

  // Written out by hand from public subjects: /eid1/c/pub/t/{tenant}/a/rISbSSETf0KqFyZ8ppdXmA/sc/{organization}/{connection},
  // with the tenant's 16 bytes in .NET order as base64url (https://github.com/microsoft/Agents/issues/202).
  it("gives it Entra's issuer and a subject of ids in the public cloud", async () => {
    const { seed } = harness;
    expect(seed.tenant.tenantId).toBe("00000000-0000-4000-8000-000000000001");
    const { id, issuer, subject } = await createConnection(harness);
    expect(issuer).toBe("https://login.microsoftonline.com/00000000-0000-4000-8000-000000000001/v2.0");
    expect(subject).toBe(
      `/eid1/c/pub/t/AAAAAAAAAECAAAAAAAAAAQ/a/rISbSSETf0KqFyZ8ppdXmA/sc/${seed.organization.organizationId}/${id}`,
    );
  });

  it("gives it the issuer of Azure DevOps and a subject of names in another cloud", async () => {
    const { organization } = harness.seed;
    const { issuer, subject } = await createConnection(harness, { data: { environment: "AzureUSGovernment" } });
    expect(issuer).toBe(`https://vstoken.dev.azure.com/${organization.organizationId}`);
    expect(subject).toBe("sc://contoso/payments/payments-prod");
  });

  it("gives it the issuer of Azure DevOps in an organization of the earlier generation", async () => {
    harness = await createDevopsHarness({ issuerGeneration: "azure-devops" });
    const { subject } = await createConnection(harness);
    expect(subject).toBe("sc://contoso/payments/payments-prod");
  });

  it("takes the type and the scheme in any letter case, and a management group as scope", async () => {
    const body = connectionBody(harness, {
      data: { scopeLevel: "ManagementGroup", managementGroupId: "payments", managementGroupName: "Payments" },
    });
    const { projectId } = harness.seed.project;
    expect(await harness.send({ method: "POST", path: endpoints, body: { ...body, type: "AzureRM" } })).toMatchObject({
      status: 200,
      body: { type: "azurerm", serviceEndpointProjectReferences: [{ projectReference: { id: projectId } }] },
    });
  });

  it("refuses a name that the project has already, whatever its letter case", async () => {
    await create();
    expect(await create({ name: "Payments-Prod" })).toMatchObject({
      status: 500,
      body: { typeKey: "DuplicateServiceConnectionException" },
    });
  });

  it.each([
    [
      { parameters: { workloadIdentityFederationAudience: "api://x" } },
      "not expected: workloadIdentityFederationAudience",
    ],
    [{ parameters: { serviceprincipalkey: "no" } }, "not expected: serviceprincipalkey"],
    [{ data: { url: "https://example.com" } }, "not expected: url"],
    [{ parameters: { tenantid: "contoso" } }, "tenantid must be a GUID"],
    [{ parameters: { serviceprincipalid: "" } }, "serviceprincipalid must be a GUID"],
    [{ data: { subscriptionId: "" } }, "needs the data subscriptionId"],
    [{ data: { environment: "AzureMoon" } }, "no environment AzureMoon"],
    [{ data: { creationMode: "Sometimes" } }, "creationMode"],
    [{ name: " " }, "name"],
  ])("refuses %j", async (change, message) => {
    expect(await create(change)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(message) as string },
    });
    expect(await harness.send({ path: `${inProject}?endpointNames=payments-prod` })).toMatchObject({
      body: { count: 0 },
    });
  });

  it.each([
    [{ data: { creationMode: "Automatic" } }, "creationMode Automatic"],
    [{ data: { environment: "AzureStack" } }, "AzureStack"],
    [{ parameters: { workloadIdentityFederationIssuerType: "Other" } }, "the issuer Other"],
  ])("does not build %j, and says so", async (change, message) => {
    expect(await create(change)).toMatchObject({
      status: 501,
      body: { message: expect.stringContaining(message) as string },
    });
  });

  it("does not build connections with a secret", async () => {
    const body = { ...connectionBody(harness), authorization: { scheme: "ServicePrincipal", parameters: {} } };
    expect(await harness.send({ method: "POST", path: endpoints, body })).toMatchObject({ status: 501 });
  });
});

describe("reading service connections", () => {
  it("answers an unknown id with 200 and null", async () => {
    const answer = await read(somebody);
    expect(answer).toMatchObject({ status: 200, body: null });
  });

  it("finds by name, type, scheme and id", async () => {
    const { id } = await createConnection(harness);
    await createConnection(harness, { name: "other" });
    const count = async (query: string): Promise<unknown> =>
      (await harness.send({ path: `${inProject}?${query}` })).body;
    expect(await count("endpointNames=Payments-Prod")).toMatchObject({ count: 1, value: [{ id }] });
    expect(await count("endpointNames=nothing")).toMatchObject({ count: 0, value: [] });
    // The seed's deployer signs in through a connection of its own.
    expect(await count("type=azurerm&authSchemes=WorkloadIdentityFederation")).toMatchObject({ count: 3 });
    expect(await count(`endpointIds=${id},${somebody}`)).toMatchObject({ count: 1 });
    expect(await count("type=aws")).toMatchObject({ count: 0 });
  });

  it("shows a reader the name and little more", async () => {
    const { id } = await createConnection(harness);
    allowProjectReader(harness.store, { projectId: harness.seed.project.projectId, principalId: somebody });
    const token = await harness.signIn(somebody);
    const answer = await harness.send({ path: `${inProject}/${id}`, token });
    expect(answer).toMatchObject({ status: 200, body: { id, name: "payments-prod" } });
    expect(answer.body).not.toHaveProperty("type");
    expect(answer.body).not.toHaveProperty("data");
    expect(answer.body).not.toHaveProperty("authorization");
    expect(await harness.send({ path: `${inProject}?actionFilter=manage`, token })).toMatchObject({
      body: { count: 0 },
    });
  });

  it("follows the names in a legacy subject from one read to the next", async () => {
    const { store, seed } = harness;
    const { id } = await createConnection(harness, { data: { environment: "AzureChinaCloud" } });
    store.organizations.update({ ...seed.organization, name: "fabrikam" });
    store.projects.update({ ...seed.project, name: "billing" });
    seed.organizationUrl = "https://dev.azure.com/fabrikam";
    expect(await harness.send({ path: `/billing/_apis/serviceendpoint/endpoints/${id}` })).toMatchObject({
      body: {
        authorization: { parameters: { workloadIdentityFederationSubject: "sc://fabrikam/billing/payments-prod" } },
      },
    });
  });
});

describe("changing a service connection", () => {
  function put(id: string, body: unknown, query = ""): ReturnType<DevopsHarness["send"]> {
    return harness.send({ method: "PUT", path: `${endpoints}/${id}${query}`, body });
  }

  it("renames it and keeps what the server made, though the request does not have it", async () => {
    const { id, issuer, subject } = await createConnection(harness);
    const body = { ...connectionBody(harness, { name: "renamed" }), id };
    expect(await put(id, body)).toMatchObject({ status: 200, body: { name: "renamed" } });
    expect((await read(id)).body).toMatchObject({
      id,
      name: "renamed",
      authorization: {
        parameters: { workloadIdentityFederationIssuer: issuer, workloadIdentityFederationSubject: subject },
      },
    });
  });

  it("changes the subject of a legacy connection with its name", async () => {
    const government = { environment: "AzureUSGovernment" };
    const { id } = await createConnection(harness, { data: government });
    await put(id, connectionBody(harness, { name: "renamed", data: government }));
    expect((await read(id)).body).toMatchObject({
      authorization: { parameters: { workloadIdentityFederationSubject: "sc://contoso/payments/renamed" } },
    });
  });

  it("takes back what a client read, and lets it change no issuer or subject", async () => {
    const { id, issuer, subject } = await createConnection(harness);
    const parameters = {
      workloadIdentityFederationIssuer: "https://evil.example",
      workloadIdentityFederationIssuerType: "EntraID",
      workloadIdentityFederationSubject: "sc://a/b/c",
    };
    expect(await put(id, connectionBody(harness, { parameters }))).toMatchObject({
      status: 200,
      body: {
        authorization: {
          parameters: { workloadIdentityFederationIssuer: issuer, workloadIdentityFederationSubject: subject },
        },
      },
    });
  });

  it("refuses the name of another one", async () => {
    await createConnection(harness);
    const { id } = await createConnection(harness, { name: "other" });
    expect(await put(id, connectionBody(harness))).toMatchObject({ status: 500 });
    expect((await read(id)).body).toMatchObject({ name: "other" });
  });

  it("does not build the conversion of the scheme or of the cloud", async () => {
    const { id } = await createConnection(harness);
    expect(await put(id, connectionBody(harness), "?operation=ConvertAuthenticationScheme")).toMatchObject({
      status: 501,
    });
    const government = connectionBody(harness, { data: { environment: "AzureUSGovernment" } });
    expect(await put(id, government)).toMatchObject({ status: 501 });
  });

  it("is for its creator and the administrators of its project", async () => {
    const { id } = await createConnection(harness);
    const { store, seed, signIn, send } = harness;
    const { projectId } = seed.project;
    const request = { method: "PUT", path: `${endpoints}/${id}`, body: connectionBody(harness) };
    allowProjectReader(store, { projectId, principalId: somebody });
    const token = await signIn(somebody);
    expect(await send({ ...request, token })).toMatchObject({ status: 403 });
    expect(
      await send({ method: "POST", path: endpoints, body: connectionBody(harness, { name: "n" }), token }),
    ).toMatchObject({
      status: 403,
    });
    expect(await send({ method: "DELETE", path: `${endpoints}/${id}?projectIds=${projectId}`, token })).toMatchObject({
      status: 403,
    });
    allowProjectAdministrator(store, { projectId, principalId: somebody });
    expect(await send({ ...request, token })).toMatchObject({ status: 200 });
  });
});

describe("sharing a service connection", () => {
  it("shows it in both projects, and a deletion takes it out of the named one", async () => {
    const { store, seed, send } = harness;
    const other = store.projects.insert({ ...seed.project, projectId: somebody, name: "other" });
    const { id } = await createConnection(harness, { data: { environment: "AzureUSGovernment" } });
    const share = [{ projectReference: { id: other.projectId }, name: "shared", description: "" }];
    expect(await send({ method: "PATCH", path: `${endpoints}/${id}`, body: share })).toMatchObject({ status: 204 });
    expect(await send({ path: `/other/_apis/serviceendpoint/endpoints/${id}` })).toMatchObject({
      body: {
        name: "shared",
        isShared: true,
        authorization: { parameters: { workloadIdentityFederationSubject: "sc://contoso/other/shared" } },
      },
    });
    await send({ method: "DELETE", path: `${endpoints}/${id}?projectIds=${seed.project.projectId}` });
    expect(await read(id)).toMatchObject({ body: null });
    expect(await send({ path: `/other/_apis/serviceendpoint/endpoints/${id}` })).toMatchObject({ body: { id } });
  });
});

describe("deleting a service connection", () => {
  function remove(id: string): ReturnType<DevopsHarness["send"]> {
    const path = `${endpoints}/${id}?projectIds=${harness.seed.project.projectId}&deep=true`;
    return harness.send({ method: "DELETE", path });
  }

  function trust({ issuer, subject }: { issuer: string; subject: string }): void {
    harness.store.federatedIdentityCredentials.insert({
      credentialId: "credential",
      parentId: harness.seed.deployer.applicationId,
      parentKind: "application",
      name: "trust",
      issuer,
      subject,
      audiences: ["api://AzureADTokenExchange"],
    });
  }

  it("answers 204, and from then on 200 with null", async () => {
    const { id } = await createConnection(harness);
    expect(await remove(id)).toMatchObject({ status: 204, body: undefined });
    expect(await read(id)).toMatchObject({ status: 200, body: null });
    expect(await remove(id)).toMatchObject({ status: 404 });
  });

  // The text as in https://github.com/microsoft/terraform-provider-azuredevops/issues/1131
  it("is refused while an identity still trusts it, naming application and tenant", async () => {
    const connection = await createConnection(harness);
    trust(connection);
    const { clientId, tenantId } = harness.seed.deployer;
    expect(await remove(connection.id)).toMatchObject({
      status: 400,
      body: {
        message:
          `Cannot delete this service connection while federated credentials for app ${clientId} exist in Entra tenant ` +
          `${tenantId}. Please make sure federated credentials have been removed prior to deleting the service connection.`,
      },
    });
    expect((await read(connection.id)).body).toMatchObject({ id: connection.id });
  });

  it("is refused as long as Azure DevOps still sees a credential that is gone already", async () => {
    const { store } = harness;
    const connection = await createConnection(harness);
    store.setDelays("federatedIdentityCredentials", { devops: { disappearMs: 30_000 } });
    trust(connection);
    store.federatedIdentityCredentials.remove("credential");
    expect(await remove(connection.id)).toMatchObject({ status: 400 });
    store.clock.advance(30_000);
    expect(await remove(connection.id)).toMatchObject({ status: 204 });
  });

  it("looks at no credential that differs in issuer, or in subject by case alone", async () => {
    const connection = await createConnection(harness);
    trust({ ...connection, subject: connection.subject.toUpperCase() });
    expect(await remove(connection.id)).toMatchObject({ status: 204 });
  });

  it("sees a credential of a managed identity too", async () => {
    const connection = await createConnection(harness);
    const { store, seed } = harness;
    store.managedIdentities.insert({
      id: "/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i",
      subscriptionId: "s",
      resourceGroupName: "g",
      name: "i",
      location: "westeurope",
      tags: {},
      clientId: somebody,
      principalId: "p",
      tenantId: seed.tenant.tenantId,
    });
    store.federatedIdentityCredentials.insert({
      credentialId: "of-identity",
      parentId: "/subscriptions/s/resourcegroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i",
      parentKind: "managedIdentity",
      name: "trust",
      issuer: connection.issuer,
      subject: connection.subject,
      audiences: ["api://AzureADTokenExchange"],
    });
    expect(await remove(connection.id)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(`for app ${somebody}`) as string },
    });
  });

  it("needs to be told the project", async () => {
    const { id } = await createConnection(harness);
    expect(await harness.send({ method: "DELETE", path: `${endpoints}/${id}` })).toMatchObject({ status: 400 });
  });
});
