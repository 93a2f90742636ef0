import { mkdtemp, readFile, readdir, readlink, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatLauncher, writeBinFolder } from "../../../../tools/engine/setup/bin-folder.mjs";
import { runCommand } from "../../../../tools/setup/run-command.mjs";
import { writeFakeProgram } from "./fake-program";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "keyless bin's-"));
});

afterEach(() => rm(root, { recursive: true }));

test("holds every program of the engine, and says where each came from", async () => {
  const bin = join(root, ".keyless/bin");
  const programs = { pulumi: { path: "/opt/pulumi", version: "3.274.1", source: "built" } } as const;
  await writeBinFolder(root, bin, programs);
  expect((await readdir(bin)).sort()).toEqual(["pulumi", "pulumi-language-nodejs", "pulumi-resource-azure-native"]);
  expect(await readlink(join(bin, "pulumi"))).toBe("/opt/pulumi");
  expect(JSON.parse(await readFile(join(root, ".keyless/engine.json"), "utf8"))).toEqual({ format: 1, bin, programs });
});

test("follows a program that moved", async () => {
  const bin = join(root, ".keyless/bin");
  for (const path of ["/opt/old/pulumi", "/opt/new/pulumi"]) {
    await writeBinFolder(root, bin, { pulumi: { path, version: "3.274.1", source: "built" } });
  }
  expect(await readlink(join(bin, "pulumi"))).toBe("/opt/new/pulumi");
});

test("starts scripts with any path and any arguments", async () => {
  const launcher = join(root, "launch");
  const script = join(root, "it's a script");
  await writeFakeProgram(script, 'printf "%s|" "$@"');
  await writeFakeProgram(launcher, formatLauncher("/bin/sh", script));
  expect(await runCommand(launcher, ["one two", "$HOME", ""])).toBe("one two|$HOME||");
});
