import { addIdentity } from "../../../../emulator/services/devops/members";
import type { OrganizationIdentity } from "../../../../emulator/state/entities";
import { createDevopsHarness, readIdentityId, type DevopsHarness } from "./devops-harness";

let harness: DevopsHarness;
beforeEach(async () => {
  harness = await createDevopsHarness();
});

/** Reads something that has to be there. */
async function get(path: string): Promise<{ value: unknown; [name: string]: unknown }> {
  const answer = await harness.send({ path });
  expect(answer).toMatchObject({ status: 200 });
  return answer.body as Awaited<ReturnType<typeof get>>;
}

interface Subject {
  displayName: string;
  principalName: string;
  descriptor: string;
  originId: string;
  origin: string;
  domain: string;
}

/** Finds one in a list of Graph, which has to be there once. */
async function findSubject(path: string, displayName: string): Promise<Subject> {
  const [found, ...others] = ((await get(path)).value as Subject[]).filter((one) => one.displayName === displayName);
  if (found === undefined || others.length > 0) throw new Error(`${displayName} is not there once`);
  return found;
}

async function readScope(): Promise<string> {
  return (await get(`/_apis/Graph/Descriptors/${harness.seed.project.projectId}`)).value as string;
}

describe("the ids of an identity", () => {
  it.each<[string, () => OrganizationIdentity, string]>([
    ["a person", () => harness.seed.people.ada, "aad."],
    ["a group of a project", () => harness.seed.groups.releaseManagers, "vssgp."],
    ["a group of the organization", () => harness.seed.groups.compliance, "vssgp."],
    ["a group of Microsoft Entra ID", () => harness.seed.groups.changeBoard, "aadgp."],
    ["a team", () => harness.seed.team, "vssgp."],
  ])("are all different for %s, and lead to each other", async (_, find, prefix) => {
    const { identityId, originId } = find();
    const { value: descriptor } = await get(`/_apis/Graph/Descriptors/${identityId}`);
    expect(descriptor).toEqual(expect.stringMatching(new RegExp(`^${prefix}[\\w-]{20,}$`)));
    expect(await get(`/_apis/Graph/StorageKeys/${String(descriptor)}`)).toEqual({ value: identityId });
    expect(originId).not.toBe(identityId);
    expect(Buffer.from(String(descriptor).slice(prefix.length), "base64url").toString()).not.toContain(identityId);
    expect(await harness.send({ path: `/_apis/Graph/Descriptors/${originId}` })).toMatchObject({ status: 404 });
    expect(await harness.send({ path: `/_apis/Graph/StorageKeys/${identityId}` })).toMatchObject({ status: 404 });
  });

  it("tell a service principal from the one in Microsoft Entra ID", async () => {
    const { principalId } = harness.seed.deployer;
    const identityId = readIdentityId(harness, principalId);
    expect(identityId).not.toBe(principalId);
    expect(await get(`/_apis/Graph/Descriptors/${identityId}`)).toEqual({
      value: expect.stringMatching(/^aadsp\./) as string,
    });
  });
});

