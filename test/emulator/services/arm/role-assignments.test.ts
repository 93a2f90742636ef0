import { type Answer, createCloudHarness, type Identity } from "../cloud-harness";

const version = "api-version=2022-04-01";
const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const contributor = "b24988ac-6180-42a0-ab88-20f7382dd24c";
const name = "0d8a3f6e-3f0e-4a6f-8c7b-1f2f5d3c9a01";
const otherName = "0d8a3f6e-3f0e-4a6f-8c7b-1f2f5d3c9a02";
const cloud = createCloudHarness();
let subscription: string;
let group: string;
let somebody: Identity;

beforeEach(() => {
  cloud.reset();
  subscription = `/subscriptions/${cloud.platform.subscription.subscriptionId}`;
  group = cloud.platform.resources.applicationGroupId;
  somebody = cloud.addPrincipal();
});

interface Written {
  scope?: string;
  assignment?: string;
  properties?: Record<string, unknown>;
}

function write({ scope = group, assignment = name, properties = {} }: Written = {}): Promise<Answer> {
  return cloud.arm("PUT", `${scope}/providers/Microsoft.Authorization/roleAssignments/${assignment}?${version}`, {
    body: {
      properties: {
        roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${reader}`,
        principalId: somebody.principalId,
        principalType: "ServicePrincipal",
        ...properties,
      },
    },
  });
}

const at = (scope: string, rest = "") =>
  `${scope}/providers/Microsoft.Authorization/roleAssignments${rest}${rest.includes("?") ? "&" : "?"}${version}`;

async function list(scope: string, filter: string): Promise<unknown[]> {
  const answer = await cloud.arm("GET", at(scope, `?$filter=${encodeURIComponent(filter)}`));
  return (answer.body as { value: unknown[] }).value;
}

describe("role assignments", () => {
  it("creates one, writes its role's id in full, and lets the principal in", async () => {
    const before = await cloud.arm("GET", `${group}?${version}`, { as: somebody });
    const created = await write({ properties: { description: "For the shop" } });
    expect(before.status).toBe(403);
    expect(created).toMatchObject({
      status: 201,
      body: {
        id: `${group}/providers/Microsoft.Authorization/roleAssignments/${name}`,
        name,
        type: "Microsoft.Authorization/roleAssignments",
        properties: {
          roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${reader}`,
          principalId: somebody.principalId,
          principalType: "ServicePrincipal",
          scope: group,
          condition: null,
          description: "For the shop",
          createdBy: cloud.platform.deployer.principalId,
        },
      },
    });
    expect((await cloud.arm("GET", at(group, `/${name}`))).body).toEqual(created.body);
    expect((await cloud.arm("GET", `${group}?${version}`, { as: somebody })).status).toBe(200);
  });

  it("answers 200 when the same is written again, and changes description and condition", async () => {
    await write({ properties: { description: "old" } });
    const condition = "@Resource[x] StringEquals 'y'";
    const again = await write({ properties: { condition, conditionVersion: "2.0" } });
    expect(again).toMatchObject({
      status: 200,
      body: { properties: { condition, conditionVersion: "2.0", description: null } },
    });
    expect(cloud.store.roleAssignments.list(({ name: each }) => each === name)).toHaveLength(1);
  });

  it("deletes one and answers with it, then 204; reading it is 404", async () => {
    const { body } = await write();
    expect(await cloud.arm("DELETE", at(group, `/${name}`))).toMatchObject({ status: 200, body: body as object });
    expect((await cloud.arm("DELETE", at(group, `/${name}`))).status).toBe(204);
    expect(await cloud.arm("GET", at(group, `/${name}`))).toMatchObject({
      status: 404,
      body: { error: { code: "RoleAssignmentNotFound", message: `The role assignment '${name}' is not found.` } },
    });
    expect((await cloud.arm("GET", `${group}?${version}`, { as: somebody })).status).toBe(403);
  });

  it("refuses to make another assignment of an existing one", async () => {
    await write();
    const other = cloud.addPrincipal();
    const contributorId = `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${contributor}`;
    for (const changed of [
      { properties: { roleDefinitionId: contributorId } },
      { properties: { principalId: other.principalId } },
      { scope: subscription },
    ]) {
      expect(await write(changed)).toMatchObject({
        status: 400,
        body: {
          error: {
            code: "RoleAssignmentUpdateNotPermitted",
            message: "Tenant ID, application ID, principal ID, and scope are not allowed to be updated.",
          },
        },
      });
    }
  });

  it("refuses the same assignment under another name, unless its condition differs", async () => {
    await write();
    expect(await write({ assignment: otherName })).toMatchObject({
      status: 409,
      body: {
        error: {
          code: "RoleAssignmentExists",
          message: `The role assignment already exists. The ID of the existing role assignment is ${name.replaceAll("-", "")}.`,
        },
      },
    });
    const properties = { condition: "@Resource[x] StringEquals 'y'", conditionVersion: "2.0" };
    expect((await write({ assignment: otherName, properties })).status).toBe(201);
  });

  it.each([
    ["a name that is no GUID", { assignment: "reader" }, "InvalidRoleAssignmentId"],
    ["a principal that is a path", { properties: { principalId: "/servicePrincipals/x" } }, "InvalidPrincipalId"],
    [
      "a role that does not exist",
      {
        properties: {
          roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-000000000000",
        },
      },
      "RoleDefinitionDoesNotExist",
    ],
    ["an unknown principal type", { properties: { principalType: "Robot" } }, "InvalidRequestContent"],
    ["a condition without a version", { properties: { condition: "x" } }, "InvalidRequestContent"],
    [
      "a condition of another version",
      { properties: { condition: "x", conditionVersion: "1.0" } },
      "InvalidRequestContent",
    ],
    ["a version without a condition", { properties: { conditionVersion: "2.0" } }, "InvalidRequestContent"],
    ["no role", { properties: { roleDefinitionId: undefined } }, "InvalidRequestContent"],
    ["a description that is too long", { properties: { description: "é".repeat(1025) } }, "InvalidRequestContent"],
  ])("refuses %s", async (_name, written, code) => {
    expect(await write(written)).toMatchObject({ status: 400, body: { error: { code } } });
  });

  it.each([
    ["a group that is not there", () => `${subscription}/resourceGroups/nowhere`, "ResourceGroupNotFound"],
    ["a resource that is not there", () => `${group}/providers/Microsoft.Web/sites/nothing`, "ResourceNotFound"],
  ])("refuses %s", async (_name, scope, code) => {
    expect(await write({ scope: scope() })).toMatchObject({ status: 404, body: { error: { code } } });
  });

  it("assigns at a resource, a subscription and a management group", async () => {
    const managementGroup = "/providers/Microsoft.Management/managementGroups/payments";
    const { principalId } = cloud.platform.deployer;
    cloud.assignRole({ principalId, roleId: "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", scope: managementGroup });
    expect((await write({ scope: cloud.platform.resources.webAppId })).status).toBe(201);
    expect((await write({ scope: subscription, assignment: otherName })).status).toBe(201);
    expect(await write({ scope: managementGroup, assignment: "0d8a3f6e-3f0e-4a6f-8c7b-1f2f5d3c9a03" })).toMatchObject({
      status: 201,
      body: { properties: { roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${reader}` } },
    });
  });
});

describe("the principal of a role assignment", () => {
  it("is not found while the directory does not show it, unless its type is declared", async () => {
    cloud.store.setDelays("servicePrincipals", { arm: { appearMs: 60_000 } });
    const id = somebody.principalId.replaceAll("-", "");
    for (const principalType of [undefined, "User"]) {
      expect(await write({ properties: { principalType } })).toMatchObject({
        status: 400,
        body: {
          error: {
            code: "PrincipalNotFound",
            message: expect.stringContaining(
              `Principal ${id} does not exist in the directory ${somebody.tenantId}.`,
            ) as string,
          },
        },
      });
    }
    expect((await write()).status).toBe(201);
  });

  it("is found without a declared type once the directory shows it", async () => {
    cloud.store.setDelays("servicePrincipals", { arm: { appearMs: 60_000 } });
    cloud.store.clock.advance(60_000);
    expect(await write({ properties: { principalType: undefined } })).toMatchObject({
      status: 201,
      body: { properties: { principalType: "ServicePrincipal" } },
    });
  });

  it("must be of the type that is declared", async () => {
    expect(await write({ properties: { principalType: "User" } })).toMatchObject({
      status: 400,
      body: { error: { code: "UnmatchedPrincipalType" } },
    });
  });

  it("must be in the tenant", async () => {
    expect(await write({ properties: { principalId: "2f5b1b4e-64b1-4c12-8f0c-0f9d2a5a7c11" } })).toMatchObject({
      status: 400,
      body: { error: { code: "PrincipalNotFound" } },
    });
  });

  it("stays in the assignment when it is gone", async () => {
    await write();
    cloud.store.servicePrincipals.remove(somebody.principalId);
    expect((await cloud.arm("GET", at(group, `/${name}`))).status).toBe(200);
  });
});

describe("lists of role assignments", () => {
  it("filters by principal and by what is at the scope", async () => {
    const { webAppId } = cloud.platform.resources;
    await write({ scope: subscription });
    await write({ scope: webAppId, assignment: otherName });
    const mine = `principalId eq '${somebody.principalId}'`;
    expect(await list(group, mine)).toHaveLength(2);
    expect(await list(group, `atScope() and assignedTo('${somebody.principalId}')`)).toMatchObject([{ name }]);
    expect(await list(webAppId, mine)).toHaveLength(2);
    expect(await list(cloud.platform.resources.identityGroupId, mine)).toMatchObject([{ name }]);
    expect(await list(subscription, "")).toHaveLength(cloud.store.roleAssignments.list().length);
  });

  it("refuses a filter that it does not read", async () => {
    const answer = await cloud.arm("GET", at(group, `?$filter=${encodeURIComponent("createdBy eq 'x'")}`));
    expect(answer).toMatchObject({ status: 400, body: { error: { code: "InvalidFilter" } } });
  });

  it("is for those who may read assignments", async () => {
    expect((await cloud.arm("GET", at(group), { as: somebody })).status).toBe(403);
  });
});
