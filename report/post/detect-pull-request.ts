import { detectAzurePipelines } from "./detect-azure-pipelines";
import { detectGitHubActions } from "./detect-github-actions";
import { readVariable, type DetectionHints, type Environment } from "./environment";
import { PostError } from "./post-error";
import type { PullRequest } from "./pull-request";

/**
 * Finds out by a job's variables which pull request it runs for. Follows
 * https://learn.microsoft.com/azure/devops/pipelines/build/variables and
 * https://docs.github.com/actions/reference/workflows-and-actions/variables.
 *
 * @throws PostError Where the job runs for no pull request, or a variable that says for which is missing.
 */
export function detectPullRequest(env: Environment, hints: DetectionHints = {}): PullRequest {
  if (readVariable(env, "GITHUB_ACTIONS") === "true") return detectGitHubActions(env, hints);
  if (readVariable(env, "TF_BUILD")?.toLowerCase() === "true") return detectAzurePipelines(env, hints);
  throw new PostError(
    "configuration",
    "This is no job of Azure Pipelines (TF_BUILD) and none of GitHub Actions (GITHUB_ACTIONS): there is no pull request to post to.",
  );
}
