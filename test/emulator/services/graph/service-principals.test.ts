import { createCloudHarness, type Identity } from "../cloud-harness";

const cloud = createCloudHarness();
let admin: Identity;
let application: { id: string; appId: string };

beforeEach(async () => {
  cloud.reset();
  admin = cloud.addPrincipal(["Application.ReadWrite.All"]);
  const answer = await cloud.graph("POST", "/v1.0/applications", { as: admin, body: { displayName: "shop" } });
  application = answer.body as typeof application;
});

const create = (body: Record<string, unknown> = {}) =>
  cloud.graph("POST", "/v1.0/servicePrincipals", { as: admin, body: { appId: application.appId, ...body } });

describe("service principals", () => {
  it("creates one of an application and reads it back by both keys", async () => {
    const created = await create({ description: "TERRAFORM_UPDATE_1", accountEnabled: true, tags: ["a"] });
    expect(created).toMatchObject({
      status: 201,
      body: {
        appId: application.appId,
        displayName: "shop",
        description: "TERRAFORM_UPDATE_1",
        servicePrincipalType: "Application",
        servicePrincipalNames: [application.appId],
        appOwnerOrganizationId: admin.tenantId,
        tags: ["a"],
      },
    });
    const { id } = created.body as { id: string };
    for (const key of [`/${id}`, `(appId='${application.appId}')`]) {
      expect((await cloud.graph("GET", `/v1.0/servicePrincipals${key}`, { as: admin })).body).toEqual(created.body);
    }
    const filter = encodeURIComponent(`appId eq '${application.appId}'`);
    expect((await cloud.graph("GET", `/v1.0/servicePrincipals?$filter=${filter}`, { as: admin })).body).toMatchObject({
      value: [{ id }],
    });
    expect(
      await cloud.graph("GET", `/beta/servicePrincipals/${id}?$select=samlMetadataUrl`, { as: admin }),
    ).toMatchObject({ status: 200 });
  });

  it("refuses a second one of the same application", async () => {
    await create();
    expect(await create()).toMatchObject({
      status: 409,
      body: { error: { code: "Request_MultipleObjectsWithSameKeyValue" } },
    });
  });

  it("refuses one of an application that is not there, or that the directory does not show yet", async () => {
    const appId = "2f5b1b4e-64b1-4c12-8f0c-0f9d2a5a7c11";
    expect(await create({ appId })).toMatchObject({
      status: 400,
      body: {
        error: {
          code: "Request_BadRequest",
          message: `The appId '${appId}' of the service principal does not reference a valid application object.`,
        },
      },
    });
    cloud.store.setDelays("applications", { graph: { appearMs: 60_000 } });
    expect((await create()).status).toBe(400);
  });

  it("changes and deletes one, and leaves its application", async () => {
    const { id } = (await create()).body as { id: string };
    const path = `/v1.0/servicePrincipals/${id}`;
    expect((await cloud.graph("PATCH", path, { as: admin, body: { description: "real" } })).status).toBe(204);
    expect((await cloud.graph("GET", path, { as: admin })).body).toMatchObject({ description: "real" });
    expect((await cloud.graph("DELETE", path, { as: admin })).status).toBe(204);
    expect((await cloud.graph("GET", path, { as: admin })).status).toBe(404);
    expect((await cloud.graph("GET", `/v1.0/applications/${application.id}`, { as: admin })).status).toBe(200);
  });

  it("neither shows nor takes what was granted to one", async () => {
    const { platform, store } = cloud;
    const path = `/v1.0/servicePrincipals/${platform.deployer.principalId}`;
    expect((await cloud.graph("GET", path, { as: admin })).body).toMatchObject({ appRoles: [] });
    const grant = { appRoles: ["Application.ReadWrite.All"] };
    expect((await cloud.graph("PATCH", path, { as: admin, body: grant })).status).toBe(400);
    expect((await create(grant)).status).toBe(400);
    expect((await cloud.graph("PATCH", path, { as: admin, body: { appRoles: [], description: "x" } })).status).toBe(
      204,
    );
    expect(store.servicePrincipals.get(platform.deployer.principalId)?.properties).toMatchObject({
      description: "x",
      appRoles: ["Application.ReadWrite.OwnedBy"],
    });
  });

  it("leaves managed identities to Azure Resource Manager", async () => {
    const identity =
      cloud.platform.resources.identityGroupId + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/shop";
    await cloud.arm("PUT", `${identity}?api-version=2023-01-31`, { body: { location: "westeurope" } });
    const [principal] = cloud.store.servicePrincipals.list(({ kind }) => kind === "ManagedIdentity");
    const path = `/v1.0/servicePrincipals/${principal?.objectId ?? ""}`;
    expect((await cloud.graph("GET", path, { as: admin })).body).toMatchObject({
      servicePrincipalType: "ManagedIdentity",
      alternativeNames: ["isExplicit=True", principal?.managedIdentityId],
    });
    expect((await cloud.graph("DELETE", path, { as: admin })).status).toBe(403);
  });

  it("is a directory object, as an application is", async () => {
    const { id } = (await create()).body as { id: string };
    const read = async (object: string) =>
      (await cloud.graph("GET", `/v1.0/directoryObjects/${object}`, { as: admin })).body;
    expect(await read(id)).toMatchObject({ "@odata.type": "#microsoft.graph.servicePrincipal", id });
    expect(await read(application.id)).toMatchObject({ "@odata.type": "#microsoft.graph.application" });
    expect(await read("nobody")).toMatchObject({ error: { code: "Request_ResourceNotFound" } });
  });
});

