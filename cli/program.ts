import { Command } from "commander";
import { exitCodes } from "../report/exit-codes";
import { addPostCommand } from "./post";
import { addPreviewCommand } from "./preview";
import { addReportCommand } from "./report";
import type { Terminal } from "./terminal";

const exitCodesHelp = `
Exit codes:
  ${exitCodes.fine}  fine
  ${exitCodes.toolFailure}  keyless itself failed
  ${exitCodes.wrongUse}  wrong arguments or input
  ${exitCodes.gateHit}  the gate of --fail-on is hit
  ${exitCodes.brokenPreview}  the preview failed or is not whole`;

/** The `keyless` command with all its subcommands. A new one is one file here and one line below. */
export function createProgram(terminal: Terminal): Command {
  const program = new Command("keyless")
    .description("Says in plain words which credentials and which access a Pulumi deployment changes.")
    .addHelpText("after", exitCodesHelp)
    .configureOutput({
      writeOut: (text) => {
        terminal.write(text);
      },
      writeErr: (text) => {
        terminal.writeError(text);
      },
    })
    .exitOverride((error) => {
      throw error;
    });
  addReportCommand(program, terminal);
  addPreviewCommand(program, terminal);
  addPostCommand(program, terminal);
  return program;
}
