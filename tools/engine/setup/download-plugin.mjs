import { join } from "node:path";
import { runCommand } from "../../setup/run-command.mjs";
import { publishFolder } from "./publish-folder.mjs";

/** Long enough for 80 MB on a slow line, short enough where the download host cannot be reached at all. */
const timeoutMilliseconds = 120_000;

/**
 * Lets an installed CLI download the official plugin into our cache, as it would by itself at the first `pulumi up`.
 * Where it cannot be reached, the answer is `false` and the plugin is built instead.
 *
 * @param {string} pulumi
 * @param {import("./programs-table.mjs").EngineProgram} program
 * @param {string} target A folder that serves as the CLI's home.
 */
export async function downloadPlugin(pulumi, program, target) {
  const name = program.name.replace(/^pulumi-resource-/, "");
  try {
    await publishFolder(target, async (draft) => {
      await runCommand(pulumi, ["plugin", "install", "resource", name, program.version, "--non-interactive"], {
        env: { ...process.env, PULUMI_HOME: draft, PULUMI_SKIP_UPDATE_CHECK: "true" },
        timeoutMilliseconds,
      });
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * Where a downloaded plugin lies below the folder that it was downloaded to.
 *
 * @param {string} target
 * @param {import("./programs-table.mjs").EngineProgram} program
 */
export function downloadedPath(target, program) {
  const folder = `${program.name.replace(/^pulumi-/, "")}-v${program.version}`;
  return join(target, "plugins", folder, program.name);
}
