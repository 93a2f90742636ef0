import { Option, type Command } from "commander";
import type { ExitCode } from "../report/exit-codes";
import { decideGate, failOnValues, type FailOn } from "../report/gate";
import type { Report } from "../report/report-document";
import {
  dialects,
  findFormatOfFile,
  formats,
  printReport,
  writeReportFiles,
  type Dialect,
  type Format,
} from "./report-output";
import { findExitCode } from "./gate-exit-code";
import type { Terminal } from "./terminal";

/** Options that every command which makes a report has. */
export interface ReportOptions {
  readonly format: Format;
  readonly dialect: Dialect;
  readonly output: readonly string[];
  readonly failOn: FailOn;
  readonly projectFolder?: string;
}

/** Adds the options that say how a report is written and when it fails. */
export function addReportOptions(command: Command): Command {
  return command
    .addOption(new Option("-f, --format <format>", "how the report is printed").choices(formats).default("text"))
    .addOption(new Option("--dialect <dialect>", "whose Markdown").choices(dialects).default("azure-devops"))
    .option(
      "-o, --output <file>",
      "also write the report to a file; its ending tells the format: .txt .md .html .json .sarif; may be repeated",
      (file: string, files: readonly string[]) => [...files, file],
      [],
    )
    .addOption(
      new Option(
        "--fail-on <what>",
        "end with the gate's exit code: at any change, where access gets wider, or at a level",
      )
        .choices(failOnValues)
        .default("never"),
    )
    .option("--project-folder <folder>", "the Pulumi project's folder in the repository, for places in SARIF");
}

/** Refuses files whose format cannot be told, before anything slow begins. */
export function checkReportOptions(options: ReportOptions): void {
  options.output.forEach(findFormatOfFile);
}

/** Writes the report as asked and tells the exit code of its gate. */
export async function deliverReport(report: Report, options: ReportOptions, terminal: Terminal): Promise<ExitCode> {
  const { dialect, format, output, projectFolder } = options;
  const rendering = {
    dialect,
    color: terminal.color,
    width: terminal.width,
    ...(projectFolder === undefined ? {} : { projectFolder }),
  };
  await writeReportFiles(report, output, rendering);
  printReport(report, terminal, { ...rendering, format });
  return findExitCode(decideGate(report, options.failOn));
}
