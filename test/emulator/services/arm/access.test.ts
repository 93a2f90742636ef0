import { createCloudHarness } from "../cloud-harness";

const version = "api-version=2024-03-01";
const cloud = createCloudHarness();
let subscription: string;

beforeEach(() => {
  cloud.reset();
  subscription = `/subscriptions/${cloud.platform.subscription.subscriptionId}`;
});

describe("tokens", () => {
  const read = (authorization: string | null) => cloud.arm("GET", `${subscription}?${version}`, { authorization });

  it("refuses a request without a token", async () => {
    expect(await read(null)).toMatchObject({ status: 401, body: { error: { code: "AuthenticationFailed" } } });
  });

  it("refuses a token for another resource, a forged one and an expired one", async () => {
    const { platform, signToken, core } = cloud;
    const graphToken = await signToken(platform.deployer, "https://graph.microsoft.com");
    expect(await read(`Bearer ${graphToken}`)).toMatchObject({
      status: 401,
      body: { error: { code: "InvalidAuthenticationToken" } },
    });
    const token = await signToken(platform.deployer, "https://management.azure.com/");
    const [header, payload] = token.split(".");
    const forged = `${header ?? ""}.${payload ?? ""}.${graphToken.split(".")[2] ?? ""}`;
    expect(await read(`Bearer ${forged}`)).toMatchObject({
      status: 401,
      body: { error: { code: "InvalidAuthenticationToken" } },
    });
    expect((await read(`Bearer ${token}`)).status).toBe(200);
    core.store.clock.advance(3601_000);
    expect(await read(`Bearer ${token}`)).toMatchObject({
      status: 401,
      body: { error: { code: "ExpiredAuthenticationToken" } },
    });
  });

  it("takes the classic name of the resource too", async () => {
    const token = await cloud.signToken(cloud.platform.deployer, "https://management.core.windows.net/");
    expect((await read(`Bearer ${token}`)).status).toBe(200);
  });

  it("refuses a token of another tenant than the subscription's", async () => {
    const tenantId = "7b8f1a52-8a7f-4d2e-9f42-8d1f7d9b4d11";
    cloud.store.tenants.insert({ tenantId, cloud: "AzureCloud" });
    const token = await cloud.signToken({ ...cloud.platform.deployer, tenantId }, "https://management.azure.com");
    expect(await read(`Bearer ${token}`)).toMatchObject({
      status: 401,
      body: { error: { code: "InvalidAuthenticationTokenTenant" } },
    });
  });
});

describe("places", () => {
  it("knows no subscription that is not in the store", async () => {
    const other = "2f5b1b4e-64b1-4c12-8f0c-0f9d2a5a7c11";
    expect(await cloud.arm("GET", `/subscriptions/${other}/resourcegroups/a?${version}`)).toMatchObject({
      status: 404,
      body: { error: { code: "SubscriptionNotFound", message: `The subscription '${other}' could not be found.` } },
    });
    expect(await cloud.arm("GET", `/subscriptions/payments?${version}`)).toMatchObject({
      status: 400,
      body: { error: { code: "InvalidSubscriptionId" } },
    });
  });

  it("knows no subscription of another cloud", async () => {
    const { tenantId } = cloud.store.tenants.insert({
      tenantId: "7b8f1a52-8a7f-4d2e-9f42-8d1f7d9b4d11",
      cloud: "AzureUSGovernment",
    });
    const subscriptionId = "2f5b1b4e-64b1-4c12-8f0c-0f9d2a5a7c11";
    cloud.store.subscriptions.insert({ subscriptionId, tenantId, displayName: "Gov", managementGroupIds: [] });
    expect((await cloud.arm("GET", `/subscriptions/${subscriptionId}?${version}`)).status).toBe(404);
  });

  it.each([
    ["", "MissingApiVersionParameter"],
    ["?api-version=latest", "InvalidApiVersionParameter"],
  ])("wants an API version: %j", async (query, code) => {
    expect(await cloud.arm("GET", `${subscription}${query}`)).toMatchObject({ status: 400, body: { error: { code } } });
  });

  it("answers 404 for a route that nobody has and 501 for one that it has not built", async () => {
    expect(await cloud.arm("GET", `/unheard/of?${version}`)).toMatchObject({
      status: 404,
      body: { error: { code: "UnknownRoute" } },
    });
    for (const [path, operation] of [
      [`${subscription}/providers/Microsoft.Authorization/locks/keep`, "management locks"],
      [`${cloud.platform.resources.webAppId}/providers/microsoft.authorization/denyassignments`, "deny assignments"],
      ["/providers/Microsoft.Management/managementGroups/payments", "management groups themselves"],
    ] as const) {
      expect(await cloud.arm("GET", `${path}?${version}`)).toMatchObject({
        status: 501,
        body: { error: { message: `The emulator does not build this: ${operation}.` } },
      });
    }
  });
});

