import { allowProjectReader } from "../../../../emulator/services/devops/members";
import { authorizePipeline, createConnection, createDevopsHarness, type DevopsHarness } from "./devops-harness";

let harness: DevopsHarness;
let id: string;
beforeEach(async () => {
  harness = await createDevopsHarness();
  id = (await createConnection(harness)).id;
});

function pathOf(type: string, resourceId: string): string {
  return `/${harness.seed.project.projectId}/_apis/pipelines/pipelinePermissions/${type}/${resourceId}`;
}

function patch(body: unknown): ReturnType<DevopsHarness["send"]> {
  return harness.send({ method: "PATCH", path: pathOf("endpoint", id), body });
}

describe("pipeline permissions", () => {
  it("are none for a new service connection", async () => {
    expect(await harness.send({ path: pathOf("endpoint", id) })).toEqual(
      expect.objectContaining({ status: 200, body: { resource: { id, type: "endpoint" }, pipelines: [] } }),
    );
  });

  it("are given and taken pipeline by pipeline", async () => {
    expect(await authorizePipeline(harness, id, 12)).toMatchObject({ status: 200 });
    expect(await authorizePipeline(harness, id, 11)).toMatchObject({
      body: {
        pipelines: [
          { id: 11, authorized: true },
          { id: 12, authorized: true },
        ],
      },
    });
    await patch({ pipelines: [{ id: 12, authorized: false }] });
    expect((await harness.send({ path: pathOf("endpoint", id) })).body).toEqual({
      resource: { id, type: "endpoint" },
      pipelines: [{ id: 11, authorized: true }],
    });
  });

  it("are opened to all pipelines and closed again", async () => {
    expect(await patch({ allPipelines: { authorized: true } })).toMatchObject({
      body: { pipelines: [], allPipelines: { authorized: true } },
    });
    expect((await patch({ allPipelines: { authorized: false } })).body).not.toHaveProperty("allPipelines");
  });

  it("are for pipelines and connections that exist", async () => {
    expect(await authorizePipeline(harness, id, 99)).toMatchObject({ status: 404 });
    expect(await authorizePipeline(harness, "99999999-0000-4000-8000-000000000001", 11)).toMatchObject({ status: 404 });
    expect(await harness.send({ path: pathOf("sandwich", id) })).toMatchObject({ status: 400 });
  });

  it("are kept for the other kinds of resources too", async () => {
    const path = pathOf("environment", "3");
    await harness.send({ method: "PATCH", path, body: { pipelines: [{ id: 11, authorized: true }] } });
    expect(await harness.send({ path })).toMatchObject({
      body: { resource: { id: "3", type: "environment" }, pipelines: [{ id: 11 }] },
    });
  });

  it("are read by a reader and given by an administrator only", async () => {
    const principalId = "99999999-0000-4000-8000-000000000002";
    allowProjectReader(harness.store, { projectId: harness.seed.project.projectId, principalId });
    const token = await harness.signIn(principalId);
    expect(await harness.send({ path: pathOf("endpoint", id), token })).toMatchObject({ status: 200 });
    const body = { allPipelines: { authorized: true } };
    for (const path of [pathOf("endpoint", id), pathOf("queue", "1")]) {
      expect(await harness.send({ method: "PATCH", path, body, token })).toMatchObject({ status: 403 });
    }
  });

  it("are not given by a job", async () => {
    const { accessToken: token } = await harness.startJob(11, [id]);
    const body = { pipelines: [{ id: 11, authorized: true }] };
    expect(await harness.send({ method: "PATCH", path: pathOf("endpoint", id), body, token })).toMatchObject({
      status: 403,
    });
  });

  it("go with the connection", async () => {
    await authorizePipeline(harness, id, 11);
    const path = `/_apis/serviceendpoint/endpoints/${id}?projectIds=${harness.seed.project.projectId}`;
    await harness.send({ method: "DELETE", path });
    expect(harness.store.pipelinePermissions.list(({ resourceId }) => resourceId === id)).toEqual([]);
  });
});
