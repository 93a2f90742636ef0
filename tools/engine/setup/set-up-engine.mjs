import { stat } from "node:fs/promises";
import { join } from "node:path";
import { withFileLock } from "../../setup/file-lock.mjs";
import { writeBinFolder } from "./bin-folder.mjs";
import { buildProgram } from "./build-program.mjs";
import { cacheFolder, cacheKey } from "./cache-folder.mjs";
import { downloadedPath, downloadPlugin } from "./download-plugin.mjs";
import { findInstalled } from "./find-installed.mjs";
import { enginePrograms } from "./programs-table.mjs";
import { markUsed, pruneCache } from "./prune-cache.mjs";

/**
 * @typedef {import("./programs-table.mjs").EngineProgram} EngineProgram
 * @typedef {import("./bin-folder.mjs").FoundProgram} FoundProgram
 * @typedef {import("../../setup/progress.mjs").Progress} Progress
 */

/**
 * Makes the real engine ready: what the machine has is used, what is missing is downloaded by the installed CLI or
 * built from source, and the result is a bin folder with a description of it (`.keyless/engine.json`).
 *
 * @param {string} root
 * @param {Progress} progress
 */
export async function setUpEngine(root, progress) {
  const bin = join(root, ".keyless/bin");
  /** @type {Record<string, FoundProgram>} */
  const programs = {};
  for (const program of enginePrograms) {
    programs[program.name] =
      (await findOnMachine(program, bin, progress)) ??
      (await provideProgram(root, program, { pulumi: programs["pulumi"], progress }));
  }
  await writeBinFolder(root, bin, programs);
}

/**
 * @param {EngineProgram} program
 * @param {string} ownBin
 * @param {Progress} progress
 * @returns {Promise<FoundProgram | undefined>}
 */
async function findOnMachine(program, ownBin, progress) {
  if (process.env["KEYLESS_ENGINE_BUILD"]) {
    return undefined;
  }
  const [major] = program.oldest.split(".");
  const onUnfit = (/** @type {import("./find-installed.mjs").InstalledProgram} */ { path, version }) => {
    progress.note(`${path} is version ${version}: not used, it must be ${program.oldest} or a newer ${major}.x`);
  };
  const installed = await findInstalled(program, { ownBin, onUnfit });
  return installed && { ...installed, source: "machine" };
}

/**
 * Takes a program from the cache, or puts it there first.
 *
 * @param {string} root
 * @param {EngineProgram} program
 * @param {{ pulumi: FoundProgram | undefined, progress: Progress }} context
 * @returns {Promise<FoundProgram>}
 */
async function provideProgram(root, program, { pulumi, progress }) {
  const cache = cacheFolder();
  const target = join(cache, await cacheKey(root, program));
  const download = join(cache, officialName(program));
  const findCached = async () =>
    (await findFile(downloadedPath(download, program), program, "downloaded")) ??
    (await findFile(join(target, program.name), program, "built"));
  const make = async () => {
    if (pulumi?.source === "machine") {
      const label = `downloading ${program.name} ${program.version}`;
      await progress.step(label, () => downloadPlugin(pulumi.path, program, download));
    }
    const downloaded = await findCached();
    if (downloaded) {
      return downloaded;
    }
    const label = `building ${program.name} ${program.version} (about ${program.duration} the first time)`;
    await progress.step(label, () => buildProgram(root, program, target));
    return findCached();
  };
  const makeRoom = async () => {
    const built = await Promise.all(enginePrograms.map((one) => cacheKey(root, one)));
    await pruneCache(cache, [...built, ...enginePrograms.map(officialName)]);
  };
  const makeUnderLock = async () => {
    const made = (await findCached()) ?? (await make());
    await makeRoom();
    return made;
  };
  const onWait = (/** @type {{ pid: number }} */ holder) => {
    progress.note(`another set-up is building the engine (process ${holder.pid}): waiting for it`);
  };
  const found = (await findCached()) ?? (await withFileLock(join(cache, "lock"), makeUnderLock, { onWait }));
  if (!found) {
    throw new Error(`${program.name} was built but is not in ${target}`);
  }
  await markUsed(found.source === "downloaded" ? download : target);
  return found;
}

/**
 * Where a plugin is kept that the CLI downloaded.
 *
 * @param {EngineProgram} program
 */
function officialName({ name, version }) {
  return `${name}-${version}-official`;
}

/**
 * @param {string} path
 * @param {EngineProgram} program
 * @param {FoundProgram["source"]} source
 * @returns {Promise<FoundProgram | undefined>}
 */
async function findFile(path, { version }, source) {
  const isThere = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  return isThere ? { path, version, source } : undefined;
}
