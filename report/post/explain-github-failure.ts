import { PostError } from "./post-error";
import type { GitHubPullRequest } from "./pull-request";
import type { ServiceFailure } from "./service-failure";

/** Says what a refusal of GitHub means, and who has to do what. */
export function explainGitHubFailure(failure: ServiceFailure, pullRequest: GitHubPullRequest): PostError {
  const place = `pull request ${pullRequest.number} of ${pullRequest.owner}/${pullRequest.repository}`;
  switch (failure.status) {
    case 401:
      return new PostError(
        "rights",
        "GitHub does not accept the token in GITHUB_TOKEN (401). It is valid only while its own job runs. Map it in the step " +
          "that posts: env: GITHUB_TOKEN: ${{ github.token }}.",
      );
    case 403:
      return new PostError(
        "rights",
        `The token in GITHUB_TOKEN may not comment on ${place} (403: ${failure.message}). Give the job that posts ` +
          "permissions: pull-requests: write. A run for a fork's pull request has a token that only reads: post in a workflow " +
          "that workflow_run starts.",
      );
    case 404:
      return new PostError(
        "notFound",
        `The token in GITHUB_TOKEN does not reach ${place} (404). Either there is none, or the token is for another repository.`,
      );
    default:
      return new PostError(
        "service",
        `GitHub could not post to ${place} (${failure.status ?? "no answer"}): ${failure.message}`,
      );
  }
}
