import { createCloudHarness, type Identity } from "../cloud-harness";

const cloud = createCloudHarness();
const trust = { issuer: "https://issuer.example", subject: "sc://a/b/c", audiences: ["api://AzureADTokenExchange"] };
let admin: Identity;
let path: string;

beforeEach(async () => {
  cloud.reset();
  admin = cloud.addPrincipal(["Application.ReadWrite.All"]);
  const answer = await cloud.graph("POST", "/v1.0/applications", { as: admin, body: { displayName: "shop" } });
  path = `/v1.0/applications/${(answer.body as { id: string }).id}/federatedIdentityCredentials`;
});

const create = (body: Record<string, unknown> = {}) =>
  cloud.graph("POST", path, { as: admin, body: { name: "main", ...trust, ...body } });
const read = (rest = "") => cloud.graph("GET", `${path}${rest}`, { as: admin });

describe("federated identity credentials of an application", () => {
  it("creates one and reads it back by id and by name", async () => {
    const created = await create({ "@odata.type": "#microsoft.graph.federatedIdentityCredential", description: "" });
    expect(created).toMatchObject({ status: 201, body: { name: "main", ...trust, description: "" } });
    const { id } = created.body as { id: string };
    expect((await read(`/${id}`)).body).toEqual(created.body);
    expect((await read("/main")).body).toEqual(created.body);
    expect((await read()).body).toMatchObject({ value: [{ id }] });
  });

  it("changes what is sent and keeps its name and id", async () => {
    const { id } = (await create({ description: "old" })).body as { id: string };
    const patch = (body: unknown) => cloud.graph("PATCH", `${path}/${id}`, { as: admin, body });
    expect((await patch({ id, name: "main", ...trust, subject: "other", description: null })).status).toBe(204);
    expect((await read(`/${id}`)).body).toMatchObject({ id, subject: "other", description: null });
    expect((await patch({ name: "another" })).status).toBe(400);
  });

  it("deletes one", async () => {
    const { id } = (await create()).body as { id: string };
    expect((await cloud.graph("DELETE", `${path}/${id}`, { as: admin })).status).toBe(204);
    expect(await read(`/${id}`)).toMatchObject({ status: 404, body: { error: { code: "Request_ResourceNotFound" } } });
    expect((await cloud.graph("DELETE", `${path}/${id}`, { as: admin })).status).toBe(404);
    expect((await read()).body).toMatchObject({ value: [] });
  });

  it("shows a deleted one for as long as replicas do, and writes it no more", async () => {
    const { id } = (await create()).body as { id: string };
    cloud.store.setDelays("federatedIdentityCredentials", { graph: { disappearMs: 10_000 } });
    await cloud.graph("DELETE", `${path}/${id}`, { as: admin });
    expect((await read(`/${id}`)).status).toBe(200);
    expect((await cloud.graph("PATCH", `${path}/${id}`, { as: admin, body: { subject: "x" } })).status).toBe(404);
    cloud.store.clock.advance(10_000);
    expect((await read(`/${id}`)).status).toBe(404);
  });

  it("refuses a name twice, and to trust the same subject twice", async () => {
    await create();
    expect(await create({ subject: "other" })).toMatchObject({
      status: 409,
      body: {
        error: {
          code: "Request_MultipleObjectsWithSameKeyValue",
          message: "FederatedIdentityCredential with name main already exists.",
        },
      },
    });
    expect(await create({ name: "second" })).toMatchObject({
      status: 400,
      body: { error: { code: "InvalidFederatedIdentityCredentialValue" } },
    });
    const { id } = (await create({ name: "second", subject: "SC://A/B/C" })).body as { id: string };
    expect((await cloud.graph("PATCH", `${path}/${id}`, { as: admin, body: { subject: trust.subject } })).status).toBe(
      400,
    );
  });

  it("lets another application trust the same", async () => {
    await create();
    const other = await cloud.graph("POST", "/v1.0/applications", { as: admin, body: { displayName: "other" } });
    const { id } = other.body as { id: string };
    const answer = await cloud.graph("POST", `/v1.0/applications/${id}/federatedIdentityCredentials`, {
      as: admin,
      body: { name: "main", ...trust },
    });
    expect(answer.status).toBe(201);
  });

  it("holds twenty", async () => {
    for (let index = 0; index < 20; index += 1) {
      expect((await create({ name: `credential-${index}`, subject: `s${index}` })).status).toBe(201);
    }
    expect((await create()).status).toBe(400);
  });

  it.each([
    ["two audiences", { audiences: ["a", "b"] }],
    ["no audience", { audiences: [] }],
    ["an audience of 601 characters", { audiences: ["a".repeat(601)] }],
    ["no issuer", { issuer: undefined }],
    ["an issuer of 601 characters", { issuer: "i".repeat(601) }],
    ["no subject", { subject: undefined }],
    ["an empty subject", { subject: "" }],
    ["a description of 601 characters", { description: "d".repeat(601) }],
    ["a name of two letters", { name: "ab" }],
    ["a name of 121 letters", { name: "a".repeat(121) }],
    ["a name that begins with a dash", { name: "-main" }],
    ["an unknown property", { audience: "a" }],
  ])("refuses %s", async (_name, wrong) => {
    expect(await create(wrong)).toMatchObject({ status: 400, body: { error: { code: "Request_BadRequest" } } });
    expect((await read()).body).toMatchObject({ value: [] });
  });

  it("answers 501 for a flexible credential", async () => {
    const claimsMatchingExpression = { value: "claims['sub'] matches 'x'", languageVersion: 1 };
    expect((await create({ subject: null, claimsMatchingExpression })).status).toBe(501);
  });
});
