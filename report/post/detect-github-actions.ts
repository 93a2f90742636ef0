import { z } from "zod";
import {
  cleanServiceUrl,
  readNumber,
  readVariable,
  requireVariables,
  type DetectionHints,
  type Environment,
} from "./environment";
import { PostError } from "./post-error";
import type { GitHubPullRequest, Run } from "./pull-request";

const repositorySchema = z.looseObject({ full_name: z.string() });
const numberSchema = z.int().positive();

/** The part of an event that matters: https://docs.github.com/webhooks/webhook-events-and-payloads */
const eventSchema = z.looseObject({
  pull_request: z
    .looseObject({
      number: numberSchema,
      html_url: z.string().nullish(),
      head: z.looseObject({ sha: z.string().nullish(), repo: repositorySchema.nullish() }),
      base: z.looseObject({ repo: repositorySchema }),
    })
    .nullish(),
  workflow_run: z
    .looseObject({
      name: z.string().nullish(),
      run_number: numberSchema,
      run_attempt: numberSchema,
      head_sha: z.string(),
      html_url: z.string().nullish(),
      head_repository: repositorySchema.nullish(),
      pull_requests: z.array(z.looseObject({ number: numberSchema })),
    })
    .nullish(),
});

type Event = z.infer<typeof eventSchema>;

/**
 * Finds the pull request of a GitHub workflow's job. A workflow that another one started (`workflow_run`) posts for that one:
 * its run, its commit, its repository count.
 */
export function detectGitHubActions(env: Environment, hints: DetectionHints): GitHubPullRequest {
  const hint = "GitHub Actions sets it in every job: pass the job's environment on to keyless.";
  const { GITHUB_REPOSITORY: fullName } = requireVariables(env, ["GITHUB_REPOSITORY"], hint);
  const [owner = "", repository = ""] = fullName.split("/");
  const event = readEvent(env, hints.event);
  const place =
    event.workflow_run == null ? describeOwnRun(env, event) : describeFirstRun(event.workflow_run, fullName);
  const apiUrl = readVariable(env, "GITHUB_API_URL") ?? "https://api.github.com";
  return {
    platform: "github",
    apiUrl: cleanServiceUrl(apiUrl, "GITHUB_API_URL"),
    owner,
    repository,
    number: hints.number ?? findNumber(env, event),
    ...place,
  };
}

// Without its event nobody can tell a fork's pull request from an own one.
function readEvent(env: Environment, event: unknown): Event {
  const result = eventSchema.safeParse(event ?? {});
  const name = readVariable(env, "GITHUB_EVENT_NAME") ?? "";
  const needed = name.startsWith("pull_request")
    ? "pull_request"
    : name === "workflow_run"
      ? "workflow_run"
      : undefined;
  if (result.success && (needed === undefined || result.data[needed] != null)) return result.data;
  throw new PostError(
    "configuration",
    "GITHUB_EVENT_PATH does not name the file with the event that started the workflow: pass the job's environment on to keyless.",
  );
}

function findNumber(env: Environment, { pull_request: own, workflow_run: first }: Event): number {
  if (own != null) return own.number;
  const [only, ...others] = first?.pull_requests ?? [];
  if (only !== undefined && others.length === 0) return only.number;
  const number = /^refs\/pull\/([1-9]\d{0,14})\//.exec(readVariable(env, "GITHUB_REF") ?? "")?.[1];
  if (number !== undefined && first == null) return Number(number);
  throw new PostError(
    "configuration",
    first == null
      ? "This workflow runs for no pull request (GITHUB_REF): post only on the event pull_request, or name the pull request."
      : "The event of workflow_run does not name one pull request: name it.",
  );
}

type RunDescription = Pick<GitHubPullRequest, "fork" | "run" | "commit" | "runUrl">;

function describeOwnRun(env: Environment, { pull_request: pullRequest }: Event): RunDescription {
  const server = readVariable(env, "GITHUB_SERVER_URL");
  const id = readVariable(env, "GITHUB_RUN_ID");
  const repository = readVariable(env, "GITHUB_REPOSITORY");
  const runUrl =
    server === undefined || id === undefined ? undefined : `${server}/${repository ?? ""}/actions/runs/${id}`;
  const run = {
    pipeline: readVariable(env, "GITHUB_WORKFLOW") ?? "",
    number: readNumber(env, "GITHUB_RUN_NUMBER"),
    attempt: readNumber(env, "GITHUB_RUN_ATTEMPT", 1),
  };
  // The repository of a fork that was deleted is null.
  const fork = pullRequest != null && !isSame(pullRequest.head.repo?.full_name, pullRequest.base.repo.full_name);
  const commit = pullRequest?.head.sha ?? readVariable(env, "GITHUB_SHA");
  return describe({ fork, run, commit, runUrl });
}

function describeFirstRun(first: NonNullable<Event["workflow_run"]>, repository: string): RunDescription {
  const run = { pipeline: first.name ?? "", number: first.run_number, attempt: first.run_attempt };
  const fork = !isSame(first.head_repository?.full_name, repository);
  return describe({ fork, run, commit: first.head_sha, runUrl: first.html_url ?? undefined });
}

function describe(of: {
  fork: boolean;
  run: Run;
  commit: string | undefined;
  runUrl: string | undefined;
}): RunDescription {
  return {
    fork: of.fork,
    run: of.run,
    ...(of.commit === undefined ? {} : { commit: of.commit }),
    ...(of.runUrl === undefined ? {} : { runUrl: of.runUrl }),
  };
}

function isSame(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
