import { createCloudHarness } from "../cloud-harness";

const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const version = "api-version=2024-03-01";
const cloud = createCloudHarness();
let subscription: string;

beforeEach(() => {
  cloud.reset();
  subscription = `/subscriptions/${cloud.platform.subscription.subscriptionId}`;
  cloud.assignRole({ principalId: cloud.platform.deployer.principalId, roleId: owner, scope: subscription });
});

describe("resource groups", () => {
  it("creates, reads back, lists and changes a group", async () => {
    const path = `${subscription}/resourcegroups/Shop?${version}`;
    const created = await cloud.arm("PUT", path, { body: { location: "West Europe", tags: { team: "shop" } } });
    expect(created).toMatchObject({
      status: 201,
      body: {
        id: `${subscription}/resourceGroups/Shop`,
        name: "Shop",
        type: "Microsoft.Resources/resourceGroups",
        location: "westeurope",
        tags: { team: "shop" },
        properties: { provisioningState: "Succeeded" },
      },
    });
    expect(await cloud.arm("GET", path.toLowerCase())).toMatchObject({ status: 200, body: created.body });
    expect(await cloud.arm("PUT", path, { body: { location: "westeurope" } })).toMatchObject({ status: 200 });
    expect(await cloud.arm("PATCH", path, { body: { tags: { a: "b" } } })).toMatchObject({
      body: { tags: { a: "b" } },
    });
    const list = await cloud.arm("GET", `${subscription}/resourcegroups?${version}`);
    expect(list.body).toMatchObject({
      value: [{ name: "payments-app" }, { name: "payments-identities" }, { name: "Shop" }],
    });
  });

  it("says by HEAD whether a group is there", async () => {
    expect(await cloud.arm("HEAD", `${subscription}/resourcegroups/payments-app?${version}`)).toMatchObject({
      status: 204,
      body: undefined,
    });
    expect((await cloud.arm("HEAD", `${subscription}/resourcegroups/shop?${version}`)).status).toBe(404);
  });

  it("keeps a group where it is", async () => {
    const answer = await cloud.arm("PUT", `${subscription}/resourcegroups/payments-app?${version}`, {
      body: { location: "northeurope" },
    });
    expect(answer).toMatchObject({ status: 409, body: { error: { code: "InvalidResourceGroupLocation" } } });
  });

  it.each([
    ["a name that ends in a dot", "shop.", { location: "westeurope" }, "InvalidResourceGroup"],
    ["a name with a space", "my%20shop", { location: "westeurope" }, "InvalidResourceGroup"],
    ["no location", "shop", {}, "InvalidRequestContent"],
    ["no JSON", "shop", "location", "BadRequest"],
  ])("refuses %s", async (_name, group, body, code) => {
    const answer = await cloud.arm("PUT", `${subscription}/resourcegroups/${group}?${version}`, { body });
    expect(answer).toMatchObject({ status: 400, body: { error: { code } } });
    expect(cloud.store.resourceGroups.list()).toHaveLength(2);
  });

  it("deletes a group with all that is in it and with the roles that were assigned there", async () => {
    const { store, platform } = cloud;
    const { applicationGroupId, identityGroupId, webAppId } = platform.resources;
    const { principalId } = platform.deployer;
    cloud.assignRole({ principalId, roleId: owner, scope: applicationGroupId });
    cloud.assignRole({ principalId, roleId: owner, scope: webAppId });
    const before = store.roleAssignments.list().length;
    const identity = `${applicationGroupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/shop`;
    const created = await cloud.arm("PUT", `${identity}?${version}`, { body: { location: "westeurope" } });
    expect(created.status).toBe(201);

    expect(await cloud.arm("DELETE", `${applicationGroupId}?${version}`)).toMatchObject({ status: 200 });

    expect(store.resourceGroups.list().map(({ id }) => id)).toEqual([identityGroupId]);
    expect(store.resources.list()).toEqual([]);
    expect(store.managedIdentities.list()).toEqual([]);
    expect(store.servicePrincipals.list(({ kind }) => kind === "ManagedIdentity")).toEqual([]);
    expect(store.roleAssignments.list()).toHaveLength(before - 2);
    expect(await cloud.arm("GET", `${applicationGroupId}?${version}`)).toMatchObject({
      status: 404,
      body: { error: { code: "ResourceGroupNotFound", message: "Resource group 'payments-app' could not be found." } },
    });
    expect((await cloud.arm("DELETE", `${applicationGroupId}?${version}`)).status).toBe(404);
  });

  it("lists only the groups that the caller may read", async () => {
    const somebody = cloud.addPrincipal();
    const { identityGroupId } = cloud.platform.resources;
    cloud.assignRole({ principalId: somebody.principalId, roleId: owner, scope: identityGroupId });
    const answer = await cloud.arm("GET", `${subscription}/resourcegroups?${version}`, { as: somebody });
    expect(answer.body).toMatchObject({ value: [{ id: identityGroupId }] });
  });
});
