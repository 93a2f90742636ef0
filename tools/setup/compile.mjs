import { copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hashFiles, listFiles } from "./fingerprint.mjs";
import { runCommand } from "./run-command.mjs";

/**
 * @typedef {object} Compilation
 * @property {string} label
 * @property {string} config The tsconfig file, relative to the root; its `outDir` and `include` are literal.
 * @property {string} stamp What was compiled last, relative to the root.
 */

/** @typedef {{ hash: string, files: string[] }} Stamp */

/** @type {readonly Compilation[]} */
export const compilations = [
  { label: "compiling the package", config: "tsconfig.build.json", stamp: "build/.package.stamp.json" },
  { label: "compiling emulator and tools", config: "tsconfig.programs.json", stamp: "build/.programs.stamp.json" },
];

/**
 * Compiles one TypeScript project, unless its sources and settings are those of the last time.
 *
 * @param {string} root
 * @param {Compilation} compilation
 * @param {import("./progress.mjs").Progress} progress
 */
export async function compileProject(root, { label, config, stamp }, progress) {
  const settings = JSON.parse(await readFile(join(root, config), "utf8"));
  /** @type {string} */
  const outDir = settings.compilerOptions.outDir;
  const files = await listFiles(root, settings.include, (file) => file.endsWith(".ts"));
  const hash = await hashFiles(root, [...files, config, "tsconfig.json", "package-lock.json"]);
  const last = await readStamp(join(root, stamp));
  if (last?.hash === hash && (await isThere(root, outDir, files))) {
    return;
  }
  await progress.step(label, async () => {
    await rm(join(root, stamp), { force: true });
    await removeOrphans(join(root, outDir), last?.files ?? [], files);
    await runTypeScript(root, ["-p", config, "--pretty", "false"]);
    await mkdir(dirname(join(root, stamp)), { recursive: true });
    await writeFile(join(root, stamp), JSON.stringify({ hash, files }));
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
  const files = await listFiles(folder, ["."], (file) => !file.startsWith("bin"));
  const hash = await hashFiles(folder, files, [await readInstalledVersion(root, "@pulumi/pulumi")]);
  const stamp = join(folder, "bin/.stamp.json");
  if ((await readStamp(stamp))?.hash === hash) {
    return;
  }
  await progress.step("compiling the local azuredevops SDK", async () => {
    const draft = join(folder, `bin.${process.pid}`);
    await rm(draft, { recursive: true, force: true });
    await runTypeScript(root, ["-p", "sdks/azuredevops", "--outDir", draft, "--pretty", "false"]);
    // The generated code reads its own version from a package.json beside it.
    await copyFile(join(folder, "package.json"), join(draft, "package.json"));
    await writeFile(join(draft, ".stamp.json"), JSON.stringify({ hash, files }));
    await rm(join(folder, "bin"), { recursive: true, force: true });
    await rename(draft, join(folder, "bin"));
  });
}

/**
 * @param {string} root
 * @param {readonly string[]} args
 */
async function runTypeScript(root, args) {
  await runCommand(process.execPath, ["node_modules/typescript/bin/tsc", ...args], { cwd: root });
}

/**
 * Removes the output of sources that are gone: the compiler leaves it, and a published package must not carry it.
 *
 * @param {string} outDir
 * @param {readonly string[]} before
 * @param {readonly string[]} now
 */
async function removeOrphans(outDir, before, now) {
  const kept = new Set(now);
  const gone = before.filter((file) => !kept.has(file)).map((file) => join(outDir, file.replace(/\.ts$/, "")));
  const outputs = gone.flatMap((path) => [`${path}.js`, `${path}.js.map`, `${path}.d.ts`]);
  await Promise.all(outputs.map((path) => rm(path, { force: true })));
}

/**
 * @param {string} root
 * @param {string} outDir
 * @param {readonly string[]} sources
 */
async function isThere(root, outDir, sources) {
  const built = new Set(await listFiles(join(root, outDir), ["."], (file) => file.endsWith(".js")));
  return sources.every((file) => file.endsWith(".d.ts") || built.has(file.replace(/\.ts$/, ".js")));
}

/**
 * @param {string} file
 * @returns {Promise<Stamp | undefined>}
 */
async function readStamp(file) {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {Promise<string>}
 */
async function readInstalledVersion(root, name) {
  return JSON.parse(await readFile(join(root, "node_modules", name, "package.json"), "utf8")).version;
}
