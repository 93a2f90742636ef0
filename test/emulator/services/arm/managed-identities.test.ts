import { createCloudHarness } from "../cloud-harness";

const version = "api-version=2023-01-31";
const cloud = createCloudHarness();
let path: string;

beforeEach(() => {
  cloud.reset();
  path = `${cloud.platform.resources.identityGroupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/shop`;
});

const create = (name = path) =>
  cloud.arm("PUT", `${name}?${version}`, { body: { location: "West Europe", tags: { a: "b" } } });

describe("managed identities", () => {
  it("creates an identity and the service principal that it is", async () => {
    const created = await create();
    const { tenant } = cloud.platform;
    const [identity] = cloud.store.managedIdentities.list();
    expect(created).toMatchObject({
      status: 201,
      body: {
        id: path.replace("/resourceGroups/", "/resourcegroups/"),
        name: "shop",
        type: "Microsoft.ManagedIdentity/userAssignedIdentities",
        location: "westeurope",
        tags: { a: "b" },
        properties: { tenantId: tenant.tenantId, principalId: identity?.principalId, clientId: identity?.clientId },
      },
    });
    expect(cloud.store.servicePrincipals.get(identity?.principalId ?? "")).toMatchObject({
      kind: "ManagedIdentity",
      clientId: identity?.clientId,
      displayName: "shop",
      managedIdentityId: identity?.id,
    });
    expect(
      (await cloud.arm("GET", `${path.toUpperCase().replace("/SUBSCRIPTIONS", "/subscriptions")}?${version}`)).body,
    ).toEqual(created.body);
  });

  it("keeps ids when it is written again", async () => {
    const { body } = await create();
    const again = await cloud.arm("PUT", `${path}?${version}`, { body: { location: "westeurope" } });
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ properties: (body as { properties: unknown }).properties });
    expect(again.body).not.toHaveProperty("tags");
    expect(cloud.store.servicePrincipals.list(({ kind }) => kind === "ManagedIdentity")).toHaveLength(1);
  });

  it("lists those of a group and of a subscription", async () => {
    await create();
    const { identityGroupId, applicationGroupId } = cloud.platform.resources;
    const list = async (scope: string) =>
      (await cloud.arm("GET", `${scope}/providers/Microsoft.ManagedIdentity/userAssignedIdentities?${version}`)).body;
    expect(await list(identityGroupId)).toMatchObject({ value: [{ name: "shop" }] });
    expect(await list(applicationGroupId)).toEqual({ value: [] });
    expect(await list(identityGroupId.replace(/\/resourceGroups.*/, ""))).toMatchObject({ value: [{ name: "shop" }] });
  });

  it("deletes an identity with its service principal and credentials, and answers 204 when it is gone", async () => {
    await create();
    await cloud.arm("PUT", `${path}/federatedIdentityCredentials/one?${version}`, {
      body: { properties: { issuer: "https://issuer.example", subject: "s", audiences: ["a"] } },
    });
    expect((await cloud.arm("DELETE", `${path}?${version}`)).status).toBe(200);
    expect(cloud.store.managedIdentities.list()).toEqual([]);
    expect(cloud.store.servicePrincipals.list(({ kind }) => kind === "ManagedIdentity")).toEqual([]);
    expect(cloud.store.federatedIdentityCredentials.list(({ parentKind }) => parentKind === "managedIdentity")).toEqual(
      [],
    );
    expect((await cloud.arm("DELETE", `${path}?${version}`)).status).toBe(204);
    expect(await cloud.arm("GET", `${path}?${version}`)).toMatchObject({
      status: 404,
      body: {
        error: {
          code: "ResourceNotFound",
          message: expect.stringContaining(
            "The Resource 'Microsoft.ManagedIdentity/userAssignedIdentities/shop' under resource group 'payments-identities' was not found.",
          ) as string,
        },
      },
    });
  });

  it.each([
    ["a name that begins with a dash", "-shop", 400, "InvalidResourceName"],
    ["a name of two letters", "ab", 400, "InvalidResourceName"],
    ["a name of 129 letters", "a".repeat(129), 400, "InvalidResourceName"],
  ])("refuses %s", async (_name, name, status, code) => {
    const answer = await create(path.replace("shop", name));
    expect(answer).toMatchObject({ status, body: { error: { code } } });
  });

  it("refuses a group that is not there and a move to another location", async () => {
    expect(await create(path.replace("payments-identities", "nowhere"))).toMatchObject({
      status: 404,
      body: { error: { code: "ResourceGroupNotFound" } },
    });
    await create();
    expect(await cloud.arm("PUT", `${path}?${version}`, { body: { location: "northeurope" } })).toMatchObject({
      status: 409,
      body: { error: { code: "InvalidResourceLocation" } },
    });
  });
});
