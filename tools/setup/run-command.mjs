import { spawn } from "node:child_process";
import { hideHosts } from "./hide-hosts.mjs";
import { SetupError } from "./setup-error.mjs";

/** Enough of a failing command's output to see the cause. */
const shownLines = 30;

/** What commands say when the network is the cause. */
const networkTrouble =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|dial tcp|no such host|proxyconnect|TLS handshake|i\/o timeout|module lookup disabled/;

/** A command ended with a failure. */
export class CommandError extends SetupError {
  /**
   * @param {string} command
   * @param {string} output
   */
  constructor(command, output) {
    super(command, ...formatFailure(output));
    this.name = "CommandError";
    /** Whether the command failed because it could not reach a host. */
    this.isNetworkTrouble = networkTrouble.test(output);
  }
}

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
  const forget = endWithUs(child);
  let stdout = "";
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
    stdout += text;
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
    output += text;
  });
  try {
    /** @type {number | null} */
    const exitCode = await new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    if (exitCode !== 0) {
      throw new CommandError(`"${[file, ...args].join(" ")}" ended with ${exitCode ?? "a signal"}:`, output);
    }
    return stdout;
  } finally {
    forget();
  }
}

/**
 * Ends a command when this process is asked to end: an installation that went on alone would meet the next one.
 *
 * @param {import("node:child_process").ChildProcess} child
 */
function endWithUs(child) {
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  const forget = () => signals.forEach((signal) => process.off(signal, stop));
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    child.kill();
    forget();
    // Nobody else listens: the signal does now what it would have done at once.
    process.kill(process.pid, signal);
  };
  signals.forEach((signal) => process.on(signal, stop));
  return forget;
}

/**
 * The end of a command's output, without the hosts it talked to.
 *
 * @param {string} output
 */
export function formatFailure(output) {
  return hideHosts(output).trimEnd().split("\n").slice(-shownLines);
}
