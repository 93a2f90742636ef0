import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Emulator } from "../../emulator/start-emulator";

/** How a client's process ended. */
export interface ClientRun {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

export interface ClientOptions {
  emulator: Pick<Emulator, "clientEnvironment">;
  /** Name of a program in `test/support/clients`. */
  program: string;
  /** Variables besides the emulator's. Nothing else of this process's environment reaches the client but its PATH. */
  environment: Readonly<Record<string, string>>;
}

/** Runs a real client in a process of its own, because it must trust the emulator's CA from its very start. */
export function runClient({ emulator, program, environment }: ClientOptions): Promise<ClientRun> {
  const child = spawn(process.execPath, [join(__dirname, "clients", program)], {
    env: { PATH: process.env["PATH"], ...emulator.clientEnvironment, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const run = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (run.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (run.stderr += text));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode) => {
      resolve({ exitCode, ...run });
    });
  });
}
