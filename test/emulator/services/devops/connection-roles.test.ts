import { addIdentity, addMember } from "../../../../emulator/services/devops/members";
import type { OrganizationIdentity } from "../../../../emulator/state/entities";
import {
  authorizePipeline,
  connectionBody,
  createConnection,
  createDevopsHarness,
  readIdentityId,
  type DevopsHarness,
} from "./devops-harness";

let harness: DevopsHarness;
let connectionId: string;
let ada: OrganizationIdentity;
beforeEach(async () => {
  harness = await createDevopsHarness();
  connectionId = (await createConnection(harness)).id;
  ada = harness.seed.people.ada;
});

const scope = "/_apis/securityroles/scopes/distributedtask.serviceendpointrole";

function pathOf(connection: string | undefined = connectionId): string {
  const { projectId } = harness.seed.project;
  return `${scope}/roleassignments/resources/${projectId}${connection === "" ? "" : `_${connection}`}`;
}

function assign(userId: string, roleName: string, path = pathOf()): ReturnType<DevopsHarness["send"]> {
  return harness.send({ method: "PUT", path, body: [{ roleName, userId }] });
}

function remove(userId: string, path = pathOf()): ReturnType<DevopsHarness["send"]> {
  return harness.send({ method: "PATCH", path, body: [userId] });
}

/** Who has which role, and by what. */
async function list(path = pathOf()): Promise<string[]> {
  const { status, body } = await harness.send({ path });
  expect(status).toBe(200);
  const { value } = body as {
    value: { identity: { displayName: string }; role: { name: string }; access: string }[];
  };
  return value.map(({ identity, role, access }) => `${identity.displayName}: ${role.name}, ${access}`);
}

async function findGroup(name: string): Promise<string> {
  const { body } = await harness.send({ path: "/_apis/Graph/Groups" });
  const { value } = body as { value: { principalName: string; descriptor: string }[] };
  const { descriptor } = value.find(({ principalName }) => principalName === name) ?? {};
  const key = await harness.send({ path: `/_apis/Graph/StorageKeys/${descriptor ?? ""}` });
  return (key.body as { value: string }).value;
}

