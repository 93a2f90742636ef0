import { allowProjectReader } from "../../../../emulator/services/devops/members";
import { createDevopsHarness, authorizePipeline, createConnection, type DevopsHarness } from "./devops-harness";

let harness: DevopsHarness;
beforeEach(async () => {
  harness = await createDevopsHarness();
});

const path = "/payments/_apis/build/definitions";

/** A definition as the azuredevops provider writes it. */
function definitionBody(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    name: "release",
    path: "\\",
    revision: 0,
    quality: "definition",
    queueStatus: "enabled",
    type: "build",
    repository: {
      id: "payments",
      name: "payments",
      type: "TfsGit",
      url: "",
      defaultBranch: "refs/heads/main",
      properties: { connectedServiceId: "", apiUrl: "", reportBuildStatus: "true" },
    },
    process: { yamlFilename: "azure-pipelines.yml" },
    queue: { name: "Azure Pipelines", pool: { name: "Azure Pipelines" } },
    triggers: [],
    variableGroups: [],
    variables: {},
    ...change,
  };
}

describe("build definitions", () => {
  it("get the next number of the organization, which is never given again", async () => {
    expect(await harness.send({ method: "POST", path, body: definitionBody() })).toMatchObject({
      status: 200,
      body: {
        id: 14,
        revision: 1,
        process: { type: 2, yamlFilename: "azure-pipelines.yml" },
        queue: { pool: { name: "Azure Pipelines" } },
        repository: { url: "https://dev.azure.com/contoso/payments/_git/payments" },
      },
    });
    expect(await harness.send({ method: "DELETE", path: `${path}/14` })).toMatchObject({ status: 204 });
    expect(await harness.send({ path: `${path}/14` })).toMatchObject({ status: 404 });
    expect(await harness.send({ method: "POST", path, body: definitionBody() })).toMatchObject({ body: { id: 15 } });
  });

  it("are changed from the revision that they are at", async () => {
    await harness.send({ method: "POST", path, body: definitionBody() });
    const renamed = definitionBody({ id: 14, name: "ship", revision: 1 });
    const update = { method: "PUT", path: `${path}/14`, body: renamed };
    expect(await harness.send(update)).toMatchObject({ status: 200, body: { name: "ship", revision: 2 } });
    expect(await harness.send(update)).toMatchObject({ status: 409 });
    expect(await harness.send({ path: `${path}/14` })).toMatchObject({ body: { name: "ship", revision: 2 } });
  });

  it("have a name of their own in a folder", async () => {
    const again = { method: "POST", path, body: definitionBody({ name: "Payments-Deploy" }) };
    expect(await harness.send(again)).toMatchObject({ status: 409, body: { typeKey: "DefinitionExistsException" } });
    const elsewhere = { ...again, body: definitionBody({ name: "payments-deploy", path: "\\other" }) };
    expect(await harness.send(elsewhere)).toMatchObject({ status: 200 });
  });

  it("are listed by name and in pages", async () => {
    expect(await harness.send({ path: `${path}?name=payments-*` })).toMatchObject({
      body: { count: 2, value: [{ name: "payments-deploy" }, { name: "payments-build" }] },
    });
    const page = await harness.send({ path: `${path}?$top=2` });
    expect(page.headers.get("x-ms-continuationtoken")).toBe("2");
    expect(await harness.send({ path: `${path}?$top=2&continuationToken=2` })).toMatchObject({
      body: { count: 1, value: [{ name: "platform" }] },
    });
  });

  it("keep no secret", async () => {
    const variables = { key: { value: "s3cret", isSecret: true }, plain: { value: "seen" } };
    await harness.send({ method: "POST", path, body: definitionBody({ variables }) });
    expect(JSON.stringify(harness.store.snapshot())).not.toContain("s3cret");
    expect(await harness.send({ path: `${path}/14` })).toMatchObject({
      body: { variables: { key: { value: null, isSecret: true }, plain: { value: "seen" } } },
    });
  });

  it("lose their permissions when they are deleted", async () => {
    const { id } = await createConnection(harness);
    await authorizePipeline(harness, id, 11);
    await harness.send({ method: "DELETE", path: `${path}/11` });
    expect(harness.store.pipelinePermissions.list(({ resourceId }) => resourceId === id)).toMatchObject([
      { pipelineIds: [] },
    ]);
  });

  it("are read, and not written, by a reader", async () => {
    const { seed, store } = harness;
    const principalId = "99999999-0000-4000-8000-000000000001";
    allowProjectReader(store, { projectId: seed.project.projectId, principalId });
    const token = await harness.signIn(principalId);
    expect(await harness.send({ path: `${path}/11`, token })).toMatchObject({ status: 200 });
    expect(await harness.send({ method: "POST", path, body: definitionBody(), token })).toMatchObject({ status: 403 });
    expect(await harness.send({ method: "DELETE", path: `${path}/11`, token })).toMatchObject({ status: 403 });
  });
});
