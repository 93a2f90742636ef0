import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { CommandError, runCommand } from "./run-command.mjs";
import { SetupError } from "./setup-error.mjs";

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {boolean} [link]
 */

/**
 * Installs what package-lock.json names, unless npm's own record says that exactly this is installed.
 *
 * @param {string} root
 * @param {import("./progress.mjs").Progress} progress
 */
export async function installPackages(root, progress) {
  if (await isInstalled(root)) {
    return;
  }
  await progress.step("installing npm packages", () => runNpm(root, ["ci", "--no-audit", "--no-fund"]));
}

/**
 * Tells whether node_modules holds what package-lock.json names. npm writes its record (a lock file of its own) when an
 * installation is complete, so an interrupted one counts as missing.
 *
 * @param {string} root
 */
export async function isInstalled(root) {
  const [wanted, installed] = await Promise.all([
    readLock(join(root, "package-lock.json")),
    readLock(join(root, "node_modules", ".package-lock.json")),
  ]);
  if (!wanted || !installed) {
    return false;
  }
  for (const [path, locked] of Object.entries(wanted)) {
    if (path === "") {
      continue;
    }
    const found = installed[path];
    if (!found ? !locked.optional : found.version !== locked.version || found.integrity !== locked.integrity) {
      return false;
    }
    if (locked.link && !(await exists(join(root, path)))) {
      return false;
    }
  }
  return true;
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, LockedPackage> | undefined>}
 */
async function readLock(file) {
  try {
    return JSON.parse(await readFile(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** @param {string} path */
async function exists(path) {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Runs npm: the one that started us where there is one.
 *
 * @param {string} root
 * @param {readonly string[]} args
 */
async function runNpm(root, args) {
  const script = process.env["npm_execpath"];
  const isNpm = script !== undefined && /npm-cli\.c?js$/.test(script);
  try {
    await (isNpm
      ? runCommand(process.execPath, [script, ...args], { cwd: root })
      : runCommand("npm", args, { cwd: root }));
  } catch (error) {
    throw error instanceof CommandError && error.isNetworkTrouble ? explain(error) : error;
  }
}

/** @param {CommandError} error */
function explain(error) {
  return new SetupError(
    error.message,
    "",
    'npm could not reach its registry (see "npm config get registry"). It is needed for the first installation and after',
    "a change of package-lock.json only. Run the same command again once it answers.",
  );
}
