import { spawn } from "node:child_process";

export interface PulumiOptions {
  directory: string;
  environment: NodeJS.ProcessEnv;
  /** Sees the output as it comes, of both streams. */
  onOutput?: (text: string) => void;
  /** Ends the CLI, as a person's Ctrl-C would. */
  signal?: AbortSignal;
}

/** How a run of the CLI ended. */
export interface PulumiRun {
  /** Null when a signal ended it. */
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the real Pulumi CLI. Does not throw when it fails: the exit code says so. */
export function runPulumi(args: readonly string[], options: PulumiOptions): Promise<PulumiRun> {
  const { directory, environment, onOutput, signal } = options;
  return new Promise((resolve, reject) => {
    const child = spawn("pulumi", args, { cwd: directory, env: environment, stdio: ["ignore", "pipe", "pipe"] });
    const interrupt = (): void => {
      child.kill("SIGINT");
    };
    if (signal?.aborted === true) interrupt();
    signal?.addEventListener("abort", interrupt);
    const run = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      run.stdout += text;
      onOutput?.(text);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      run.stderr += text;
      onOutput?.(text);
    });
    child.once("error", reject);
    child.once("close", (exitCode) => {
      signal?.removeEventListener("abort", interrupt);
      resolve({ exitCode, ...run });
    });
  });
}
