import { readFile } from "node:fs/promises";
import { describeFileFailure } from "./describe-file-failure";
import type { Terminal } from "./terminal";
import { UsageError } from "./usage-error";

/**
 * Reads a file whole, or standard input where its name is `-`.
 *
 * @throws UsageError Where the file cannot be read.
 */
export async function readInput(file: string, terminal: Terminal): Promise<string> {
  if (file === "-") {
    return terminal.read();
  }
  return readFile(file, "utf8").catch((error: unknown) => {
    throw new UsageError(`${file} cannot be read (${describeFileFailure(error)}).`);
  });
}
