import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { join } from "node:path";
import { transformFile } from "@swc/core";

const root = join(__dirname, "../../..");

/** A script that uses a vendor's client: TypeScript that reads JSON from stdin and writes JSON to stdout. */
export interface VendorClientRun {
  /** The script, below this folder. */
  script: string;
  /** What the script reads. */
  input: unknown;
  /** Proxy and CA of the emulator. */
  environment: Readonly<Record<string, string>>;
}

/**
 * Runs a vendor's client in a process of its own, because proxy and CA must be in its environment when it starts.
 *
 * @returns what the script wrote.
 */
export async function runVendorClient({ script, input, environment }: VendorClientRun): Promise<unknown> {
  const { code } = await transformFile(join(__dirname, script), {
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    module: { type: "commonjs" },
  });
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, ["-e", code], { cwd: root, env: { PATH, ...environment } });
  child.stdin.end(JSON.stringify(input));
  const exited = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [output, errors, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  if (exitCode !== 0) throw new Error(`${script} ended with ${String(exitCode)}: ${errors}`);
  return JSON.parse(output);
}