describe("owners", () => {
  const ownerPath = () => `/v1.0/applications/${application.id}/owners`;
  const refer = (id: string) => ({ "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}` });
  const list = async () =>
    ((await cloud.graph("GET", ownerPath(), { as: admin })).body as { value: { id: string }[] }).value.map(
      ({ id }) => id,
    );

  it("are bound when an object is created, after its caller", async () => {
    const other = cloud.addPrincipal();
    const references = [admin, other].map(({ principalId }) => refer(principalId)["@odata.id"]);
    const body = { displayName: "shop", "owners@odata.bind": references };
    const { id } = (await cloud.graph("POST", "/v1.0/applications", { as: admin, body })).body as { id: string };
    expect(cloud.store.applications.get(id)?.ownerIds).toEqual([admin.principalId, other.principalId]);
    const unknown = { ...body, "owners@odata.bind": [refer("2f5b1b4e-64b1-4c12-8f0c-0f9d2a5a7c11")["@odata.id"]] };
    expect((await cloud.graph("POST", "/v1.0/applications", { as: admin, body: unknown })).status).toBe(404);
  });

  it("are added, found by filter and removed", async () => {
    const other = cloud.addPrincipal();
    const add = () => cloud.graph("POST", `${ownerPath()}/$ref`, { as: admin, body: refer(other.principalId) });
    expect((await add()).status).toBe(204);
    expect(await list()).toEqual([admin.principalId, other.principalId]);
    const filter = encodeURIComponent(`id eq '${other.principalId}'`);
    expect((await cloud.graph("GET", `${ownerPath()}?$filter=${filter}`, { as: admin })).body).toMatchObject({
      value: [{ id: other.principalId }],
    });
    expect(await add()).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining("already exist") as string } },
    });
    const remove = () => cloud.graph("DELETE", `${ownerPath()}/${other.principalId}/$ref`, { as: admin });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
    expect(await list()).toEqual([admin.principalId]);
  });

  it("lose their rights with their place", async () => {
    const owner = cloud.addPrincipal(["Application.ReadWrite.OwnedBy"]);
    const { id } = (await cloud.graph("POST", "/v1.0/applications", { as: owner, body: { displayName: "own" } }))
      .body as { id: string };
    expect(
      (await cloud.graph("DELETE", `/v1.0/applications/${id}/owners/${owner.principalId}/$ref`, { as: owner })).status,
    ).toBe(204);
    expect(
      (await cloud.graph("PATCH", `/v1.0/applications/${id}`, { as: owner, body: { displayName: "a" } })).status,
    ).toBe(403);
  });

  it("are no longer listed when they are gone", async () => {
    const other = cloud.addPrincipal();
    await cloud.graph("POST", `${ownerPath()}/$ref`, { as: admin, body: refer(other.principalId) });
    cloud.store.servicePrincipals.remove(other.principalId);
    expect(await list()).toEqual([admin.principalId]);
  });

  it("are a hundred at most", async () => {
    const stored = cloud.store.applications.get(application.id);
    expect(stored).toBeDefined();
    if (stored === undefined) return;
    const ownerIds = Array.from({ length: 100 }, (_, index) => `owner-${index}`);
    cloud.store.applications.update({ ...stored, ownerIds });
    const answer = await cloud.graph("POST", `${ownerPath()}/$ref`, { as: admin, body: refer(admin.principalId) });
    expect(answer.status).toBe(400);
  });
});