describe("groups", () => {
  const inProject = async (): Promise<string> => `/_apis/Graph/Groups?scopeDescriptor=${await readScope()}`;

  it("of a project are those that every project has, its own, and its teams", async () => {
    const groups = (await get(await inProject())).value as Subject[];
    expect(groups.map(({ principalName }) => principalName).sort()).toEqual([
      "[payments]\\Build Administrators",
      "[payments]\\Contributors",
      "[payments]\\Endpoint Administrators",
      "[payments]\\Endpoint Creators",
      "[payments]\\Project Administrators",
      "[payments]\\Readers",
      "[payments]\\Release Managers",
      "[payments]\\payments Team",
    ]);
    const domain = `vstfs:///Classification/TeamProject/${harness.seed.project.projectId}`;
    expect(groups.every((group) => group.domain === domain && group.origin === "vsts")).toBe(true);
  });

  it("without a place are all, told apart by their domain", async () => {
    const { organization, organizationTenant, groups } = harness.seed;
    expect(await findSubject("/_apis/Graph/Groups", "Compliance")).toMatchObject({
      principalName: "[contoso]\\Compliance",
      domain: `vstfs:///Framework/IdentityDomain/${organization.organizationId}`,
      originId: groups.compliance.originId,
    });
    expect(await findSubject("/_apis/Graph/Groups", "Change Board")).toMatchObject({
      principalName: "[TEAM FOUNDATION]\\Change Board",
      domain: organizationTenant.tenantId,
      origin: "aad",
    });
    expect(await findSubject("/_apis/Graph/Groups?subjectTypes=aadgp", "Change Board")).toBeDefined();
    expect((await get("/_apis/Graph/Groups?subjectTypes=aadgp")).value).toHaveLength(1);
  });

  it("may have the name of one in another place, but not of one in the same place", async () => {
    const { store, seed } = harness;
    const { projectId } = seed.project;
    const inOrganization = addIdentity(store, { kind: "group", name: "Release Managers" });
    expect(inOrganization.identityId).not.toBe(seed.groups.releaseManagers.identityId);
    expect((await get("/_apis/Graph/Groups")).value).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ principalName: "[contoso]\\Release Managers" }),
        expect.objectContaining({ principalName: "[payments]\\Release Managers" }),
      ]),
    );
    expect(() => addIdentity(store, { kind: "group", projectId, name: "readers" })).toThrow(
      "There is a readers already.",
    );
    expect(() => addIdentity(store, { kind: "team", name: "Nowhere" })).toThrow("A team needs a project.");
    expect(() => addIdentity(store, { kind: "group", name: "Empty", members: ["nobody"] })).toThrow(
      "There is no identity nobody.",
    );
  });

  it("come in pages, until no token follows", async () => {
    const { projectId } = harness.seed.project;
    for (let count = 1; count <= 100; count += 1) {
      addIdentity(harness.store, { kind: "group", projectId, name: `Group ${count}` });
    }
    const first = await harness.send({ path: await inProject() });
    const token = first.headers.get("x-ms-continuationtoken") ?? "";
    const second = await harness.send({ path: `${await inProject()}&continuationToken=${token}` });
    expect([first.body, second.body]).toMatchObject([{ count: 100 }, { count: 8 }]);
    expect(second.headers.has("x-ms-continuationtoken")).toBe(false);
  });

  it("go with their project", async () => {
    await harness.send({ method: "DELETE", path: `/_apis/projects/${harness.seed.project.projectId}` });
    const { groups, team, people } = harness.seed;
    const known = harness.store.organizationIdentities.list().map(({ identityId }) => identityId);
    expect(known).not.toEqual(expect.arrayContaining([groups.releaseManagers.identityId]));
    expect(known).not.toEqual(expect.arrayContaining([team.identityId]));
    expect(known).toEqual(expect.arrayContaining([people.ada.identityId, groups.compliance.identityId]));
    const containers = harness.store.identityMemberships.list().map(({ containerId }) => containerId);
    expect(new Set(containers)).not.toContain(team.identityId);
  });
});

describe("people", () => {
  it("are listed by what they sign in as, with nobody else among them", async () => {
    expect((await get("/_apis/Graph/Users")).value).toMatchObject([
      {
        displayName: "Ada Winter",
        principalName: "ada.winter@contoso.example",
        mailAddress: "ada.winter@contoso.example",
      },
      { displayName: "Ben Sommer", subjectKind: "user", domain: harness.seed.organizationTenant.tenantId },
      { displayName: "Cleo Lenz", origin: "aad", originId: harness.seed.people.cleo.originId },
    ]);
    expect((await get("/_apis/Graph/Users?subjectTypes=")).value).toHaveLength(3);
    expect((await get("/_apis/Graph/Users?subjectTypes=msa,svc")).value).toEqual([]);
    expect((await get("/_apis/Graph/Users?subjectTypes=msa,aad")).value).toHaveLength(3);
  });

  it("may be two of one account name", async () => {
    const accountName = "ada.winter@contoso.example";
    addIdentity(harness.store, { kind: "user", name: "Ada Winter (left)", accountName });
    const users = (await get("/_apis/Graph/Users")).value as Subject[];
    expect(users.filter(({ principalName }) => principalName === accountName)).toHaveLength(2);
  });

  it("sign in under their id at Microsoft Entra ID, and are known by the organization's", async () => {
    const { people } = harness.seed;
    const token = await harness.signIn(people.ada.originId);
    expect(await harness.send({ path: "/_apis/connectionData", token })).toMatchObject({
      status: 200,
      body: { authenticatedUser: { id: people.ada.identityId, providerDisplayName: "Ada Winter" } },
    });
    const wrong = await harness.signIn(people.ada.identityId);
    expect(await harness.send({ path: "/_apis/connectionData", token: wrong })).toMatchObject({ status: 401 });
  });

  it("see a project as members of one of its groups or teams only", async () => {
    const project = { path: `/_apis/projects/${harness.seed.project.projectId}` };
    const { ada, cleo } = harness.seed.people;
    expect(await harness.send({ ...project, token: await harness.signIn(ada.originId) })).toMatchObject({
      status: 200,
    });
    expect(await harness.send({ ...project, token: await harness.signIn(cleo.originId) })).toMatchObject({
      status: 200,
    });
    const { originId } = addIdentity(harness.store, { kind: "user", name: "Dora Fremd" });
    expect(await harness.send({ ...project, token: await harness.signIn(originId) })).toMatchObject({ status: 404 });
  });
});

