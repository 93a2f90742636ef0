import type { Command } from "commander";
import { readPreview } from "../report/read/read-preview";
import { reportRun } from "./report";
import { addReportOptions, checkReportOptions, deliverReport, type ReportOptions } from "./report-options";
import { runEngine } from "./run-engine";
import type { Terminal } from "./terminal";

interface PreviewCommandOptions extends ReportOptions {
  readonly cwd?: string;
  readonly stack?: string;
  readonly drift?: boolean;
}

const examples = `
Examples:
  keyless preview --stack prod
  keyless preview --stack prod --output report.json --fail-on widening
  keyless preview --stack prod --drift                    what was changed outside Pulumi
  keyless preview --stack prod -- --target 'urn:…'        whatever follows -- goes to pulumi`;

/** Adds `keyless preview`. */
export function addPreviewCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command("preview")
    .description("Run the engine's preview and report it.")
    .argument("[pulumi-arguments...]", "arguments for pulumi, after --")
    .option("-C, --cwd <folder>", "folder of the Pulumi project")
    .option("-s, --stack <stack>", "the stack; the selected one by default")
    .option("--drift", "report what was changed outside Pulumi (pulumi refresh --preview-only)");
  addReportOptions(command)
    .addHelpText("after", examples)
    .action(async (engineArguments: readonly string[], options: PreviewCommandOptions) => {
      checkReportOptions(options);
      const json = await runEngine(listArguments(engineArguments, options), options.cwd ?? ".", terminal);
      const report = reportRun(readPreview(json), engineArguments.some(isTargeting));
      terminal.finish(await deliverReport(report, options, terminal));
    });
}

function listArguments(engineArguments: readonly string[], { stack, drift }: PreviewCommandOptions): readonly string[] {
  const operation = drift === true ? ["refresh", "--preview-only"] : ["preview", "--show-sames"];
  return [
    ...operation,
    "--json",
    "--non-interactive",
    ...(stack === undefined ? [] : ["--stack", stack]),
    ...engineArguments,
  ];
}

function isTargeting(argument: string): boolean {
  return /^(-t|--target|--exclude|--target-replace)(=|$)/.test(argument);
}
