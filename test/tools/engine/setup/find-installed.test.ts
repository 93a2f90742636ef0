import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findInstalled } from "../../../../tools/engine/setup/find-installed.mjs";
import { enginePrograms } from "../../../../tools/engine/setup/programs-table.mjs";
import { writeFakeProgram } from "./fake-program";

let home: string;
let ownBin: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "keyless-machine-"));
  ownBin = join(home, "checkout/.keyless/bin");
});

afterEach(() => rm(home, { recursive: true }));

type OnUnfit = (passed: { path: string; version: string }) => void;

const find = (name: string, path: string[] = [], onUnfit: OnUnfit = () => undefined) => {
  const program = enginePrograms.find((candidate) => candidate.name === name);
  if (!program) throw new Error(`no program ${name}`);
  const env = { PATH: path.map((folder) => join(home, folder)).join(":") };
  return findInstalled(program, { env, home, ownBin, onUnfit });
};

test("finds nothing on an empty machine", async () => {
  expect(await find("pulumi", ["missing"])).toBeUndefined();
});

test("takes the first fitting CLI on PATH", async () => {
  await writeFakeProgram(join(home, "old/pulumi"), "echo v3.100.0");
  await writeFakeProgram(join(home, "next/pulumi"), "echo v4.0.0");
  await writeFakeProgram(join(home, "good/pulumi"), '[ "$1" = version ] && echo v3.260.0');
  const unfit: string[] = [];
  const onUnfit = ({ path, version }: { path: string; version: string }) => void unfit.push(`${path} ${version}`);
  expect(await find("pulumi", ["old", "next", "good"], onUnfit)).toEqual({
    path: join(home, "good/pulumi"),
    version: "3.260.0",
  });
  expect(unfit).toEqual([`${join(home, "old/pulumi")} 3.100.0`, `${join(home, "next/pulumi")} 4.0.0`]);
});

test("finds the CLI where Pulumi's installer puts it", async () => {
  await writeFakeProgram(join(home, ".pulumi/bin/pulumi"), "echo v3.270.0");
  expect(await find("pulumi")).toEqual({ path: join(home, ".pulumi/bin/pulumi"), version: "3.270.0" });
});

test("passes over a CLI that does not run", async () => {
  await writeFakeProgram(join(home, "broken/pulumi"), "exit 1");
  expect(await find("pulumi", ["broken"])).toBeUndefined();
});

test("does not take our own folder for the machine's", async () => {
  await writeFakeProgram(join(ownBin, "pulumi"), "echo v3.274.1");
  expect(await find("pulumi", ["checkout/.keyless/bin"])).toBeUndefined();
});

test("takes the newest fitting plugin that the CLI has downloaded", async () => {
  for (const version of ["3.9.0", "3.16.2", "3.20.0", "4.0.0"]) {
    const plugin = `.pulumi/plugins/resource-azuredevops-v${version}/pulumi-resource-azuredevops`;
    await writeFakeProgram(join(home, plugin), "exit 1");
  }
  await writeFile(join(home, ".pulumi/plugins/resource-azuredevops-v3.21.0.lock"), "");
  expect(await find("pulumi-resource-azuredevops")).toEqual({
    path: join(home, ".pulumi/plugins/resource-azuredevops-v3.20.0/pulumi-resource-azuredevops"),
    version: "3.20.0",
  });
});

test("asks a plugin on PATH for its version", async () => {
  await writeFakeProgram(join(home, "bin/pulumi-resource-azuread"), '[ "$1" = --version ] && echo 6.10.0');
  expect(await find("pulumi-resource-azuread", ["bin"])).toMatchObject({ version: "6.10.0" });
});
