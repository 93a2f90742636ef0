import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CommandError, runCommand } from "../../setup/run-command.mjs";
import { SetupError } from "../../setup/setup-error.mjs";
import { compareVersions, parseVersion } from "../../setup/version.mjs";

/**
 * Makes sure that Go can build a module of ours. A Go from 1.21 on fetches a newer toolchain by itself where it may.
 *
 * @param {string} moduleFolder
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function checkGo(moduleFolder, env = process.env) {
  const wanted = await readWantedGo(moduleFolder);
  const problem = await findProblem(moduleFolder, wanted, env);
  if (problem !== undefined) {
    throw new SetupError(
      problem,
      "Keyless is proven on the real Pulumi engine. No usable Pulumi was found on this machine, so it is built from source.",
      "Do one of these, then run the same command again:",
      `  - install Go ${wanted} or newer from https://go.dev/dl/ (a first build takes about 7 minutes), or`,
      "  - install Pulumi from https://www.pulumi.com/docs/install/ (nothing is built where its plugins can be downloaded).",
    );
  }
}

/** @param {string} moduleFolder */
async function readWantedGo(moduleFolder) {
  const text = await readFile(join(moduleFolder, "go.mod"), "utf8");
  const match = /^go (\S+)$/m.exec(text);
  if (!match?.[1]) {
    throw new Error(`${moduleFolder}/go.mod names no Go version`);
  }
  return match[1];
}

/**
 * Asks Go for its version inside the module, where it changes to the toolchain that the module wants.
 *
 * @param {string} moduleFolder
 * @param {string} wanted
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>}
 */
async function findProblem(moduleFolder, wanted, env) {
  let found;
  try {
    found = (await runCommand("go", ["version"], { cwd: moduleFolder, env })).trim();
  } catch (error) {
    // A failing Go names versions too, the wanted one among them: its words are no answer.
    return error instanceof CommandError
      ? `Go is too old, or may not fetch a newer one: ${error.message}`
      : "Go is not installed.";
  }
  const [foundVersion, wantedVersion] = [parseVersion(found), parseVersion(wanted)];
  const isNewEnough = foundVersion && wantedVersion && compareVersions(foundVersion, wantedVersion) >= 0;
  return isNewEnough ? undefined : `Go is too old, or may not fetch a newer one: ${found}.`;
}
