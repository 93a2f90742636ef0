import { createCloudHarness } from "../cloud-harness";

const version = "api-version=2022-04-01";
const name = "6b1a7f0e-0f1e-4a3c-9f7a-2b9a4b1c0d11";
const cloud = createCloudHarness();
let subscription: string;

beforeEach(() => {
  cloud.reset();
  for (const { roleDefinitionId } of cloud.store.roleDefinitions.list())
    cloud.store.roleDefinitions.remove(roleDefinitionId);
  subscription = `/subscriptions/${cloud.platform.subscription.subscriptionId}`;
  const { principalId } = cloud.platform.deployer;
  cloud.assignRole({ principalId, roleId: "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", scope: subscription });
});

const at = (scope: string, rest = "") =>
  `${scope}/providers/Microsoft.Authorization/roleDefinitions${rest}${rest.includes("?") ? "&" : "?"}${version}`;

async function list(scope: string, filter: string): Promise<{ properties: { roleName: string } }[]> {
  const answer = await cloud.arm("GET", at(scope, `?$filter=${encodeURIComponent(filter)}`));
  return (answer.body as { value: { properties: { roleName: string } }[] }).value;
}

const write = (properties: Record<string, unknown> = {}, scope = subscription) =>
  cloud.arm("PUT", at(scope, `/${name}`), {
    body: {
      properties: {
        roleName: "Shop operator",
        type: "CustomRole",
        permissions: [{ actions: ["Microsoft.Web/sites/restart/action"] }],
        assignableScopes: [subscription],
        ...properties,
      },
    },
  });

describe("built-in role definitions", () => {
  // https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/web-and-mobile#website-contributor
  it("are found by name and by GUID, with their actions", async () => {
    const id = "de139f84-1756-47ae-9be6-808fbbe84772";
    const [found] = await list(subscription, "roleName eq 'Website Contributor'");
    expect(found).toMatchObject({
      id: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${id}`,
      name: id,
      type: "Microsoft.Authorization/roleDefinitions",
      properties: { roleName: "Website Contributor", type: "BuiltInRole", assignableScopes: ["/"] },
    });
    const read = await cloud.arm("GET", at(cloud.platform.resources.applicationGroupId, `/${id}`));
    expect(read).toMatchObject({ status: 200, body: found as object });
    expect(found).toHaveProperty("properties.permissions.0.actions", expect.arrayContaining(["Microsoft.Web/sites/*"]));
  });

  it("are open to everybody at the tenant, and only to readers at a scope", async () => {
    const somebody = cloud.addPrincipal();
    const filter = `?$filter=${encodeURIComponent("roleName eq 'Reader'")}`;
    expect(await cloud.arm("GET", at("", filter), { as: somebody })).toMatchObject({
      status: 200,
      body: {
        value: [{ id: "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7" }],
      },
    });
    expect((await cloud.arm("GET", at(subscription, filter), { as: somebody })).status).toBe(403);
  });

  it("cannot be changed or deleted", async () => {
    const reader = "/acdd72a7-3385-48ef-bd42-f606fba81ae7";
    expect((await cloud.arm("DELETE", at(subscription, reader))).status).toBe(400);
    const answer = await cloud.arm("PUT", at(subscription, reader), {
      body: { properties: { roleName: "Mine", permissions: [{ actions: ["*"] }], assignableScopes: [subscription] } },
    });
    expect(answer.status).toBe(400);
    expect(await list(subscription, "roleName eq 'Reader'")).toHaveLength(1);
  });

  it("answers 404 for a role that does not exist", async () => {
    expect(await cloud.arm("GET", at(subscription, `/${name}`))).toMatchObject({
      status: 404,
      body: {
        error: {
          code: "RoleDefinitionDoesNotExist",
          message: "The specified role definition with ID '6b1a7f0e0f1e4a3c9f7a2b9a4b1c0d11' does not exist.",
        },
      },
    });
  });
});

describe("custom role definitions", () => {
  it("are created, read back, listed by type, changed and deleted", async () => {
    const created = await write();
    expect(created).toMatchObject({
      status: 201,
      body: {
        name,
        properties: {
          type: "CustomRole",
          permissions: [
            { actions: ["Microsoft.Web/sites/restart/action"], notActions: [], dataActions: [], notDataActions: [] },
          ],
        },
      },
    });
    expect((await cloud.arm("GET", at(subscription, `/${name}`))).body).toEqual(created.body);
    expect(await list(subscription, "atScopeAndBelow() and type eq 'CustomRole'")).toEqual([created.body]);
    expect((await write({ roleName: "Shop keeper" })).status).toBe(201);
    expect(await list(subscription, "roleName eq 'shop KEEPER'")).toHaveLength(1);
    expect((await cloud.arm("DELETE", at(subscription, `/${name}`))).status).toBe(200);
    expect((await cloud.arm("DELETE", at(subscription, `/${name}`))).status).toBe(204);
  });

  it("are there only where they may be assigned", async () => {
    const { applicationGroupId, identityGroupId } = cloud.platform.resources;
    await write({ assignableScopes: [applicationGroupId] });
    const filter = "type eq 'CustomRole'";
    expect(await list(applicationGroupId, filter)).toHaveLength(1);
    expect(await list(identityGroupId, filter)).toHaveLength(0);
    expect(await list(subscription, filter)).toHaveLength(0);
    expect(await list(subscription, `${filter} and atScopeAndBelow()`)).toHaveLength(1);
  });

  it("keep their name to themselves", async () => {
    expect(await write({ roleName: "reader" })).toMatchObject({
      status: 409,
      body: { error: { code: "RoleDefinitionWithSameNameExists" } },
    });
  });

  it("need the right to write at every scope where they may be assigned", async () => {
    expect(
      await write({ assignableScopes: [subscription, "/providers/Microsoft.Management/managementGroups/payments"] }),
    ).toMatchObject({
      status: 403,
      body: { error: { code: "AuthorizationFailed" } },
    });
  });

  it("cannot be deleted while they are assigned", async () => {
    await write();
    const { principalId } = cloud.addPrincipal();
    cloud.assignRole({ principalId, roleId: name, scope: subscription });
    expect(await cloud.arm("DELETE", at(subscription, `/${name}`))).toMatchObject({
      status: 400,
      body: { error: { code: "RoleDefinitionHasAssignments" } },
    });
  });
});
