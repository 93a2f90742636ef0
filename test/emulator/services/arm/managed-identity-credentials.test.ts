import { type Answer, createCloudHarness } from "../cloud-harness";

const version = "api-version=2023-01-31";
const trust = { issuer: "https://issuer.example", subject: "sc://a/b/c", audiences: ["api://AzureADTokenExchange"] };
const cloud = createCloudHarness();
let identity: string;

beforeEach(async () => {
  cloud.reset();
  const group = cloud.platform.resources.identityGroupId;
  identity = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/shop`;
  await cloud.arm("PUT", `${identity}?${version}`, { body: { location: "westeurope" } });
});

function write(name: string, properties: Record<string, unknown> = trust, parent = identity): Promise<Answer> {
  return cloud.arm("PUT", `${parent}/federatedIdentityCredentials/${name}?${version}`, { body: { properties } });
}

const read = (name = "") => cloud.arm("GET", `${identity}/federatedIdentityCredentials${name}?${version}`);

describe("federated identity credentials of a managed identity", () => {
  it("creates, reads back, changes, lists and deletes one", async () => {
    const created = await write("main");
    expect(created).toMatchObject({
      status: 201,
      body: {
        id: `${identity.replace("/resourceGroups/", "/resourcegroups/")}/federatedIdentityCredentials/main`,
        name: "main",
        type: "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials",
        properties: trust,
      },
    });
    expect((await read("/MAIN")).body).toEqual(created.body);
    expect((await write("main", { ...trust, subject: "other" })).status).toBe(200);
    expect((await read()).body).toMatchObject({ value: [{ name: "main", properties: { subject: "other" } }] });
    const path = `${identity}/federatedIdentityCredentials/main?${version}`;
    expect((await cloud.arm("DELETE", path)).status).toBe(200);
    expect((await cloud.arm("DELETE", path)).status).toBe(204);
    expect(await read("/main")).toMatchObject({ status: 404, body: { error: { code: "ResourceNotFound" } } });
  });

  it("refuses a second write under the same identity while one runs", async () => {
    const answers = await Promise.all([write("one"), write("two", { ...trust, subject: "two" })]);
    const [written, refused] = answers.sort((one, other) => one.status - other.status);
    expect([written.status, refused.status]).toEqual([201, 409]);
    expect(refused.body).toMatchObject({
      error: {
        code: "ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity",
        message: expect.stringContaining(
          "Concurrent Federated Identity Credentials writes under the same managed identity are not supported.",
        ) as string,
      },
    });
    // Whichever came second can be written now.
    expect((await Promise.all([read("/one"), read("/two")])).map(({ status }) => status).sort()).toEqual([200, 404]);
    expect((await write("three", { ...trust, subject: "three" })).status).toBe(201);
  });

  it("counts deleting as a write, and other identities apart", async () => {
    await write("one");
    const other = identity.replace("shop", "another");
    await cloud.arm("PUT", `${other}?${version}`, { body: { location: "westeurope" } });
    const [elsewhere, ...here] = await Promise.all([
      write("one", trust, other),
      cloud.arm("DELETE", `${identity}/federatedIdentityCredentials/one?${version}`),
      write("two", { ...trust, subject: "two" }),
    ]);
    expect(elsewhere.status).toBe(201);
    expect(here.filter(({ status }) => status === 409)).toHaveLength(1);
  });

  it("refuses to trust the same subject twice, under another name", async () => {
    await write("one");
    expect(await write("two")).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining("already exists for this Managed Identity") as string } },
    });
    // Issuer and subject are compared exactly.
    expect((await write("two", { ...trust, subject: trust.subject.toUpperCase() })).status).toBe(201);
  });

  it("holds twenty", async () => {
    const parentId = cloud.store.managedIdentities.list()[0]?.id ?? "";
    for (let index = 0; index < 20; index += 1) {
      cloud.store.federatedIdentityCredentials.insert({
        credentialId: `c${index}`,
        parentId,
        parentKind: "managedIdentity",
        name: `credential-${index}`,
        ...trust,
        subject: `subject-${index}`,
      });
    }
    expect(await write("one")).toMatchObject({ status: 400 });
    expect((await write("credential-3", { ...trust, subject: "changed" })).status).toBe(200);
  });

  it.each([
    ["two audiences", "main", { ...trust, audiences: ["a", "b"] }],
    ["no audience", "main", { ...trust, audiences: [] }],
    ["an empty issuer", "main", { ...trust, issuer: "" }],
    ["no subject", "main", { ...trust, subject: undefined }],
    ["a subject of 601 characters", "main", { ...trust, subject: "s".repeat(601) }],
    ["a name of two letters", "ab", trust],
    ["a name of 121 letters", "a".repeat(121), trust],
    ["a name with a dot", "a.b", trust],
  ])("refuses %s", async (_name, name, properties) => {
    expect((await write(name, properties)).status).toBe(400);
    expect((await read()).body).toEqual({ value: [] });
  });

  it("answers 501 for a flexible credential", async () => {
    const claimsMatchingExpression = { value: "claims['sub'] matches 'x'", languageVersion: 1 };
    const answer = await write("main", { issuer: trust.issuer, audiences: trust.audiences, claimsMatchingExpression });
    expect(answer.status).toBe(501);
  });

  it("does not find a parent that is not there", async () => {
    expect(await write("main", trust, identity.replace("shop", "nobody"))).toMatchObject({
      status: 404,
      body: { error: { code: "ParentResourceNotFound" } },
    });
  });

  it("waits for the directory to show the identity's service principal", async () => {
    cloud.store.setDelays("servicePrincipals", { arm: { appearMs: 60_000 } });
    expect((await write("main")).status).toBe(404);
    cloud.store.clock.advance(60_000);
    expect((await write("main")).status).toBe(201);
  });
});
