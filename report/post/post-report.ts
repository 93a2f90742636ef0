import { readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { decideGate, type FailOn, type GateDecision } from "../gate";
import { renderMarkdown } from "../render/markdown";
import type { Report } from "../report-document";
import { longestAzureDevOpsComment } from "./azure-devops-comments";
import type { StatusState } from "./azure-devops-status";
import { detectPullRequest } from "./detect-pull-request";
import { readVariable, type Environment } from "./environment";
import { longestGitHubComment } from "./github-comments";
import { readJobToken } from "./job-token";
import { addMarker, hashText, type Marker } from "./marker";
import type { Access, Network } from "./network";
import { parseReport } from "./parse-report";
import { postToAzureDevOps } from "./post-azure-devops";
import { PostError } from "./post-error";
import { postToGitHub } from "./post-github";
import type { PullRequest } from "./pull-request";
import type { Posting } from "./report-comments";
import type { Wait } from "./retry";
import type { UpsertResult } from "./upsert-report";

/** How a report is posted. */
export interface PostOptions {
  /** The job's variables. Default: those of this process. */
  readonly env?: Environment;
  /** What trips the gate. Default: `never`, so that the thread is never left open for attention. */
  readonly failOn?: FailOn;
  /** The pull request's number, where the job's variables do not tell it. */
  readonly pullRequest?: number;
  /** The stack that the report must be of: refuses a report that claims another one. Default: any. */
  readonly stack?: string;
  /** Also post for pull requests from forks. Default: refused, because a fork's code should not have been previewed. */
  readonly allowFork?: boolean;
  /** How to wait before something is tried again. Default: by the clock. */
  readonly wait?: Wait;
  /** How the services are reached. Default: as this process's environment says. */
  readonly network?: Network;
}

/** What was posted. */
export interface PostResult extends UpsertResult {
  readonly platform: PullRequest["platform"];
  /** The pull request's number. */
  readonly pullRequest: number;
  readonly gate: GateDecision;
  /** The status of the pull request; undefined where the platform has none or a later run set it. */
  readonly status?: StatusState;
}

const limits: Readonly<Record<PullRequest["platform"], number>> = {
  "azure-devops": longestAzureDevOpsComment,
  github: longestGitHubComment,
};

/**
 * Posts a report to the pull request that the job runs for: one comment a project, stack and source, and in Azure Repos the
 * pull request's status. Takes nothing but the JSON that `keyless report` writes, so that the job that holds the token runs no
 * code of the pull request.
 *
 * @throws InputError Where the text is no report.
 * @throws PostError Where the job's set-up, a right or the service stands in the way. Its message never holds the token.
 */
export async function postReport(json: string, options: PostOptions = {}): Promise<PostResult> {
  const { env = process.env, failOn = "never" } = options;
  const report = parseReport(json);
  checkStack(report, options.stack);
  const pullRequest = detectPullRequest(env, {
    event: await readEvent(env),
    ...(options.pullRequest === undefined ? {} : { number: options.pullRequest }),
  });
  checkFork(pullRequest, options.allowFork === true);
  const token = readJobToken(env, pullRequest);
  const gate = decideGate(report, failOn);
  const posting = createPosting(report, { gate, pullRequest });
  const wait = options.wait ?? ((milliseconds: number) => delay(milliseconds));
  const access: Access = { token, wait, ...(options.network === undefined ? {} : { network: options.network }) };
  const common = { platform: pullRequest.platform, pullRequest: pullRequest.number, gate };
  try {
    if (pullRequest.platform === "github") {
      return { ...common, ...(await postToGitHub(pullRequest, posting, access)) };
    }
    const status = describeStatus(report, { gate, failOn });
    const { statusPosted, ...result } = await postToAzureDevOps(pullRequest, { ...posting, status }, access);
    return { ...common, ...result, ...(statusPosted ? { status: status.state } : {}) };
  } catch (error) {
    throw hideToken(error, token);
  }
}

function createPosting(
  report: Report,
  { gate, pullRequest }: { gate: GateDecision; pullRequest: PullRequest },
): Posting {
  const { commit, platform, run } = pullRequest;
  const { project, stack, source: purpose } = report;
  const blank: Marker = {
    project,
    stack,
    purpose,
    hash: hashText(""),
    ...(commit === undefined ? {} : { commit }),
    run,
  };
  const maxLength = limits[platform] - addMarker(blank, "").length;
  const text = renderMarkdown(report, { dialect: platform, maxLength });
  const clean = gate.outcome === "clean";
  return {
    marker: { ...blank, hash: hashText(text) },
    text,
    attention: clean ? "closed" : "active",
    quiet: clean && report.run.complete && report.summary.changes === 0,
  };
}

function describeStatus(
  report: Report,
  { gate, failOn }: { gate: GateDecision; failOn: FailOn },
): { state: StatusState; description: string } {
  const { changes, findings, level } = report.summary;
  const seen = `${count(changes, "change")}, ${count(findings, "finding")}, highest level ${level}`;
  switch (gate.outcome) {
    case "clean":
      return { state: "succeeded", description: `Access report: ${seen}` };
    case "hit":
      return { state: "failed", description: `Access report: ${seen}; fails on ${failOn}` };
    case "brokenPreview":
      return { state: "error", description: "Access report: the preview failed or is not whole" };
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function checkStack({ stack }: Report, expected: string | undefined): void {
  if (expected === undefined || expected === stack) return;
  throw new PostError("configuration", `The report is about the stack ${stack}, not ${expected}.`);
}

function checkFork({ fork, number }: PullRequest, allowed: boolean): void {
  if (!fork || allowed) return;
  throw new PostError(
    "fork",
    `Pull request ${number} comes from a fork: its code must not run with credentials, so there should be no preview of it. ` +
      "Allow forks only where the report was made without any.",
  );
}

async function readEvent(env: Environment): Promise<unknown> {
  const file = readVariable(env, "GITHUB_EVENT_PATH");
  if (file === undefined) return undefined;
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    // Whoever needs the event says so.
    return undefined;
  }
}

// A service could repeat what it was sent.
function hideToken(error: unknown, token: string): unknown {
  if (!(error instanceof Error) || !error.message.includes(token)) return error;
  const message = error.message.replaceAll(token, "***");
  return new PostError(error instanceof PostError ? error.kind : "service", message);
}
