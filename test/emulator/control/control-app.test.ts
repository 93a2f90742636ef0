import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { createControlApp } from "../../../emulator/control/control-app";
import { createCore, type Core } from "../../../emulator/core";

let core: Core;
let app: Hono;

beforeEach(() => {
  core = createCore({ newId: randomUUID });
  app = createControlApp(core.control);
});

async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const response = await app.request(`http://127.0.0.1/_emulator/${path}`, init);
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}

test("health tells the emulator's time, which can be moved forward only", async () => {
  expect(await call("GET", "health")).toMatchObject({ status: 200, body: { status: "ok" } });
  const before = core.control.now();
  const { status, body } = await call("POST", "clock/advance", { milliseconds: 3_600_000 });
  expect(status).toBe(200);
  expect(body).toEqual({ now: expect.any(String) as string });
  expect(core.control.now()).toBeGreaterThanOrEqual(before + 3_600_000);
  expect((await call("POST", "clock/advance", { milliseconds: -1 })).status).toBe(400);
});

test("seed, snapshot, reset, restore", async () => {
  const seeded = await call("POST", "seed", { organizationName: "fabrikam", cloud: "AzureUSGovernment" });
  expect(seeded).toMatchObject({
    status: 201,
    body: { cloud: "AzureUSGovernment", organization: { name: "fabrikam" } },
  });
  expect((await call("GET", "platform")).body).toEqual(seeded.body);
  const { body: snapshot } = await call("GET", "state");
  expect((await call("POST", "reset")).status).toBe(204);
  expect(core.store.organizations.list()).toEqual([]);
  expect((await call("GET", "platform")).body).toBeNull();
  expect((await call("PUT", "state", snapshot)).status).toBe(204);
  expect(core.store.organizations.list()).toMatchObject([{ name: "fabrikam" }]);
  expect((await call("GET", "state")).body).toEqual(snapshot);
});

test("a snapshot holds neither keys nor tokens nor running jobs", async () => {
  const { project, pipelines } = core.control.seed();
  const { pipelineId } = pipelines.deploy;
  const started = await call("POST", "jobs", { projectId: project.projectId, pipelineId, connectionIds: [] });
  expect(started).toMatchObject({
    status: 201,
    body: { environment: { SYSTEM_ACCESSTOKEN: expect.stringMatching(/^eyJ/) as string } },
  });
  const { body } = await call("GET", "state");
  expect(JSON.stringify(body)).not.toContain("eyJ");
  expect(body).toMatchObject({ pipelineJobs: { rows: [] } });
});

test("people, groups and teams are made with chosen names", async () => {
  const { project } = core.control.seed();
  const { projectId } = project;
  const person = await call("POST", "identities", { kind: "user", name: "Dora Neu" });
  expect(person).toMatchObject({ status: 201, body: { accountName: "dora.neu@contoso.example" } });
  const { identityId } = person.body as { identityId: string };
  const members = [identityId];
  expect(await call("POST", "identities", { kind: "team", name: "Night", projectId, members })).toMatchObject({
    status: 201,
    body: { kind: "team", displayName: "Night", projectId },
  });
  expect(core.store.identityMemberships.list(({ memberId }) => memberId === identityId)).toHaveLength(1);
  expect(await call("POST", "identities", { kind: "team", name: "Night", projectId })).toEqual({
    status: 400,
    body: { error: "There is a Night already." },
  });
});

test("a job ends when told to", async () => {
  const { project, pipelines } = core.control.seed();
  const { jobId } = await core.control.startJob({
    projectId: project.projectId,
    pipelineId: pipelines.deploy.pipelineId,
    connectionIds: [],
  });
  expect(core.store.pipelineJobs.list()).toHaveLength(1);
  expect((await call("DELETE", `jobs/${jobId}`)).status).toBe(204);
  expect(core.store.pipelineJobs.list()).toEqual([]);
  const unknown = await call("POST", "jobs", { projectId: "nowhere", pipelineId: 1, connectionIds: [] });
  expect(unknown).toEqual({ status: 400, body: { error: "There is no project nowhere." } });
});

test("faults are added, listed and cleared", async () => {
  const rule = { service: "graph", method: "PATCH", path: "/servicePrincipals/", status: 404, times: 2 };
  const { status, body } = await call("POST", "faults", rule);
  expect({ status, body }).toMatchObject({ status: 201, body: { ...rule, struck: 0 } });
  expect((await call("GET", "faults")).body).toEqual([body]);
  expect((await call("DELETE", `faults/${core.control.listFaults()[0]?.id}`)).status).toBe(204);
  await call("POST", "faults", { reset: true });
  expect((await call("DELETE", "faults")).status).toBe(204);
  expect(core.control.listFaults()).toEqual([]);
});

test.each([
  ["faults", { service: "graph" }, "a fault needs at least one of"],
  ["faults", { status: 200 }, "status"],
  ["faults", { status: 429, tims: 3 }, "tims"],
  ["faults", { status: 429, path: "(" }, "Invalid regular expression"],
  ["seed", { cloud: "AzureGermanCloud" }, "cloud"],
  ["issuers", { issuer: "http://plain.example.com" }, "issuer"],
])("what makes no sense is refused and not ignored: %s %j", async (path, body, text) => {
  expect(await call("POST", path, body)).toEqual({
    status: 400,
    body: { error: expect.stringContaining(text) as string },
  });
});

test("delays hold for one kind and one viewer, until reset", async () => {
  core.control.seed();
  const delays = { kind: "applications", delays: { login: { appearMs: 60_000 } } };
  expect((await call("PUT", "delays", delays)).status).toBe(204);
  expect(core.store.applications.seenBy("login")).toEqual([]);
  expect(core.store.applications.seenBy("arm")).toHaveLength(1);
  expect(core.store.servicePrincipals.seenBy("login")).toHaveLength(1);
  expect((await call("PUT", "delays", { kind: "nothing", delays: {} })).status).toBe(400);
  await call("POST", "reset");
  core.control.seed();
  expect(core.store.applications.seenBy("login")).toHaveLength(1);
});

test("the journal is filtered by what was asked, and cleared", async () => {
  await core.server.fetch(new Request("https://login.microsoftonline.com/a"));
  await core.server.fetch(new Request("https://graph.microsoft.com/b", { method: "POST" }));
  const seqs = async (query: string): Promise<unknown> =>
    ((await call("GET", `journal${query}`)).body as { seq: number }[]).map(({ seq }) => seq);
  expect(await seqs("")).toEqual([1, 2]);
  expect(await seqs("?service=graph")).toEqual([2]);
  expect(await seqs("?method=get&path=^/a")).toEqual([1]);
  expect(await seqs("?afterSeq=1")).toEqual([2]);
  expect((await call("GET", "journal?servce=graph")).status).toBe(400);
  expect((await call("DELETE", "journal")).status).toBe(204);
  expect(await seqs("")).toEqual([]);
});

test("no page in a browser gets in", async () => {
  const headers = { origin: "https://example.com" };
  expect((await app.request("http://127.0.0.1/_emulator/state", { headers })).status).toBe(403);
  expect((await app.request("http://rebound.example.com/_emulator/state")).status).toBe(403);
});

test("an unknown operation says so", async () => {
  expect(await call("GET", "nothing")).toEqual({
    status: 404,
    body: { error: "no such operation: GET /_emulator/nothing" },
  });
});
