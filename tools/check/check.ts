// npm run check: every gate of the repository, each with its time; ends with 1 if one is not in order.
import { spawn } from "node:child_process";
import { checkSteps, type CheckStep } from "./steps-table";

interface StepResult {
  ok: boolean;
  output: string;
}

function runStep(step: CheckStep): Promise<StepResult> {
  const [program = "", ...args] = step.command;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { ...process.env, PATH: `node_modules/.bin:${process.env["PATH"] ?? ""}`, FORCE_COLOR: "0" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", (error) => {
      resolve({ ok: false, output: error.message });
    });
    child.on("close", (code) => {
      resolve({ ok: code === 0, output: Buffer.concat(chunks).toString() });
    });
  });
}

async function check(): Promise<void> {
  let failed = 0;
  for (const step of checkSteps) {
    const started = performance.now();
    const { ok, output } = await runStep(step);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${ok ? "ok    " : "FAILED"} ${step.name} (${seconds} s)`);
    if (!ok) {
      failed += 1;
      console.log(output.trimEnd().replace(/^/gm, "       "));
    }
  }
  console.log(`${checkSteps.length - failed} checks passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

void check();
