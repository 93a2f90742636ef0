import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCore, type Core } from "../../../emulator/core";

let folder: string;
let stateFile: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "keyless-state-"));
  stateFile = join(folder, "state.json");
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function open(): Promise<Core> {
  const core = createCore({ newId: randomUUID, stateFile });
  await core.stateFile?.load();
  return core;
}

test("one emulator goes on where another stopped, its time included", async () => {
  const first = await open();
  const platform = first.control.seed();
  first.control.advanceClock(86_400_000);
  await first.stateFile?.save();
  const second = await open();
  expect(second.control.snapshot()).toEqual(first.control.snapshot());
  expect(second.control.platform).toEqual(platform);
  expect(second.control.now()).toBeGreaterThan(Date.now() + 86_000_000);
});

test("a file that is not there yet is no error", async () => {
  const core = createCore({ newId: randomUUID, stateFile });
  await expect(core.stateFile?.load()).resolves.toBe(false);
});

test.each(["{", "{}", '{"version":1,"now":0,"store":{"tenants":{"rows":[]}}}'])(
  "another file is refused: %s",
  async (text) => {
    await writeFile(stateFile, text);
    await expect(open()).rejects.toThrow(`${stateFile} is not a state file of this emulator`);
  },
);

test("saves that overlap end with the last state, in one file that only its owner reads", async () => {
  const core = await open();
  for (const organizationName of ["one", "two", "three"]) {
    core.control.reset();
    core.control.seed({ organizationName });
  }
  await core.stateFile?.save();
  expect(await readdir(folder)).toEqual(["state.json"]);
  expect((await stat(stateFile)).mode & 0o777).toBe(0o600);
  expect(JSON.parse(await readFile(stateFile, "utf8"))).toMatchObject({
    platform: { organization: { name: "three" } },
  });
});

test("requests that change something are saved", async () => {
  const core = await open();
  core.control.seed();
  const { project, pipelines } = core.control.platform ?? core.control.seed();
  const { pipelineId } = pipelines.deploy;
  await core.control.startJob({ projectId: project.projectId, pipelineId, connectionIds: [] });
  core.store.tenants.insert({ tenantId: "another", cloud: "AzureCloud" });
  await core.server.fetch(new Request("https://login.microsoftonline.com/x/oauth2/v2.0/token", { method: "POST" }));
  await core.stateFile?.save();
  const text = await readFile(stateFile, "utf8");
  expect(text).toContain('"another"');
  expect(text).not.toContain("eyJ");
});

test("a file that cannot be written is told when saving is asked for", async () => {
  const core = createCore({ newId: randomUUID, stateFile: join(folder, "missing", "state.json") });
  core.control.seed();
  await expect(core.stateFile?.save()).rejects.toThrow("ENOENT");
});
