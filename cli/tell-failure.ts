import { CommanderError } from "commander";
import { exitCodes, type ExitCode } from "../report/exit-codes";
import { InputError } from "../report/read/input-error";
import { neutralizeText } from "../report/render/neutralize";
import type { Terminal } from "./terminal";
import { UsageError } from "./usage-error";

/** Tells an error, each line neutralized, and ends with the exit code that it stands for. */
export function tellFailure(error: unknown, terminal: Terminal): void {
  // Commander has told its own errors already.
  if (!(error instanceof CommanderError)) {
    const message = error instanceof Error ? error.message : String(error);
    terminal.writeError(`keyless: ${message.split("\n").map(neutralizeText).join("\n")}\n`);
  }
  terminal.finish(findExitCode(error));
}

function findExitCode(error: unknown): ExitCode {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.fine : exitCodes.wrongUse;
  }
  return error instanceof InputError || error instanceof UsageError ? exitCodes.wrongUse : exitCodes.toolFailure;
}
