// Runs the README's commands one after another and adds up what passed and what failed.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";

const testReport = "build/ci-tests.json";

/**
 * Runs one npm command, shows its output as it comes, and returns it.
 * @param {string[]} args
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function npm(args) {
  console.log(`\n$ npm ${args.join(" ")}`);
  return new Promise((resolve) => {
    const child = spawn("npm", args, { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
      process.stdout.write(chunk);
    });
    child.on("error", (error) => resolve({ ok: false, output: error.message }));
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}

/** @returns {Promise<[passed: number, failed: number]>} */
async function runTests() {
  mkdirSync("build", { recursive: true });
  rmSync(testReport, { force: true });
  const { ok } = await npm(["test", "--", "--json", `--outputFile=${testReport}`]);
  try {
    const report = JSON.parse(readFileSync(testReport, "utf8"));
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    return [report.numPassedTests, ok ? failed : Math.max(failed, 1)];
  } catch {
    return [0, 1];
  }
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
