// Runs the README's commands one after another and adds up what passed and what failed.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/**
 * Runs one command, shows its output as it comes, and returns it.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run(command, args, options = {}) {
  console.log(`\n$ ${command} ${args.join(" ")}`);
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (/** @type {Buffer} */ chunk) => {
        output += chunk.toString();
        process.stdout.write(chunk);
      });
    }
    child.on("error", (error) => resolve({ ok: false, output: error.message }));
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}

/** @param {string} name */
function isOnPath(name) {
  return (process.env["PATH"] ?? "").split(path.delimiter).some((folder) => existsSync(path.join(folder, name)));
}

/** The page of the access report is tested in a browser: a machine for tests gets Debian's, where it can be had. */
async function installBrowser() {
  const hasBrowser = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].some(isOnPath);
  if (process.env["CHROMIUM_PATH"] || hasBrowser) return;
  const mayInstall = process.getuid?.() === 0 && isOnPath("apt-get");
  const installed = mayInstall && (await aptGet("update")) && (await aptGet("install", "chromium", "fonts-liberation"));
  if (!installed) console.log("No Chromium here: the tests in a browser are skipped.");
}

/** @param {string[]} args */
async function aptGet(...args) {
  const waits = ["Acquire::Retries=1", "Acquire::http::Timeout=20", "DPkg::Lock::Timeout=60"];
  const options = waits.flatMap((wait) => ["-o", wait]);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { ok } = await run("apt-get", ["-qq", "-y", "--no-install-recommends", ...options, ...args], {
    env,
    timeout: 300_000,
  });
  return ok;
}

/**
 * Adds up what jest says at the end of each of its runs. A file that does not even load has no tests to fail.
 * @returns {Promise<[passed: number, failed: number]>}
 */
async function runTests() {
  const { ok, output } = await run("npm", ["test"]);
  const passed = addUp(output, /^Tests: .*?(\d+) passed/gm);
  const skipped = addUp(output, /^Tests: .*?(\d+) skipped/gm);
  if (skipped > 0) console.log(`\n${skipped} tests skipped`);
  const failed = Math.max(addUp(output, /^Tests: .*?(\d+) failed/gm), addUp(output, /^Test Suites: .*?(\d+) failed/gm));
  return [passed, ok ? failed : Math.max(failed, 1)];
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 */
function addUp(text, pattern) {
  return [...text.matchAll(pattern)].reduce((sum, [, count]) => sum + Number(count), 0);
}

/** @returns {Promise<[passed: number, failed: number]>} */
async function runDemo() {
  const { ok } = await run("npm", ["run", "demo"]);
  return ok ? [1, 0] : [0, 1];
}

/** @returns {Promise<[passed: number, failed: number]>} */
async function runCheck() {
  const { ok, output } = await run("npm", ["run", "check"]);
  const [, passed, failed] = /(\d+) checks passed, (\d+) failed/.exec(output) ?? [];
  if (passed === undefined || failed === undefined) return [0, 1];
  return [Number(passed), ok ? Number(failed) : Math.max(Number(failed), 1)];
}

await installBrowser();
let [passed, failed] = [0, 0];
for (const step of [runTests, runDemo, runCheck]) {
  const [stepPassed, stepFailed] = await step();
  passed += stepPassed;
  failed += stepFailed;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
