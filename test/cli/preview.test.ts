import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { runKeyless, type CommandRun } from "../support/run-keyless";

const recordings = join(__dirname, "../corpus/recordings/hand-written");

// The engine itself is run by the demo and by the engine tests; here a program of its name shows how it is called.
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "keyless-preview-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function installEngine(script: string): Promise<void> {
  const file = join(folder, "pulumi");
  await writeFile(file, `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/arguments"\n${script}\n`);
  await chmod(file, 0o755);
}

async function runPreview(...parameters: string[]): Promise<CommandRun> {
  const path = `${folder}${delimiter}${process.env["PATH"] ?? ""}`;
  const before = process.env["PATH"];
  process.env["PATH"] = path;
  try {
    return await runKeyless(["preview", "--cwd", folder, ...parameters], { env: { PATH: path } });
  } finally {
    process.env["PATH"] = before;
  }
}

async function readArguments(): Promise<string[]> {
  return (await readFile(join(folder, "arguments"), "utf8")).trim().split("\n");
}

describe("keyless preview", () => {
  it("runs the engine's preview with unchanged resources, and reports it", async () => {
    await installEngine(`cat "${join(recordings, "role-contributor.json")}"`);
    const run = await runPreview("--stack", "prod", "--fail-on", "widening");
    expect(run.exitCode).toBe(3);
    expect(run.output).toContain("Access gets wider");
    expect(run.errors).toBe("pulumi preview …\n");
    expect(await readArguments()).toEqual([
      "preview",
      "--show-sames",
      "--json",
      "--non-interactive",
      "--stack",
      "prod",
    ]);
  });

  it("looks for what was changed outside with --drift", async () => {
    await installEngine(`cat "${join(recordings, "unchanged.json")}"`);
    await runPreview("--drift");
    expect(await readArguments()).toEqual(["refresh", "--preview-only", "--json", "--non-interactive"]);
  });

  it("hands on what follows --, and says that the preview is limited", async () => {
    await installEngine(`cat "${join(recordings, "unchanged.json")}"`);
    const run = await runPreview("--", "--target", "urn:pulumi:test::corpus::a::b");
    expect(await readArguments()).toEqual(expect.arrayContaining(["--target", "urn:pulumi:test::corpus::a::b"]));
    expect(run.output).toContain("limited");
  });

  it("reports a preview that failed as broken", async () => {
    await installEngine(`cat "${join(recordings, "protected-replacement-refused.json")}"; exit 1`);
    expect(await runPreview()).toMatchObject({ exitCode: 4 });
  });

  it("repeats what the engine says where it printed no preview, and obeys no command in it", async () => {
    await installEngine("echo 'error: no stack named prod found' >&2; echo '##vso[task.complete]' >&2; exit 6");
    const run = await runPreview();
    expect(run).toMatchObject({ exitCode: 2, output: "" });
    expect(run.errors).toContain("pulumi ended with code 6 and printed no preview:\nerror: no stack named prod found");
    expect(run.errors).not.toContain("##vso");
  });

  it("says where the engine is missing", async () => {
    const run = await runKeyless(["preview", "--cwd", join(folder, "nowhere")], { env: { PATH: folder } });
    expect(run.exitCode).toBe(2);
    expect(run.errors).toContain("pulumi cannot be started");
  });
});
