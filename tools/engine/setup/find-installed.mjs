import { readdir, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { runCommand } from "../../setup/run-command.mjs";
import { compareVersions, isCompatible, parseVersion } from "../../setup/version.mjs";

/**
 * @typedef {object} InstalledProgram
 * @property {string} path
 * @property {string} version
 */

/**
 * @typedef {object} Machine Where to look.
 * @property {NodeJS.ProcessEnv} env
 * @property {string} home
 * @property {string} ownBin Our own bin folder, which may be on PATH already and never counts.
 * @property {(passed: InstalledProgram) => void} onUnfit Told of a program on the machine whose version does not fit.
 */

/** An executable that only looks like ours must not keep the set-up waiting. */
const timeoutMilliseconds = 20_000;

/**
 * Finds a program that the machine has already, in a version that fits: on PATH, where Pulumi's installer puts it, or
 * among the plugins that the CLI downloaded.
 *
 * @param {import("./programs-table.mjs").EngineProgram} program
 * @param {Partial<Machine> & Pick<Machine, "ownBin">} machine
 * @returns {Promise<InstalledProgram | undefined>}
 */
export async function findInstalled(program, { env = process.env, home = homedir(), ownBin, onUnfit }) {
  const pulumiHome = env["PULUMI_HOME"] || join(home, ".pulumi");
  const folders = [...(env["PATH"] ?? "").split(delimiter).filter(Boolean), join(pulumiHome, "bin")];
  const candidates = folders.filter((folder) => resolve(folder) !== resolve(ownBin)).map((f) => join(f, program.name));
  for (const path of candidates) {
    const version = (await isFile(path)) ? await askVersion(path, program) : undefined;
    if (version && fits(version, program)) {
      return { path, version };
    }
    if (version) {
      onUnfit?.({ path, version });
    }
  }
  const downloaded = await listDownloaded(join(pulumiHome, "plugins"), program);
  return downloaded[0];
}

/**
 * Plugins in the CLI's own folder, the newest first.
 *
 * @param {string} folder
 * @param {import("./programs-table.mjs").EngineProgram} program
 */
export async function listDownloaded(folder, program) {
  const prefix = `${program.name.replace(/^pulumi-/, "")}-v`;
  const entries = await readdir(folder).catch(() => /** @type {string[]} */ ([]));
  const found = [];
  for (const entry of entries) {
    const version = parseVersion(entry.slice(prefix.length));
    const path = join(folder, entry, program.name);
    if (entry.startsWith(prefix) && version && fits(version.join("."), program) && (await isFile(path))) {
      found.push({ path, version });
    }
  }
  return found
    .sort((a, b) => compareVersions(b.version, a.version))
    .map(({ path, version }) => ({ path, version: version.join(".") }));
}

/**
 * @param {string} version
 * @param {import("./programs-table.mjs").EngineProgram} program
 */
function fits(version, program) {
  const [found, oldest] = [parseVersion(version), parseVersion(program.oldest)];
  return found !== undefined && oldest !== undefined && isCompatible(found, oldest);
}

/** @param {string} path */
async function isFile(path) {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/**
 * @param {string} path
 * @param {import("./programs-table.mjs").EngineProgram} program
 * @returns {Promise<string | undefined>}
 */
async function askVersion(path, { name }) {
  const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
  try {
    const text = await runCommand(path, [name === "pulumi" ? "version" : "--version"], { env, timeoutMilliseconds });
    return parseVersion(text)?.join(".");
  } catch {
    return undefined;
  }
}
