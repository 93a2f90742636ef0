import { type Command, InvalidArgumentError, Option } from "commander";
import { failOnValues, type FailOn } from "../report/gate";
import { postReport, type PostResult } from "../report/post/post-report";
import { findExitCode } from "./gate-exit-code";
import { readInput } from "./read-input";
import type { Terminal } from "./terminal";

interface PostCommandOptions {
  readonly failOn: FailOn;
  readonly pullRequest?: number;
  readonly stack?: string;
  readonly allowFork?: boolean;
}

const details = `
Reads nothing but the report: the job that holds the token runs no code of the pull request.
Azure Pipelines: map SYSTEM_ACCESSTOKEN to the step. GitHub Actions: pass GITHUB_TOKEN, with pull-requests: write.

Examples:
  keyless post report.json
  keyless post report.json --stack prod --fail-on widening`;

/** Adds `keyless post`. */
export function addPostCommand(program: Command, terminal: Terminal): void {
  program
    .command("post")
    .description("Post a JSON report to the pull request that the job runs for: one comment, updated in place.")
    .argument("[file]", "what `keyless report --format json` wrote; `-` or nothing reads standard input", "-")
    .addOption(
      new Option("--fail-on <what>", "when the thread asks for attention").choices(failOnValues).default("never"),
    )
    .option("--pull-request <number>", "the pull request, where the job does not tell it", parseNumber)
    .option("--stack <stack>", "refuse a report of another stack")
    .option("--allow-fork", "also post for a fork's pull request, whose code ran in the preview")
    .addHelpText("after", details)
    .action(async (file: string, options: PostCommandOptions) => {
      const result = await postReport(await readInput(file, terminal), { env: terminal.env, ...options });
      terminal.write(`${describeResult(result)}\n`);
      terminal.finish(findExitCode(result.gate));
    });
}

function parseNumber(text: string): number {
  if (!/^[1-9][0-9]{0,9}$/.test(text)) {
    throw new InvalidArgumentError("A number from 1 is needed.");
  }
  return Number(text);
}

function describeResult({ outcome, platform, pullRequest, url }: PostResult): string {
  const place = url ?? `${platform} pull request ${pullRequest}`;
  switch (outcome) {
    case "created":
      return `Posted the report: ${place}`;
    case "updated":
      return `Brought the report up to date: ${place}`;
    case "unchanged":
      return `The report says the same already: ${place}`;
    case "laterRun":
      return `A later run has posted its report already, which stays: ${place}`;
    case "nothingToTell":
      return "No access changes, and nothing was posted before: nothing to post.";
  }
}
