import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "../../setup/run-command.mjs";
import { checkGo } from "./go-toolchain.mjs";
import { publishFolder } from "./publish-folder.mjs";

/**
 * Builds one program into its folder of the cache. The folder appears whole or not at all.
 *
 * @param {string} root
 * @param {import("./programs-table.mjs").EngineProgram} program
 * @param {string} target
 */
export async function buildProgram(root, program, target) {
  const moduleFolder = join(root, "tools/engine/go", program.module);
  await checkGo(moduleFolder);
  await publishFolder(target, async (draft) => {
    await mkdir(draft, { recursive: true });
    const flags = ["-mod=readonly", "-trimpath", "-buildvcs=false", "-ldflags", program.ldflags];
    await runCommand("go", ["build", ...flags, "-o", join(draft, program.name), program.package], {
      cwd: moduleFolder,
      env: { ...process.env, GOWORK: "off" },
    });
  });
}
