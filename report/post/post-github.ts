import { createGitHubComments } from "./github-comments";
import { connectGitHub } from "./github-connection";
import { explainGitHubFailure } from "./explain-github-failure";
import type { Access } from "./network";
import type { GitHubPullRequest } from "./pull-request";
import type { Posting } from "./report-comments";
import { retry } from "./retry";
import { ServiceFailure } from "./service-failure";
import { upsertReport, type Progress, type UpsertResult } from "./upsert-report";

/**
 * Posts a report to a pull request at GitHub with the job's own token.
 *
 * @throws PostError Saying which right is missing, or that the service fails.
 */
export async function postToGitHub(
  pullRequest: GitHubPullRequest,
  posting: Posting,
  access: Access,
): Promise<UpsertResult> {
  const { wait } = access;
  try {
    const connection = await retry(() => connectGitHub(pullRequest, access), wait);
    const comments = createGitHubComments(connection);
    const progress: Progress = {};
    return await retry(() => upsertReport(comments, posting, progress), wait);
  } catch (error) {
    throw error instanceof ServiceFailure ? explainGitHubFailure(error, pullRequest) : error;
  }
}
