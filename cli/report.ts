import type { Command } from "commander";
import { analyze } from "../analysis/analyze";
import type { EngineRun } from "../analysis/engine/engine-run";
import { readPreview } from "../report/read/read-preview";
import { readStates } from "../report/read/read-states";
import type { Report } from "../report/report-document";
import { createReport } from "../report/view/create-report";
import { readInput } from "./read-input";
import { addReportOptions, checkReportOptions, deliverReport, type ReportOptions } from "./report-options";
import type { Terminal } from "./terminal";

interface ReportCommandOptions extends ReportOptions {
  readonly before?: string;
  readonly targeted?: boolean;
}

const examples = `
Examples:
  pulumi preview --json --show-sames | keyless report
  keyless report preview.json --output report.html --output report.json --fail-on widening
  pulumi refresh --preview-only --json | keyless report          what was changed outside Pulumi
  keyless report after.json --before before.json                two files of pulumi stack export`;

/** Adds `keyless report`. */
export function addReportCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command("report")
    .description("Report which credentials and which access a preview changes.")
    .argument("[file]", "what `pulumi preview --json` printed; `-` or nothing reads standard input", "-")
    .option("--before <file>", "compare two state exports: this one is the earlier, <file> the later")
    .option("--targeted", "the preview was limited by --target or --exclude: say so");
  addReportOptions(command)
    .addHelpText("after", examples)
    .action(async (file: string, options: ReportCommandOptions) => {
      checkReportOptions(options);
      const run = await readRun(file, options.before, terminal);
      const report = reportRun(run, options.targeted === true);
      terminal.finish(await deliverReport(report, options, terminal));
    });
}

/** Makes the report of a run. */
export function reportRun(run: EngineRun, targeted: boolean): Report {
  return createReport(run, analyze(run), { targeted });
}

async function readRun(file: string, before: string | undefined, terminal: Terminal): Promise<EngineRun> {
  const json = await readInput(file, terminal);
  return before === undefined ? readPreview(json) : readStates(await readInput(before, terminal), json);
}
