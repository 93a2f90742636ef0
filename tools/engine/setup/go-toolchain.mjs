import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "../../setup/run-command.mjs";
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
  const found = await readFoundGo(moduleFolder, env);
  const [foundVersion, wantedVersion] = [parseVersion(found), parseVersion(wanted)];
  if (!foundVersion || !wantedVersion || compareVersions(foundVersion, wantedVersion) < 0) {
    throw new SetupError(
      found === "" ? "Go is not installed." : `Go is too old, or may not fetch a newer one: ${found}.`,
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
 * What `go version` says inside the module, where Go changes to the toolchain that the module asks for.
 *
 * @param {string} moduleFolder
 * @param {NodeJS.ProcessEnv} env
 */
async function readFoundGo(moduleFolder, env) {
  try {
    return (await runCommand("go", ["version"], { cwd: moduleFolder, env })).trim();
  } catch (error) {
    if (error instanceof SetupError) {
      return error.message;
    }
    return "";
  }
}