describe("roles on a service connection", () => {
  const inherited = ["Endpoint Administrators: Administrator, inherited", "Endpoint Creators: Creator, inherited"];

  it("are Administrator for who made it, and what the project gives", async () => {
    expect(await list()).toEqual(["platform-deploy: Administrator, assigned", ...inherited]);
  });

  it("are given, changed and taken away", async () => {
    expect(await assign(ada.identityId, "User")).toMatchObject({
      status: 200,
      body: {
        count: 1,
        value: [
          {
            identity: { id: ada.identityId, displayName: "Ada Winter", uniqueName: "ada.winter@contoso.example" },
            role: { name: "User", scope: "distributedtask.serviceendpointrole" },
            access: "assigned",
          },
        ],
      },
    });
    expect(await assign(ada.identityId.toUpperCase(), "reader")).toMatchObject({ body: { count: 1 } });
    expect(await list()).toEqual([
      "platform-deploy: Administrator, assigned",
      "Ada Winter: Reader, assigned",
      ...inherited,
    ]);
    expect(await remove(ada.identityId)).toMatchObject({ status: 204 });
    expect(await list()).toEqual(["platform-deploy: Administrator, assigned", ...inherited]);
  });

  it("stand before what the project gives to the same group", async () => {
    const creators = await findGroup("[payments]\\Endpoint Creators");
    await assign(creators, "Reader");
    expect(await list()).toContain("Endpoint Creators: Reader, assigned");
    expect(await list()).not.toContain("Endpoint Creators: Creator, inherited");
    await remove(creators);
    expect(await list()).toContain("Endpoint Creators: Creator, inherited");
  });

  it("are not inherited where that is switched off", async () => {
    expect(await harness.send({ method: "PATCH", path: `${pathOf()}?inheritPermissions=false` })).toMatchObject({
      status: 204,
    });
    expect(await list()).toEqual(["platform-deploy: Administrator, assigned"]);
    const token = `endpoints/${harness.seed.project.projectId}/${connectionId}`;
    const lists = { path: `/_apis/AccessControlLists/49b48001-ca20-4adc-8111-5b60c903a50c?token=${token}` };
    expect(await harness.send(lists)).toMatchObject({ body: { value: [{ token, inheritPermissions: false }] } });
    await harness.send({ method: "PATCH", path: `${pathOf()}?inheritPermissions=true` });
    expect(await list()).toHaveLength(3);
  });

  it("on all connections of a project are inherited by each", async () => {
    await assign(ada.identityId, "User", pathOf(""));
    expect(await list(pathOf(""))).toContain("Ada Winter: User, assigned");
    expect(await list()).toContain("Ada Winter: User, inherited");
    await remove(ada.identityId, pathOf(""));
    expect(await list()).not.toContain("Ada Winter: User, inherited");
  });

  it("are given to nobody where the id is not the organization's own", async () => {
    for (const id of [ada.originId, harness.seed.deployer.principalId]) {
      expect(await assign(id, "User")).toMatchObject({ status: 200, body: { count: 0, value: [] } });
    }
    expect(await list()).toHaveLength(3);
  });

  it.each<[string, () => ReturnType<DevopsHarness["send"]>, number]>([
    ["an unknown role", () => assign(ada.identityId, "Owner"), 400],
    ["a connection that is not there", () => assign(ada.identityId, "User", pathOf(ada.identityId)), 404],
    ["roles on something else", () => harness.send({ path: pathOf().replace("serviceendpoint", "environment") }), 501],
    [
      "inheriting from nowhere",
      () => harness.send({ method: "PATCH", path: `${pathOf("")}?inheritPermissions=true` }),
      400,
    ],
  ])("refuse %s", async (_, request, status) => {
    expect(await request()).toMatchObject({ status });
  });

  it("have definitions", async () => {
    const { body } = await harness.send({ path: `${scope}/roledefinitions` });
    const { value } = body as { value: { name: string }[] };
    expect(value.map(({ name }) => name)).toEqual(["Reader", "User", "Creator", "Administrator"]);
  });

  it("go with the connection", async () => {
    const path = `/_apis/serviceendpoint/endpoints/${connectionId}?projectIds=${harness.seed.project.projectId}`;
    expect(await harness.send({ method: "DELETE", path })).toMatchObject({ status: 204 });
    expect(await harness.send({ path: pathOf() })).toMatchObject({ status: 404 });
  });
});

