import { spawn, type ChildProcessByStdio } from "node:child_process";
import type { Readable } from "node:stream";
import { text as readStream } from "node:stream/consumers";
import { createProgress } from "./progress";
import type { Terminal } from "./terminal";
import { UsageError } from "./usage-error";

type Engine = ChildProcessByStdio<null, Readable, Readable>;

/**
 * Runs `pulumi` and gives what it printed. A failed run that printed a digest is no error here: the digest says that it is not
 * whole, and the report with it.
 *
 * @throws UsageError Where pulumi is not there or printed nothing.
 */
export async function runEngine(parameters: readonly string[], folder: string, terminal: Terminal): Promise<string> {
  const engine = spawn("pulumi", parameters, {
    cwd: folder,
    env: { ...terminal.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stopForwarding = forwardSignals(engine);
  const progress = createProgress(`pulumi ${parameters[0] ?? ""}`, terminal);
  try {
    const [output, messages, code] = await Promise.all([
      readStream(engine.stdout),
      readStream(engine.stderr),
      waitForEnd(engine, folder),
    ]);
    if (output.trim() === "") {
      throw new UsageError(describeSilence(messages, code));
    }
    return output;
  } finally {
    progress.end();
    stopForwarding();
  }
}

function waitForEnd(engine: Engine, folder: string): Promise<number> {
  return new Promise((resolve, reject) => {
    engine.on("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "ENOENT" ? new UsageError(describeAbsence(folder)) : error);
    });
    engine.on("close", (code, signal) => {
      resolve(signal === null ? (code ?? 1) : 1);
    });
  });
}

function describeAbsence(folder: string): string {
  return `pulumi cannot be started in ${folder}: install the Pulumi CLI (https://www.pulumi.com/docs/install), put it on PATH, and check --cwd.`;
}

function describeSilence(messages: string, code: number): string {
  const text = messages.trim();
  return `pulumi ended with code ${code} and printed no preview${text === "" ? "." : `:\n${text}`}`;
}

/** The engine cancels cleanly when it is told; without this it would outlive us. */
function forwardSignals(engine: Engine): () => void {
  const forward = (signal: NodeJS.Signals): void => {
    engine.kill(signal);
  };
  process.on("SIGINT", forward);
  process.on("SIGTERM", forward);
  return () => {
    process.off("SIGINT", forward);
    process.off("SIGTERM", forward);
  };
}
