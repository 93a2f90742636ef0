import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { CommandError, runCommand } from "../../setup/run-command.mjs";
import { SetupError } from "../../setup/setup-error.mjs";
import { checkGo } from "./go-toolchain.mjs";
import { publishFolder } from "./publish-folder.mjs";

/**
 * Builds one program into its folder of the cache. The folder appears whole or not at all.
 *
 * @param {string} root
 * @param {import("./programs-table.mjs").EngineProgram} program
 * @param {string} target
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function buildProgram(root, program, target, env = process.env) {
  const moduleFolder = join(root, "tools/engine/go", program.module);
  await checkGo(moduleFolder, env);
  await publishFolder(target, async (draft) => {
    await mkdir(draft, { recursive: true });
    const flags = ["-mod=readonly", "-trimpath", "-buildvcs=false", "-ldflags", program.ldflags];
    try {
      await runCommand("go", ["build", ...flags, "-o", join(draft, program.name), program.package], {
        cwd: moduleFolder,
        // A workspace or flags of the caller would build something else than what the cache key says.
        env: { ...env, GOWORK: "off", GOFLAGS: "" },
      });
    } catch (error) {
      throw error instanceof CommandError && error.isNetworkTrouble ? explain(error) : error;
    }
  });
}

/** @param {CommandError} error */
function explain(error) {
  return new SetupError(
    error.message,
    "",
    "Go could not download the modules that the engine is built from. The first build needs a Go module proxy (see",
    '"go env GOPROXY"); later ones need no network. What was downloaded is kept: run the same command again once the',
    "proxy answers, or install Pulumi from https://www.pulumi.com/docs/install/.",
  );
}