describe("the older identity service", () => {
  it("finds by either descriptor or by id, and has nothing for what it does not know", async () => {
    const { ada } = harness.seed.people;
    const { value: subjectDescriptor } = await get(`/_apis/Graph/Descriptors/${ada.identityId}`);
    const { value } = await get(`/_apis/Identities?subjectDescriptors=${String(subjectDescriptor)},aad.unknown`);
    const [found, unknown] = value as { descriptor: string }[];
    const tenantId = harness.seed.organizationTenant.tenantId;
    expect(found).toMatchObject({
      id: ada.identityId,
      isActive: true,
      isContainer: false,
      providerDisplayName: "Ada Winter",
      subjectDescriptor,
      descriptor: `Microsoft.IdentityModel.Claims.ClaimsIdentity;${tenantId}\\ada.winter@contoso.example`,
    });
    expect(unknown).toBeNull();
    const byDescriptor = await get(`/_apis/Identities?descriptors=${encodeURIComponent(found?.descriptor ?? "")}`);
    expect(byDescriptor.value).toEqual([found]);
    expect((await get(`/_apis/Identities?identityIds=${ada.identityId}`)).value).toEqual([found]);
    expect(await get(`/_apis/Identities/${ada.identityId}`)).toEqual(found);
    expect(await harness.send({ path: `/_apis/Identities/${ada.originId}` })).toMatchObject({ status: 404 });
    expect(await harness.send({ path: "/_apis/Identities?searchFilter=General&filterValue=ada" })).toMatchObject({
      status: 501,
    });
  });

  it("names groups by their place, and their members by descriptor", async () => {
    const { releaseManagers } = harness.seed.groups;
    expect(await get(`/_apis/Identities/${releaseManagers.identityId}`)).toMatchObject({
      providerDisplayName: "[payments]\\Release Managers",
      isContainer: true,
      descriptor: expect.stringMatching(/^Microsoft\.TeamFoundation\.Identity;S-1-9-/) as string,
    });
    expect((await get(`/_apis/Identities/${releaseManagers.identityId}/Members`)).value).toEqual([
      expect.stringMatching(/\\ada\.winter@contoso\.example$/),
      expect.stringMatching(/\\ben\.sommer@contoso\.example$/),
    ]);
  });
});

describe("the host of identities", () => {
  it("has them as dev.azure.com does, and nothing else", async () => {
    const host = "vssps.dev.azure.com";
    const path = "/_apis/Graph/Users?api-version=7.1-preview.1";
    expect((await harness.send({ host, path })).body).toMatchObject({
      count: 3,
      value: [{ displayName: "Ada Winter" }, { displayName: "Ben Sommer" }, { displayName: "Cleo Lenz" }],
    });
    expect((await harness.send({ host, path: "/_apis", method: "OPTIONS" })).status).toBe(200);
    expect(await harness.send({ host, path: "/_apis/projects" })).toMatchObject({ status: 501 });
  });
});

describe("teams", () => {
  it("are found by id and by name, with their members", async () => {
    const { team, project } = harness.seed;
    const teams = `/_apis/projects/${project.projectId}/teams`;
    const found = await get(`${teams}/payments%20team`);
    expect(found).toMatchObject({ id: team.identityId, name: "payments Team", projectName: "payments" });
    expect(await get(`${teams}/${team.identityId}`)).toEqual(found);
    expect((await get(teams)).value).toEqual([found]);
    expect((await get(`${teams}/${team.identityId}/members`)).value).toMatchObject([
      { identity: { displayName: "Ada Winter" } },
      { identity: { displayName: "Cleo Lenz", id: harness.seed.people.cleo.identityId } },
    ]);
    expect(await harness.send({ path: `${teams}/readers` })).toMatchObject({ status: 404 });
  });
});
