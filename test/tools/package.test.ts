import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import ts from "typescript";
import { z } from "zod";
import { ruleNames } from "../../analysis/rules/rules-table";
import { repositoryRoot } from "../../tools/engine/engine";

const runFile = promisify(execFile);

let folder: string;
let project: string;
let files: string[];

const dependencies = [
  "@dagrejs/dagre",
  "@grpc/grpc-js",
  "@octokit/rest",
  "azure-devops-node-api",
  "commander",
  "google-protobuf",
  "picocolors",
  "string-width",
  "undici",
  "uuid",
  "zod",
];

const packSchema = z.tuple([z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) })]);

const manifestSchema = z.object({ peerDependencies: z.record(z.string(), z.string()) });

/** An empty project with the packed file installed in it; its peers are those of this checkout. */
beforeAll(async () => {
  // What is packed is what was compiled: today's sources, not yesterday's.
  await runFile(process.execPath, ["tools/setup.mjs", "--without-engine"], { cwd: repositoryRoot });
  folder = await mkdtemp(join(tmpdir(), "keyless-package-"));
  project = join(folder, "project");
  const pack = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const { stdout } = await runFile("npm", pack, { cwd: repositoryRoot });
  const [packed] = packSchema.parse(JSON.parse(stdout));
  files = packed.files.map(({ path }) => path);
  await mkdir(join(project, "node_modules/pulumi-keyless"), { recursive: true });
  await runFile("tar", [
    ...["-xzf", join(folder, packed.filename), "--strip-components", "1"],
    ...["-C", join(project, "node_modules/pulumi-keyless")],
  ]);
  for (const name of ["@pulumi", "@types", ...dependencies]) {
    const link = join(project, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(repositoryRoot, "node_modules", name), link);
  }
  await writeFile(join(project, "package.json"), "{}");
});

afterAll(() => rm(folder, { recursive: true }));

const readPacked = (path: string): Promise<string> =>
  readFile(join(project, "node_modules/pulumi-keyless", path), "utf8");

test("holds what users need and nothing else", () => {
  const inside = /^dist\/(lib|facts|analysis|report|cli|policy)\/[\w/-]+\.(js|d\.ts)$|^docs\/rules\/[\w-]+\.md$/;
  const outside = files.filter((path) => !inside.test(path));
  const manifests = ["package.json", "policy/PulumiPolicy.yaml", "policy/package.json"];
  expect(outside.sort()).toEqual(["CHANGELOG.md", "LICENSE", "README.md", ...manifests]);
});

// https://github.com/pulumi/pulumi/pull/23375: before, the SDK dropped error hooks, and nothing was tried again.
test("wants an SDK that passes error hooks on", async () => {
  const { peerDependencies } = manifestSchema.parse(JSON.parse(await readPacked("package.json")));
  const [, minor = ""] = /^\^3\.(\d+)\.0$/.exec(peerDependencies["@pulumi/pulumi"] ?? "") ?? [];
  expect(Number(minor)).toBeGreaterThanOrEqual(245);
});

test("holds each source once as code and once as types", async () => {
  const sources = await Promise.all(
    ["lib", "facts", "analysis", "report", "cli", "policy"].map(async (name) => {
      const entries = await readdir(join(repositoryRoot, name), { recursive: true });
      return entries.filter((entry) => entry.endsWith(".ts")).map((entry) => `dist/${name}/${entry.slice(0, -3)}`);
    }),
  );
  const compiled = files.filter((path) => path.startsWith("dist/"));
  expect(compiled.sort()).toEqual(
    sources
      .flat()
      .flatMap((path) => [`${path}.d.ts`, `${path}.js`])
      .sort(),
  );
});

test("knows no folder of the machine that packed it", async () => {
  const contents = await Promise.all(files.map(readPacked));
  const named = files.filter((_, index) => contents[index]?.includes(repositoryRoot) === true);
  expect(named).toEqual([]);
});