describe("access", () => {
  it("names client, object, action and scope when it refuses", async () => {
    const somebody = cloud.addPrincipal();
    const { webAppId } = cloud.platform.resources;
    expect(await cloud.arm("GET", `${webAppId}?${version}`, { as: somebody })).toMatchObject({
      status: 403,
      body: {
        error: {
          code: "AuthorizationFailed",
          message: `The client '${somebody.clientId}' with object id '${somebody.principalId}' does not have authorization to perform action 'Microsoft.Web/sites/read' over scope '${webAppId}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
        },
      },
    });
  });

  it("lets a reader read and not write, whether or not the body is right", async () => {
    const somebody = cloud.addPrincipal();
    const { webAppId, applicationGroupId } = cloud.platform.resources;
    const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    cloud.assignRole({ principalId: somebody.principalId, roleId: reader, scope: applicationGroupId });
    expect((await cloud.arm("GET", `${webAppId}?${version}`, { as: somebody })).status).toBe(200);
    for (const body of [{ location: "westeurope" }, "no JSON", undefined]) {
      expect(await cloud.arm("PUT", `${webAppId}?${version}`, { as: somebody, body })).toMatchObject({ status: 403 });
    }
    expect((await cloud.arm("DELETE", `${webAppId}?${version}`, { as: somebody })).status).toBe(403);
  });

  it("tells a condition that is not met from no role at all", async () => {
    const somebody = cloud.addPrincipal();
    cloud.assignRole({
      principalId: somebody.principalId,
      roleId: "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
      scope: subscription,
      condition:
        "(!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {acdd72a7-3385-48ef-bd42-f606fba81ae7})",
    });
    const write = (role: string, name: string) =>
      cloud.arm("PUT", `${subscription}/providers/Microsoft.Authorization/roleAssignments/${name}?${version}`, {
        as: somebody,
        body: {
          properties: {
            roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
            principalId: somebody.principalId,
            principalType: "ServicePrincipal",
          },
        },
      });
    expect(await write("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "0d8a3f6e-3f0e-4a6f-8c7b-1f2f5d3c9a01")).toMatchObject({
      status: 403,
      body: {
        error: {
          code: "AuthorizationFailed",
          message: expect.stringContaining("ABAC condition that is not fulfilled") as string,
        },
      },
    });
    expect((await write("acdd72a7-3385-48ef-bd42-f606fba81ae7", "0d8a3f6e-3f0e-4a6f-8c7b-1f2f5d3c9a02")).status).toBe(
      201,
    );
  });

  it("shows a subscription to whoever has any role in it, and to nobody else", async () => {
    const somebody = cloud.addPrincipal();
    const list = async () => (await cloud.arm("GET", `/subscriptions?${version}`, { as: somebody })).body;
    expect(await list()).toEqual({ value: [] });
    cloud.assignRole({
      principalId: somebody.principalId,
      roleId: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
      scope: cloud.platform.resources.identityGroupId,
    });
    expect(await list()).toMatchObject({ value: [{ id: subscription, displayName: "Payments Production" }] });
    expect((await cloud.arm("GET", `/tenants?${version}`, { as: somebody })).body).toMatchObject({
      value: [{ tenantId: somebody.tenantId }],
    });
  });
});