describe("what a role allows", () => {
  /** The statuses of what somebody tries: to see it whole, to let a pipeline use it, to change it, to give roles. */
  async function tryAll(person: OrganizationIdentity, name = "payments-prod"): Promise<unknown[]> {
    const token = await harness.signIn(person.originId);
    const { projectId } = harness.seed.project;
    const seen = await harness.send({ path: `/${projectId}/_apis/serviceendpoint/endpoints/${connectionId}`, token });
    const path = `/${projectId}/_apis/pipelines/pipelinePermissions/endpoint/${connectionId}`;
    const authorized = await harness.send({
      method: "PATCH",
      path,
      body: { pipelines: [{ id: 11, authorized: true }] },
      token,
    });
    const changed = await harness.send({
      method: "PUT",
      path: `/_apis/serviceendpoint/endpoints/${connectionId}`,
      body: connectionBody(harness, { name }),
      token,
    });
    const given = await harness.send({
      method: "PUT",
      path: pathOf(),
      body: [{ roleName: "Reader", userId: harness.seed.people.ben.identityId }],
      token,
    });
    return ["data" in (seen.body as object), authorized.status, changed.status, given.status];
  }

  it.each([
    ["no role", undefined, [false, 403, 403, 403]],
    ["Reader", "Reader", [false, 403, 403, 403]],
    ["User", "User", [true, 403, 403, 403]],
    ["Creator", "Creator", [false, 403, 403, 403]],
    ["Administrator", "Administrator", [true, 200, 200, 200]],
  ])("is little enough with %s", async (_, role, expected) => {
    if (role !== undefined) await assign(ada.identityId, role);
    expect(await tryAll(ada)).toEqual(expected);
  });

  it("holds for members of a team, and of a group in a group", async () => {
    await assign(harness.seed.team.identityId, "Administrator");
    expect(await tryAll(ada)).toEqual([true, 200, 200, 200]);
    await remove(harness.seed.team.identityId);
    await assign(harness.seed.groups.compliance.identityId, "Administrator");
    expect(await tryAll(harness.seed.people.cleo)).toEqual([true, 200, 200, 200]);
    expect(await tryAll(ada)).toEqual([false, 403, 403, 403]);
  });

  it("comes from the project's groups only while that is inherited", async () => {
    const containerId = await findGroup("[payments]\\Endpoint Administrators");
    addMember(harness.store, { containerId, memberId: ada.identityId });
    expect(await tryAll(ada)).toEqual([true, 200, 200, 200]);
    await harness.send({ method: "PATCH", path: `${pathOf()}?inheritPermissions=false` });
    expect(await tryAll(ada)).toEqual([false, 403, 403, 403]);
  });

  it("is gone for who made the connection once the role is, unless the project gives it", async () => {
    const maker = addIdentity(harness.store, { kind: "user", name: "Dora Macher" });
    const containerId = await findGroup("[payments]\\Contributors");
    addMember(harness.store, { containerId, memberId: maker.identityId });
    const token = await harness.signIn(maker.originId);
    const body = connectionBody(harness, { name: "mine" });
    const made = await harness.send({ method: "POST", path: "/_apis/serviceendpoint/endpoints", body, token });
    expect(made).toMatchObject({ status: 200, body: { createdBy: { id: maker.identityId } } });
    connectionId = (made.body as { id: string }).id;
    expect(await tryAll(maker, "mine")).toEqual([true, 200, 200, 200]);
    await remove(maker.identityId);
    expect(await tryAll(maker, "mine")).toEqual([false, 403, 403, 403]);
    expect(await authorizePipeline(harness, connectionId, 11)).toMatchObject({ status: 200 });
  });
});