test("says in its manifest what it needs from a user's project", async () => {
  const manifest: unknown = JSON.parse(await readPacked("package.json"));
  expect(Object.keys(z.looseObject({ dependencies: z.looseObject({}) }).parse(manifest).dependencies).sort()).toEqual(
    dependencies,
  );
});

const program = `
import * as keyless from "pulumi-keyless";
const connection = new keyless.AzureServiceConnection("payments-dev", {
  project: "payments",
  subscription: { id: "3f0c9ad1-0b55-4c0c-9d0e-6f1f6e1b2a34" },
});
export const clientId = connection.clientId;
// @ts-expect-error A project is required.
new keyless.AzureServiceConnection("no-project", {});
`;

/** What the compiler says to a strict user's program. */
async function check(settings: Record<string, string>): Promise<string[]> {
  const file = join(project, "index.ts");
  await writeFile(file, program);
  const json = { strict: true, noEmit: true, target: "es2022", types: ["node"], skipLibCheck: true, ...settings };
  const { options, errors } = ts.convertCompilerOptionsFromJson(json, project);
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram([file], options));
  return [...errors, ...diagnostics].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

test.each([
  { module: "node16", moduleResolution: "node16" },
  { module: "esnext", moduleResolution: "bundler" },
  { module: "commonjs", moduleResolution: "node10", ignoreDeprecations: "6.0" },
])("type-checks in a strict project: $moduleResolution", async (settings) => {
  expect(await check(settings)).toEqual([]);
});

test.each([
  ["require", "index.cjs", 'const keyless = require("pulumi-keyless");'],
  ["import", "index.mjs", 'import * as keyless from "pulumi-keyless";'],
  ["import by name", "named.mjs", 'import { AzureServiceConnection, WorkloadIdentity } from "pulumi-keyless";'],
])("is found from JavaScript by %s", async (_, name, statement) => {
  const names = statement.includes("{") ? "{ AzureServiceConnection, WorkloadIdentity }" : "keyless";
  await writeFile(join(project, name), `${statement}\nconsole.log(Object.keys(${names}).sort().join());\n`);
  const { stdout } = await runFile(process.execPath, [name], { cwd: project });
  expect(stdout.trim().split(",")).toEqual(expect.arrayContaining(["AzureServiceConnection", "WorkloadIdentity"]));
});

test("has the program keyless, which reports in an empty project", async () => {
  const manifest: unknown = JSON.parse(await readPacked("package.json"));
  const { bin } = z.looseObject({ bin: z.object({ keyless: z.string() }) }).parse(manifest);
  const recording = join(repositoryRoot, "test/corpus/recordings/service-principal/role-contributor.json");
  const program = join("node_modules/pulumi-keyless", bin.keyless);
  const { stdout } = await runFile(process.execPath, [program, "report", recording], { cwd: project });
  expect(stdout).toContain("Access gets wider");
});

test("has the page of each rule that messages of its policies name", () => {
  expect(files).toEqual(expect.arrayContaining(ruleNames.map((rule) => `docs/rules/${rule}.md`)));
});

test.each([
  ["program", "dist/policy/main.js", []],
  ["folder", "policy", ["@pulumi/pulumi/cmd/run-policy-pack"]],
])("has the policy pack, which tells its port when it is started as a %s", async (_, path, through) => {
  const runner = through.map((name) => createRequire(join(project, "package.json")).resolve(name));
  const args = [...runner, ...through.map(() => "127.0.0.1:1"), join(project, "node_modules/pulumi-keyless", path)];
  const pack = spawn(process.execPath, args, { cwd: project, stdio: ["ignore", "pipe", "inherit"] });
  const [output] = (await once(pack.stdout, "data")) as [Buffer];
  pack.kill();
  expect(output.toString()).toMatch(/^\d+\n$/);
});

test("does not let anybody in by a back door", async () => {
  await writeFile(join(project, "deep.cjs"), 'require("pulumi-keyless/dist/lib/index.js");');
  await expect(runFile(process.execPath, ["deep.cjs"], { cwd: project })).rejects.toThrow(
    "ERR_PACKAGE_PATH_NOT_EXPORTED",
  );
});
