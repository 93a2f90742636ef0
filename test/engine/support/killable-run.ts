import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import type { Scenario } from "./scenario";

/** A run of the CLI that a test ends before it is done. */
export interface KillableRun {
  /** As a machine that fails: the CLI and everything that it started are gone at once. */
  kill(): Promise<void>;
  /** As a person's Ctrl-C: the CLI finishes what it has begun. */
  interrupt(): Promise<void>;
  /** Rejects when the run ends by itself. */
  endedTooEarly: Promise<never>;
}

/** Starts `pulumi up`. */
export function startUp({ directory, environment }: Pick<Scenario, "directory" | "environment">): KillableRun {
  const args = ["up", "--yes", "--skip-preview", "--stack", "test", "--non-interactive"];
  const child = spawn("pulumi", args, { cwd: directory, env: environment, stdio: "ignore" });
  const { pid } = child;
  if (pid === undefined) throw new Error("pulumi did not start");
  const ended = once(child, "exit");
  let expected = false;
  return {
    kill: async () => {
      expected = true;
      for (const one of [pid, ...(await listDescendants(pid))]) process.kill(one, "SIGKILL");
      await ended;
    },
    interrupt: async () => {
      expected = true;
      child.kill("SIGINT");
      await ended;
    },
    endedTooEarly: ended.then(([exitCode]) => {
      if (expected) return new Promise<never>(() => undefined);
      throw new Error(`pulumi up ended by itself with ${String(exitCode)}`);
    }),
  };
}

/** The processes that a process has started, and those that they have: plugins are in process groups of their own. */
async function listDescendants(root: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid="]);
  const pairs = stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const found = [root];
  // Grows while it is walked.
  for (const parent of found) for (const [pid = 0, ppid] of pairs) if (ppid === parent) found.push(pid);
  return found.slice(1);
}
