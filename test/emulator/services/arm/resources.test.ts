import { createCloudHarness } from "../cloud-harness";

const version = "api-version=2024-03-01";
const cloud = createCloudHarness();
let group: string;
let account: string;

beforeEach(() => {
  cloud.reset();
  group = cloud.platform.resources.applicationGroupId;
  account = cloud.platform.resources.storageAccountId;
  const { principalId } = cloud.platform.deployer;
  cloud.assignRole({ principalId, roleId: "b24988ac-6180-42a0-ab88-20f7382dd24c", scope: group });
});

describe("other resources", () => {
  it("are kept as they are written", async () => {
    const path = `${group}/providers/microsoft.web/SITES/shop?${version}`;
    const written = { location: "West Europe", tags: { a: "b" }, properties: { httpsOnly: true } };
    expect(await cloud.arm("PUT", path, { body: written })).toMatchObject({ status: 201 });
    expect(await cloud.arm("GET", path.toLowerCase())).toMatchObject({
      status: 200,
      body: {
        id: `${group}/providers/Microsoft.Web/sites/shop`,
        name: "shop",
        type: "Microsoft.Web/sites",
        location: "westeurope",
        tags: { a: "b" },
        properties: { httpsOnly: true, provisioningState: "Succeeded" },
      },
    });
    expect((await cloud.arm("PUT", path, { body: written })).status).toBe(200);
    expect((await cloud.arm("HEAD", path)).status).toBe(204);
    expect((await cloud.arm("DELETE", path)).status).toBe(200);
    expect((await cloud.arm("DELETE", path)).status).toBe(204);
    expect(await cloud.arm("GET", path)).toMatchObject({ status: 404, body: { error: { code: "ResourceNotFound" } } });
  });

  it("have parts, which go with them and need them", async () => {
    const container = `${account}/blobServices/default/containers/assets`;
    const write = (path: string) => cloud.arm("PUT", `${path}?${version}`, { body: { properties: {} } });
    expect(await write(container)).toMatchObject({ status: 404, body: { error: { code: "ParentResourceNotFound" } } });
    expect((await write(`${account}/blobServices/default`)).status).toBe(201);
    expect(await write(container)).toMatchObject({
      status: 201,
      body: { id: container, name: "assets", type: "Microsoft.Storage/storageAccounts/blobServices/containers" },
    });
    await cloud.arm("DELETE", `${account}?${version}`);
    expect((await cloud.arm("GET", `${container}?${version}`)).status).toBe(404);
  });

  it("are listed in a group, in a subscription and by kind, with managed identities", async () => {
    const { subscriptionId } = cloud.platform.subscription;
    const { identityGroupId } = cloud.platform.resources;
    const identity = `${identityGroupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/shop?${version}`;
    await cloud.arm("PUT", identity, { body: { location: "westeurope" } });
    const list = async (path: string) =>
      ((await cloud.arm("GET", `${path}?${version}`)).body as { value: { name: string }[] }).value.map(
        ({ name }) => name,
      );
    expect(await list(`${group}/resources`)).toEqual(["payments-web", "paymentsassets"]);
    expect(await list(`/subscriptions/${subscriptionId}/resources`)).toEqual([
      "payments-web",
      "paymentsassets",
      "shop",
    ]);
    expect(await list(`${group}/providers/Microsoft.Web/sites`)).toEqual(["payments-web"]);
    expect(await list(`/subscriptions/${subscriptionId}/providers/Microsoft.Storage/storageAccounts`)).toEqual([
      "paymentsassets",
    ]);
  });

  it("are of a few kinds; others answer 501", async () => {
    const path = `${group}/providers/Microsoft.Compute/virtualMachines/vm?${version}`;
    expect(await cloud.arm("PUT", path, { body: { location: "westeurope" } })).toMatchObject({
      status: 501,
      body: {
        error: {
          message: "The emulator does not build this: resources of the kind Microsoft.Compute/virtualMachines.",
        },
      },
    });
  });

  it("need a location of their own, and a group", async () => {
    expect(
      await cloud.arm("PUT", `${group}/providers/Microsoft.Web/sites/shop?${version}`, { body: {} }),
    ).toMatchObject({
      status: 400,
      body: { error: { code: "LocationRequired" } },
    });
    const { principalId } = cloud.platform.deployer;
    const scope = group.replace("payments-app", "nowhere");
    cloud.assignRole({ principalId, roleId: "b24988ac-6180-42a0-ab88-20f7382dd24c", scope });
    const body = { location: "westeurope" };
    expect(await cloud.arm("PUT", `${scope}/providers/Microsoft.Web/sites/shop?${version}`, { body })).toMatchObject({
      status: 404,
      body: { error: { code: "ResourceGroupNotFound" } },
    });
  });
});