describe("access control lists", () => {
  const namespace = "49b48001-ca20-4adc-8111-5b60c903a50c";

  function tokenOf(connection = connectionId): string {
    return `endpoints/${harness.seed.project.projectId}${connection === "" ? "" : `/${connection}`}`;
  }

  async function findDescriptor({ identityId }: Pick<OrganizationIdentity, "identityId">): Promise<string> {
    const { body } = await harness.send({ path: `/_apis/Identities/${identityId}` });
    return (body as { descriptor: string }).descriptor;
  }

  async function readEntry(descriptor: string, token = tokenOf()): Promise<unknown> {
    const query = `token=${token}&descriptors=${encodeURIComponent(descriptor)}&includeExtendedInfo=true`;
    const { body } = await harness.send({ path: `/_apis/AccessControlLists/${namespace}?${query}` });
    const { value } = body as { value: { token: string; acesDictionary: Record<string, unknown> }[] };
    expect(value).toMatchObject([{ token }]);
    return value[0]?.acesDictionary[descriptor];
  }

  function write(descriptor: string, entry: { allow: number; deny: number }, merge = false) {
    const accessControlEntries = [{ descriptor, ...entry }];
    const body = { token: tokenOf(), merge, accessControlEntries };
    return harness.send({ method: "POST", path: `/_apis/AccessControlEntries/${namespace}`, body });
  }

  it("have an entry for each that is asked for, be it of nothing", async () => {
    const descriptor = await findDescriptor(ada);
    expect(await readEntry(descriptor)).toEqual({ descriptor, allow: 0, deny: 0 });
    expect(await readEntry(descriptor, tokenOf(""))).toEqual({ descriptor, allow: 0, deny: 0 });
  });

  it("show roles, and what they are given shows as a role", async () => {
    const descriptor = await findDescriptor(ada);
    await assign(ada.identityId, "User");
    expect(await readEntry(descriptor)).toEqual({ descriptor, allow: 17, deny: 0 });
    expect(await write(descriptor, { allow: 16, deny: 0 })).toMatchObject({ status: 200, body: { count: 1 } });
    expect(await list()).toContain("Ada Winter: Reader, assigned");
    await write(descriptor, { allow: 0, deny: 0 });
    expect(await readEntry(descriptor)).toEqual({ descriptor, allow: 0, deny: 0 });
    expect((await list()).filter((one) => one.startsWith("Ada"))).toEqual([]);
  });

  it("keep what is there where something is put to it", async () => {
    const descriptor = await findDescriptor(ada);
    await write(descriptor, { allow: 17, deny: 0 });
    await write(descriptor, { allow: 2, deny: 1 }, true);
    expect(await readEntry(descriptor)).toEqual({ descriptor, allow: 18, deny: 1 });
  });

  it("deny what another group allows", async () => {
    await assign(harness.seed.team.identityId, "Administrator");
    await write(await findDescriptor(ada), { allow: 0, deny: 2 });
    const token = await harness.signIn(ada.originId);
    const request = { method: "PUT", path: pathOf(), body: [{ roleName: "User", userId: ada.identityId }], token };
    expect(await harness.send(request)).toMatchObject({ status: 403 });
    const other = await harness.signIn(harness.seed.people.cleo.originId);
    expect(await harness.send({ ...request, token: other })).toMatchObject({ status: 200 });
  });

  it("are written by an administrator, for identities that are known, and for service connections", async () => {
    const descriptor = await findDescriptor(ada);
    const path = `/_apis/AccessControlEntries/${namespace}`;
    const body = { token: tokenOf(), merge: false, accessControlEntries: [{ descriptor, allow: 2, deny: 0 }] };
    const token = await harness.signIn(ada.originId);
    expect(await harness.send({ method: "POST", path, body, token })).toMatchObject({ status: 403 });
    expect(await write("Microsoft.TeamFoundation.Identity;S-1-9-1", { allow: 1, deny: 0 })).toMatchObject({
      status: 400,
    });
    expect(await harness.send({ method: "POST", path, body: { ...body, token: "endpoints" } })).toMatchObject({
      status: 501,
    });
    expect(await harness.send({ path: `/_apis/SecurityNamespaces/${ada.identityId}` })).toMatchObject({ status: 501 });
  });

  it("have the permissions that the vendor's page names", async () => {
    const { body } = await harness.send({ path: `/_apis/SecurityNamespaces/${namespace}` });
    const { value } = body as { value: { actions: { name: string; bit: number }[] }[] };
    expect(value[0]?.actions.map(({ name, bit }) => [name, bit])).toEqual([
      ["Use", 1],
      ["Administer", 2],
      ["Create", 4],
      ["ViewAuthorization", 8],
      ["ViewEndpoint", 16],
    ]);
  });

  it("of teams are empty", async () => {
    const { project, team } = harness.seed;
    const token = encodeURIComponent(`${project.projectId}\\${team.identityId}`);
    const path = `/_apis/AccessControlLists/5a27515b-ccd7-42c9-84f1-54c998f03866?token=${token}`;
    expect(await harness.send({ path })).toMatchObject({ status: 200, body: { value: [{ acesDictionary: {} }] } });
  });
});

test("a seeded connection is administered by who made it", async () => {
  const { connectionId: seeded, principalId } = harness.seed.deployer;
  const { body } = await harness.send({ path: pathOf(seeded) });
  expect(body).toMatchObject({
    value: [{ identity: { id: readIdentityId(harness, principalId) }, role: { name: "Administrator" } }, {}, {}],
  });
});
