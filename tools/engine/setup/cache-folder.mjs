import { homedir } from "node:os";
import { join } from "node:path";
import { hashFiles, listFiles } from "../../setup/fingerprint.mjs";

/**
 * Where built programs are kept for all checkouts of this user.
 *
 * @param {{ env?: NodeJS.ProcessEnv, platform?: string, home?: string }} machine
 */
export function cacheFolder({ env = process.env, platform = process.platform, home = homedir() } = {}) {
  const chosen = env["KEYLESS_ENGINE_CACHE"];
  if (chosen) {
    return chosen;
  }
  const base = env["XDG_CACHE_HOME"] || join(home, platform === "darwin" ? "Library/Caches" : ".cache");
  return join(base, "keyless", "engine");
}

/**
 * The name of a program's folder in the cache: it changes with the pinned versions, our build files and the platform.
 *
 * @param {string} root
 * @param {import("./programs-table.mjs").EngineProgram} program
 */
export async function cacheKey(root, program) {
  const folder = join(root, "tools/engine/go", program.module);
  const files = await listFiles(folder, ["."], (file) => !file.endsWith("_test.go"));
  const settings = JSON.stringify([program.version, program.package, program.ldflags]);
  const hash = await hashFiles(folder, files, [settings, process.platform, process.arch]);
  return `${program.name}-${program.version}-${hash.slice(0, 16)}`;
}
