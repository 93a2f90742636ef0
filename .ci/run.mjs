// Runs the README's commands one after another and adds up what passed and what failed.
import { spawn } from "node:child_process";

/**
 * Runs one npm command, shows its output as it comes, and returns it.
 * @param {string[]} args
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function npm(args) {
  console.log(`\n$ npm ${args.join(" ")}`);
  return new Promise((resolve) => {
    const child = spawn("npm", args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (/** @type {Buffer} */ chunk) => {
        output += chunk.toString();
        process.stdout.write(chunk);
      });
    }
    child.on("error", (error) => resolve({ ok: false, output: error.message }));
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}

/**
 * Adds up what jest says at the end of each of its runs. A file that does not even load has no tests to fail.
 * @returns {Promise<[passed: number, failed: number]>}
 */
async function runTests() {
  const { ok, output } = await npm(["test"]);
  const passed = addUp(output, /^Tests: .*?(\d+) passed/gm);
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
  const { ok } = await npm(["run", "demo"]);
  return ok ? [1, 0] : [0, 1];
}

/** @returns {Promise<[passed: number, failed: number]>} */
async function runCheck() {
  const { ok, output } = await npm(["run", "check"]);
  const [, passed, failed] = /(\d+) checks passed, (\d+) failed/.exec(output) ?? [];
  if (passed === undefined || failed === undefined) return [0, 1];
  return [Number(passed), ok ? Number(failed) : Math.max(Number(failed), 1)];
}

let [passed, failed] = [0, 0];
for (const run of [runTests, runDemo, runCheck]) {
  const [stepPassed, stepFailed] = await run();
  passed += stepPassed;
  failed += stepFailed;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
