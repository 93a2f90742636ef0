import { spawn, type ChildProcess } from "node:child_process";

/** A Node process to start. */
export interface NodeProcess {
  script: string;
  args: readonly string[];
  directory: string;
  environment: NodeJS.ProcessEnv;
}

/** Where its output goes, and what ends it early. */
export interface NodeProcessOptions {
  onStdout: (chunk: Buffer) => void;
  onStderr: (chunk: Buffer) => void;
  signal?: AbortSignal;
}

const running = new Set<ChildProcess>();

/** Runs a process to its end and gives its exit code; null when a signal ended it. */
export function runNode(
  { script, args, directory, environment }: NodeProcess,
  { onStdout, onStderr, signal }: NodeProcessOptions,
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: directory, env: environment });
    running.add(child);
    signal?.addEventListener("abort", () => child.kill());
    child.stdout.on("data", onStdout);
    child.stderr.on("data", onStderr);
    child.once("error", (error) => {
      running.delete(child);
      reject(error);
    });
    child.once("close", (exitCode) => {
      running.delete(child);
      resolve(exitCode);
    });
  });
}

/** Ends every process that is still running. */
export function stopAll(): void {
  for (const child of running) child.kill();
}
