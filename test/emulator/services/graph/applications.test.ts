import { createCloudHarness, type Identity } from "../cloud-harness";

const cloud = createCloudHarness();
let admin: Identity;

beforeEach(() => {
  cloud.reset();
  admin = cloud.addPrincipal(["Application.ReadWrite.All"]);
});

interface Created {
  id: string;
  appId: string;
}

async function create(body: Record<string, unknown> = {}, as: Identity = admin): Promise<Created> {
  const answer = await cloud.graph("POST", "/v1.0/applications", { as, body: { displayName: "shop", ...body } });
  expect(answer).toMatchObject({ status: 201 });
  return answer.body as Created;
}

describe("applications", () => {
  it("creates one that its caller owns and reads it back by both keys", async () => {
    const created = await create({ "@odata.type": "#microsoft.graph.application", tags: ["a"], notes: null });
    expect(created).toMatchObject({
      "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#applications/$entity",
      displayName: "shop",
      signInAudience: "AzureADMyOrg",
      tags: ["a"],
      identifierUris: [],
      passwordCredentials: [],
    });
    expect(created).not.toHaveProperty("@odata.type");
    for (const key of [`/${created.id.toUpperCase()}`, `(appId='${created.appId}')`]) {
      expect(await cloud.graph("GET", `/v1.0/applications${key}`, { as: admin })).toMatchObject({
        status: 200,
        body: created,
      });
    }
    expect((await cloud.graph("GET", `/v1.0/applications/${created.id}/owners`, { as: admin })).body).toMatchObject({
      value: [{ "@odata.type": "#microsoft.graph.servicePrincipal", id: admin.principalId }],
    });
  });

  it("selects properties, in beta too", async () => {
    const { id } = await create({ oauth2RequirePostResponse: true });
    const answer = await cloud.graph("GET", `/beta/applications/${id}?$select=oauth2RequirePostResponse`, {
      as: admin,
    });
    expect(answer.body).toEqual({
      "@odata.context": "https://graph.microsoft.com/beta/$metadata#applications/$entity",
      oauth2RequirePostResponse: true,
    });
  });

  it("finds by name and by client id", async () => {
    const { id, appId } = await create();
    for (const filter of [`displayName eq 'SHOP'`, `appId eq '${appId}'`, `startswith(displayName,'sh')`]) {
      const path = `/v1.0/applications?$filter=${encodeURIComponent(filter)}&$select=id`;
      expect((await cloud.graph("GET", path, { as: admin })).body).toMatchObject({ value: [{ id }] });
    }
  });

  it("changes what is sent, and takes back what it answered", async () => {
    const created = await create({ notes: "old" });
    const path = `/v1.0/applications/${created.id}`;
    const body = { id: created.id, appId: created.appId, displayName: "TERRAFORM_UPDATE_1", tags: ["b"], web: null };
    expect(await cloud.graph("PATCH", path, { as: admin, body })).toMatchObject({ status: 204, body: undefined });
    expect((await cloud.graph("GET", path, { as: admin })).body).toMatchObject({
      displayName: "TERRAFORM_UPDATE_1",
      notes: "old",
      tags: ["b"],
    });
  });

  it.each([
    ["no name", { displayName: undefined }],
    ["a name of 257 characters", { displayName: "x".repeat(257) }],
    ["an unknown audience", { signInAudience: "Everybody" }],
    ["an unknown property", { dispalyName: "x" }],
    ["a description of 1025 characters", { description: "x".repeat(1025) }],
    ["a password", { passwordCredentials: [{ displayName: "secret" }] }],
    ["a key", { keyCredentials: [{ type: "AsymmetricX509Cert" }] }],
    [
      "21 owners",
      {
        "owners@odata.bind": Array.from(
          { length: 21 },
          (_, i) => `https://graph.microsoft.com/v1.0/directoryObjects/${i}`,
        ),
      },
    ],
  ])("refuses %s", async (_name, wrong) => {
    const before = cloud.store.applications.list().length;
    const answer = await cloud.graph("POST", "/v1.0/applications", {
      as: admin,
      body: { displayName: "shop", ...wrong },
    });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: "Request_BadRequest" } } });
    expect(cloud.store.applications.list()).toHaveLength(before);
  });

  it("refuses to change its ids", async () => {
    const { id } = await create();
    const answer = await cloud.graph("PATCH", `/v1.0/applications/${id}`, {
      as: admin,
      body: { appId: admin.clientId },
    });
    expect(answer.status).toBe(400);
  });

  it("deletes one with its service principal and credentials", async () => {
    const { id, appId } = await create();
    const { store } = cloud;
    const count = () => [
      store.applications.list().length,
      store.servicePrincipals.list().length,
      store.federatedIdentityCredentials.list().length,
    ];
    const before = count();
    await cloud.graph("POST", "/v1.0/servicePrincipals", { as: admin, body: { appId } });
    await cloud.graph("POST", `/v1.0/applications/${id}/federatedIdentityCredentials`, {
      as: admin,
      body: { name: "main", issuer: "https://issuer.example", subject: "s", audiences: ["a"] },
    });
    expect(count()).toEqual([before[0], (before[1] ?? 0) + 1, (before[2] ?? 0) + 1]);
    expect((await cloud.graph("DELETE", `/v1.0/applications/${id}`, { as: admin })).status).toBe(204);
    expect(count()).toEqual([(before[0] ?? 0) - 1, before[1], before[2]]);
    for (const method of ["GET", "PATCH", "DELETE"]) {
      expect(
        await cloud.graph(method, `/v1.0/applications/${id}`, { as: admin, ...(method === "PATCH" && { body: {} }) }),
      ).toMatchObject({
        status: 404,
        body: {
          error: {
            code: "Request_ResourceNotFound",
            message: `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
            innerError: { "request-id": expect.any(String) as string },
          },
        },
      });
    }
  });

  it("shows changes as late as its own replicas do", async () => {
    cloud.store.setDelays("applications", { graph: { appearMs: 5_000, disappearMs: 10_000 } });
    const { id } = await create();
    const read = async () => (await cloud.graph("GET", `/v1.0/applications/${id}`, { as: admin })).status;
    const patch = async () =>
      (await cloud.graph("PATCH", `/v1.0/applications/${id}`, { as: admin, body: { displayName: "a" } })).status;
    expect([await read(), await patch()]).toEqual([404, 404]);
    cloud.store.clock.advance(5_000);
    expect([await read(), await patch()]).toEqual([200, 204]);
    await cloud.graph("DELETE", `/v1.0/applications/${id}`, { as: admin });
    expect([await read(), await patch()]).toEqual([200, 404]);
    cloud.store.clock.advance(10_000);
    expect(await read()).toBe(404);
  });
});

describe("application permissions", () => {
  const status = async (method: string, path: string, as: Identity, body?: unknown) =>
    (await cloud.graph(method, path, { as, ...(body === undefined ? {} : { body }) })).status;

  it("let nobody in without one", async () => {
    const { id } = await create();
    const nobody = cloud.addPrincipal();
    expect(await cloud.graph("GET", `/v1.0/applications/${id}`, { as: nobody })).toMatchObject({
      status: 403,
      body: {
        error: {
          code: "Authorization_RequestDenied",
          message: "Insufficient privileges to complete the operation.",
        },
      },
    });
    expect(await status("POST", "/v1.0/applications", nobody, { displayName: "x" })).toBe(403);
  });

  it("let a reader read and not write", async () => {
    const { id } = await create();
    const reader = cloud.addPrincipal(["Application.Read.All"]);
    expect(await status("GET", `/v1.0/applications/${id}`, reader)).toBe(200);
    expect(await status("PATCH", `/v1.0/applications/${id}`, reader, { displayName: "x" })).toBe(403);
    expect(await status("POST", "/v1.0/applications", reader, { displayName: "x" })).toBe(403);
  });

  it("let OwnedBy create, read all and change what it owns alone", async () => {
    const owner = cloud.addPrincipal(["Application.ReadWrite.OwnedBy"]);
    const own = await create({}, owner);
    const other = await create();
    expect(await status("GET", `/v1.0/applications/${other.id}`, owner)).toBe(200);
    expect(await status("PATCH", `/v1.0/applications/${own.id}`, owner, { displayName: "x" })).toBe(204);
    expect(await status("PATCH", `/v1.0/applications/${other.id}`, owner, { displayName: "x" })).toBe(403);
    expect(await status("DELETE", `/v1.0/applications/${other.id}`, owner)).toBe(403);
    const credential = { name: "main", issuer: "https://issuer.example", subject: "s", audiences: ["a"] };
    expect(await status("POST", `/v1.0/applications/${other.id}/federatedIdentityCredentials`, owner, credential)).toBe(
      403,
    );
    expect(await status("POST", `/v1.0/applications/${own.id}/federatedIdentityCredentials`, owner, credential)).toBe(
      201,
    );
    expect(await status("POST", "/v1.0/servicePrincipals", owner, { appId: other.appId })).toBe(403);
    expect(await status("POST", "/v1.0/servicePrincipals", owner, { appId: own.appId })).toBe(201);
  });

  it("count as the token has them, not as they were granted since", async () => {
    const nobody = cloud.addPrincipal();
    const principal = cloud.store.servicePrincipals.get(nobody.principalId);
    expect(principal).toBeDefined();
    if (principal === undefined) return;
    cloud.store.servicePrincipals.update({ ...principal, properties: { appRoles: ["Application.ReadWrite.All"] } });
    expect(await status("GET", "/v1.0/applications", nobody)).toBe(403);
  });

  it("reach no further than the tenant", async () => {
    const { id } = await create();
    const tenantId = "7b8f1a52-8a7f-4d2e-9f42-8d1f7d9b4d11";
    cloud.store.tenants.insert({ tenantId, cloud: "AzureCloud" });
    const stranger = { ...cloud.addPrincipal(["Application.ReadWrite.All"]), tenantId };
    expect(await status("GET", `/v1.0/applications/${id}`, stranger)).toBe(404);
    expect(await status("DELETE", `/v1.0/applications/${id}`, stranger)).toBe(404);
  });
});

describe("tokens", () => {
  it.each([
    ["no token", null],
    ["no JWT", "Bearer abc"],
    ["another scheme", "Basic OnBhdA=="],
  ])("refuse %s with one code", async (_name, authorization) => {
    const answer = await cloud.graph("GET", "/v1.0/applications", { authorization });
    expect(answer).toMatchObject({ status: 401, body: { error: { code: "InvalidAuthenticationToken" } } });
  });

  it("refuse one for Azure Resource Manager, before the body is read", async () => {
    const token = await cloud.signToken(admin, "https://management.azure.com");
    const answer = await cloud.graph("POST", "/v1.0/applications", {
      authorization: `Bearer ${token}`,
      body: "no JSON",
    });
    expect(answer).toMatchObject({ status: 401, body: { error: { code: "InvalidAuthenticationToken" } } });
  });

  it("may name Graph by its client id", async () => {
    const token = await cloud.signToken(admin, "00000003-0000-0000-c000-000000000000");
    expect((await cloud.graph("GET", "/v1.0/applications", { authorization: `Bearer ${token}` })).status).toBe(200);
  });
});

describe("what is not built", () => {
  it.each([
    ["POST", "/v1.0/applications/x/addPassword", "adding a password to an application"],
    ["GET", "/v1.0/groups/x/members", "groups"],
    ["GET", "/v1.0/me", "the signed-in user: every caller here is an application"],
    ["POST", "/v1.0/servicePrincipals/x/appRoleAssignedTo", "app role assignments"],
    [
      "GET",
      "/v1.0/directory/deletedItems/microsoft.graph.application",
      "deleted objects: the emulator deletes for good",
    ],
  ])("%s %s answers 501", async (method, path, operation) => {
    expect(await cloud.graph(method, path, { as: admin })).toMatchObject({
      status: 501,
      body: { error: { code: "NotImplemented", message: `The emulator does not build this: ${operation}.` } },
    });
  });

  it.each(["/v1.0/applicatoins", "/v2.0/applications", "/applications"])("%s is known to nobody", async (path) => {
    expect(await cloud.graph("GET", path, { as: admin })).toMatchObject({
      status: 404,
      body: { error: { code: "UnknownRoute" } },
    });
  });
});
