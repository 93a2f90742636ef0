import { spawn } from "node:child_process";
import { SetupError } from "./setup-error.mjs";

/** Enough of a failing command's output to see the cause. */
const shownLines = 30;

/**
 * Runs a command to its end and returns what it wrote to standard output. A failure shows the end of its output.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMilliseconds?: number }} options
 * @returns {Promise<string>}
 */
export async function runCommand(file, args, { timeoutMilliseconds, ...options } = {}) {
  const child = spawn(file, args, {
    ...options,
    ...(timeoutMilliseconds === undefined ? {} : { timeout: timeoutMilliseconds }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
    stdout += text;
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
    output += text;
  });
  /** @type {number | null} */
  const exitCode = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (exitCode !== 0) {
    const command = [file, ...args].join(" ");
    throw new SetupError(`"${command}" ended with ${exitCode ?? "a signal"}:`, ...formatFailure(output));
  }
  return stdout;
}

/**
 * The end of a command's output, without the hosts it talked to: which registry a machine uses is its owner's business.
 *
 * @param {string} output
 */
export function formatFailure(output) {
  return output
    .replace(/\bhttps?:\/\/[^\s"'/]+/g, "https://<host>")
    .trimEnd()
    .split("\n")
    .slice(-shownLines);
}
