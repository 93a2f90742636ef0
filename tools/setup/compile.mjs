import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hashFiles, listFiles } from "./fingerprint.mjs";
import { publishFiles } from "./publish-files.mjs";
import { runCommand } from "./run-command.mjs";

/**
 * @typedef {object} Compilation
 * @property {string} name
 * @property {string} label
 * @property {string} config The tsconfig file, relative to the root; its `outDir` and `include` are literal.
 */

/** @typedef {{ outDir: string, declaration?: boolean, sourceMap?: boolean }} OutputOptions */

/** @type {readonly Compilation[]} */
export const compilations = [
  { name: "package", label: "compiling the package", config: "tsconfig.build.json" },
  { name: "programs", label: "compiling emulator and tools", config: "tsconfig.programs.json" },
];

/**
 * Where the compiler writes, and its memory of the last time. What it wrote is then published file by file: a program
 * that starts meanwhile never finds a file missing or half written.
 */
const stagingFolder = "build/.staging";

/** Settings that every compilation depends on. */
const sharedInputs = ["tsconfig.json", "package-lock.json"];

/**
 * Compiles one TypeScript project, unless its sources and settings are those of the last time.
 *
 * @param {string} root
 * @param {Compilation} compilation
 * @param {import("./progress.mjs").Progress} progress
 */
export async function compileProject(root, { name, label, config }, progress) {
  const settings = JSON.parse(await readFile(join(root, config), "utf8"));
  /** @type {{ compilerOptions: OutputOptions, include: string[] }} */
  const { compilerOptions, include } = settings;
  const sources = await listFiles(root, include, (file) => file.endsWith(".ts"));
  const outputs = listOutputs(sources, compilerOptions);
  const hash = await hashFiles(root, [...sources, config, ...sharedInputs], [await readSdkHash(root)]);
  const target = join(root, compilerOptions.outDir);
  const stamp = join(root, stagingFolder, `${name}.stamp`);
  if ((await readStamp(stamp)) === hash && (await areThere(target, include, outputs))) {
    return;
  }
  await progress.step(label, async () => {
    const staging = join(root, stagingFolder, name);
    await compileInto(root, { name, config, compilerOptions, include, outputs, staging });
    await publishFiles({ from: staging, to: target, files: outputs, owned: include });
    await writeFile(stamp, hash);
  });
}

/**
 * Compiles the local SDK workspace into its `bin` folder, unless that is current.
 *
 * @param {string} root
 * @param {import("./progress.mjs").Progress} progress
 */
export async function compileSdk(root, progress) {
  const folder = join(root, "sdks/azuredevops");
  const inputs = await listFiles(folder, ["."], (file) => !file.startsWith("bin"));
  const versions = await Promise.all(["@pulumi/pulumi", "typescript"].map((name) => readInstalledVersion(root, name)));
  const hash = await hashFiles(folder, inputs, versions);
  const sources = inputs.filter((file) => file.endsWith(".ts"));
  // The generated code reads its own version from a package.json beside it.
  const outputs = [...listOutputs(sources, { outDir: "bin", declaration: true }), "package.json"];
  const bin = join(folder, "bin");
  if ((await readStamp(join(bin, ".stamp"))) === hash && (await areThere(bin, ["."], outputs))) {
    return;
  }
  await progress.step("compiling the local azuredevops SDK", async () => {
    const staging = join(root, stagingFolder, "sdk");
    await rm(staging, { recursive: true, force: true });
    await runTypeScript(root, ["-p", "sdks/azuredevops", "--outDir", staging, "--sourceMap", "false"]);
    await copyFile(join(folder, "package.json"), join(staging, "package.json"));
    await writeFile(join(staging, ".stamp"), hash);
    await publishFiles({ from: staging, to: bin, files: [...outputs, ".stamp"], owned: ["."] });
  });
}

/**
 * The files that a compilation writes, relative to its output folder.
 *
 * @param {readonly string[]} sources
 * @param {OutputOptions} options
 */
export function listOutputs(sources, { declaration = false, sourceMap = false }) {
  const endings = [".js", ...(sourceMap ? [".js.map"] : []), ...(declaration ? [".d.ts"] : [])];
  return sources
    .filter((file) => !file.endsWith(".d.ts"))
    .flatMap((file) => endings.map((ending) => file.replace(/\.ts$/, ending)));
}

/**
 * @param {string} root
 * @param {{
 *   name: string,
 *   config: string,
 *   compilerOptions: OutputOptions,
 *   include: string[],
 *   outputs: string[],
 *   staging: string,
 * }} compilation
 */
async function compileInto(root, { name, config, compilerOptions, include, outputs, staging }) {
  const memory = join(root, stagingFolder, `${name}.tsbuildinfo`);
  const args = ["-p", config, "--outDir", staging, "--incremental", "--tsBuildInfoFile", memory];
  if (compilerOptions.sourceMap) {
    // Without it source maps would lead from the staging folder, not from where the files end up.
    args.push("--sourceRoot", `${root}/`);
  }
  // The compiler believes its memory, even where what it wrote is gone.
  if (!(await areThere(staging, include, outputs))) {
    await rm(memory, { force: true });
  }
  await mkdir(dirname(memory), { recursive: true });
  await runTypeScript(root, args);
}

/**
 * @param {string} root
 * @param {readonly string[]} args
 */
async function runTypeScript(root, args) {
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  await runCommand(process.execPath, [compiler, ...args, "--pretty", "false"], { cwd: root });
}

/**
 * @param {string} folder
 * @param {readonly string[]} below
 * @param {readonly string[]} files
 */
async function areThere(folder, below, files) {
  const found = new Set(await listFiles(folder, below));
  return files.every((file) => found.has(file));
}

/**
 * @param {string} file
 * @returns {Promise<string | undefined>}
 */
async function readStamp(file) {
  return readFile(file, "utf8").catch(() => undefined);
}

/**
 * The package's declarations name types of the local SDK.
 *
 * @param {string} root
 */
async function readSdkHash(root) {
  return (await readStamp(join(root, "sdks/azuredevops/bin/.stamp"))) ?? "";
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {Promise<string>}
 */
async function readInstalledVersion(root, name) {
  return JSON.parse(await readFile(join(root, "node_modules", name, "package.json"), "utf8")).version;
}
