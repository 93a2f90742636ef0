import { SetupError } from "./setup-error.mjs";
import { compareVersions, parseVersion } from "./version.mjs";

/** The first Node.js that may `require` an ES module without a flag, which the `jose` package needs. */
const oldestNode = "20.19.0";

/**
 * Stops with a plain message where Node.js is too old or the platform is not served.
 *
 * @param {{ version: string, platform: string }} running
 */
export function checkNode(running = { version: process.versions.node, platform: process.platform }) {
  const found = parseVersion(running.version);
  const oldest = parseVersion(oldestNode);
  if (!found || !oldest || compareVersions(found, oldest) < 0) {
    throw new SetupError(
      `Node.js ${running.version} is too old: Keyless needs ${oldestNode} or newer.`,
      "Get a current one from https://nodejs.org, then run the same command again.",
    );
  }
  if (running.platform === "win32") {
    throw new SetupError(
      "The engine set-up runs on Linux and macOS. On Windows, use the Windows Subsystem for Linux.",
      "The published package itself works on Windows as well.",
    );
  }
}
