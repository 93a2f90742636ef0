import { z } from "zod";
import { allowProjectReader } from "../../../../emulator/services/devops/members";
import { createDevopsHarness, createConnection, type DevopsHarness } from "./devops-harness";

let harness: DevopsHarness;
beforeEach(async () => {
  harness = await createDevopsHarness();
});

// https://learn.microsoft.com/rest/api/azure/devops/processes/processes/list
const scrum = "6b724908-ef14-45cf-84f8-768b5384da45";

function projectBody(name: string): Record<string, unknown> {
  return {
    name,
    description: "A project",
    visibility: "private",
    capabilities: { versioncontrol: { sourceControlType: "Git" }, processTemplate: { templateTypeId: scrum } },
  };
}

function create(name: string): ReturnType<DevopsHarness["send"]> {
  return harness.send({ method: "POST", path: "/_apis/projects", body: projectBody(name) });
}

describe("projects", () => {
  it("are created by an operation that the client follows, and read by name and id", async () => {
    const queued = await create("Ledger");
    expect(queued).toMatchObject({ status: 202, body: { status: "queued" } });
    const { id } = z.object({ id: z.string() }).parse(queued.body);
    expect(await harness.send({ path: `/_apis/operations/${id}` })).toMatchObject({
      body: { id, status: "succeeded" },
    });
    const read = await harness.send({ path: "/_apis/projects/ledger?includeCapabilities=true&includeHistory=false" });
    expect(read).toMatchObject({
      status: 200,
      body: {
        name: "Ledger",
        state: "wellFormed",
        capabilities: {
          processTemplate: { templateName: "Scrum", templateTypeId: scrum },
          versioncontrol: { sourceControlType: "Git" },
        },
      },
    });
    const project = z.object({ id: z.string() }).parse(read.body);
    expect(await harness.send({ path: `/_apis/projects/${project.id}` })).toMatchObject({ body: { name: "Ledger" } });
  });

  it.each(["payments", "a/b", "_a", "a.", "", "x".repeat(65)])("are not created with the name %j", async (name) => {
    expect(await create(name)).toMatchObject({ status: 400 });
  });

  it("are renamed in place", async () => {
    const path = `/_apis/projects/${harness.seed.project.projectId}`;
    expect(await harness.send({ method: "PATCH", path, body: { name: "billing" } })).toMatchObject({ status: 202 });
    expect(await harness.send({ path })).toMatchObject({ body: { name: "billing", description: "Takes payments" } });
  });

  it("are found by a name that a URL has to escape", async () => {
    const path = `/_apis/projects/${harness.seed.project.projectId}`;
    await harness.send({ method: "PATCH", path, body: { name: "Zahlungen für alle" } });
    const escaped = encodeURIComponent("Zahlungen Für alle");
    expect(await harness.send({ path: `/${escaped}/_apis/build/definitions` })).toMatchObject({ body: { count: 3 } });
  });

  it("take everything in them along when they are deleted", async () => {
    const { id } = await createConnection(harness);
    const path = `/_apis/projects/${harness.seed.project.projectId}`;
    expect(await harness.send({ method: "DELETE", path })).toMatchObject({ status: 202 });
    expect(await harness.send({ path })).toMatchObject({ status: 404 });
    expect(harness.store.serviceConnections.get(id)).toBeUndefined();
    expect(harness.store.pipelines.list()).toEqual([]);
  });

  it("are listed in pages", async () => {
    await create("Ledger");
    const first = await harness.send({ path: "/_apis/projects?$top=1" });
    expect(first.body).toMatchObject({ count: 1, value: [{ name: "Ledger" }] });
    const token = first.headers.get("x-ms-continuationtoken") ?? "";
    const second = await harness.send({ path: `/_apis/projects?$top=1&continuationToken=${token}` });
    expect(second.body).toMatchObject({ count: 1, value: [{ name: "payments" }] });
    expect(second.headers.has("x-ms-continuationtoken")).toBe(false);
  });

  it("are not for a reader to create or change", async () => {
    const { seed, store } = harness;
    const principalId = "99999999-0000-4000-8000-000000000001";
    allowProjectReader(store, { projectId: seed.project.projectId, principalId });
    const token = await harness.signIn(principalId);
    const path = `/_apis/projects/${seed.project.projectId}`;
    for (const request of [
      { method: "POST", path: "/_apis/projects", body: projectBody("Ledger") },
      { method: "PATCH", path, body: { name: "billing" } },
      { method: "DELETE", path },
    ]) {
      expect(await harness.send({ ...request, token })).toMatchObject({ status: 403 });
    }
  });
});

describe("processes", () => {
  it("are the four that every organization has", async () => {
    const names = ["Agile", "Scrum", "CMMI", "Basic"].map((name) => ({ name }));
    expect(await harness.send({ path: "/_apis/process/processes" })).toMatchObject({
      body: { count: 4, value: names },
    });
    expect(await harness.send({ path: `/_apis/process/processes/${scrum}` })).toMatchObject({
      body: { name: "Scrum" },
    });
  });
});
