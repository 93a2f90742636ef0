import { PostError } from "./post-error";
import type { AzureDevOpsPullRequest } from "./pull-request";
import type { ServiceFailure } from "./service-failure";

/** Says what a refusal of Azure DevOps means, and who has to do what. */
export function explainAzureDevOpsFailure(failure: ServiceFailure, pullRequest: AzureDevOpsPullRequest): PostError {
  const { number, repositoryName } = pullRequest;
  const place = `pull request ${number} of ${repositoryName}`;
  switch (failure.status) {
    case 401:
      return new PostError(
        "rights",
        "Azure DevOps does not accept the token in SYSTEM_ACCESSTOKEN (401). It is valid only while its own job runs. " +
          "Map it in the step that posts: env: SYSTEM_ACCESSTOKEN: $(System.AccessToken).",
      );
    case 403:
      return new PostError("rights", explainRefusal(failure.message, pullRequest));
    case 404:
      return new PostError(
        "notFound",
        `The job's identity cannot see ${place} (404). Either there is none, or the identity may not read the repository: give ` +
          `it "Read" at Project settings > Repositories > ${repositoryName} > Security, and check the repository out in this ` +
          "job where jobs are limited to the repositories that they name.",
      );
    default:
      return new PostError(
        "service",
        `Azure DevOps could not post to ${place} (${failure.status ?? "no answer"}): ${failure.message}`,
      );
  }
}

// TF401027 names the missing right and the identity: Build\{id of the project} or Build\{another GUID}.
function explainRefusal(message: string, pullRequest: AzureDevOpsPullRequest): string {
  const { number, repositoryName } = pullRequest;
  const [, right, identity] = /TF401027.*?'(\w+)' permission.*?identity '([^']*)'/s.exec(message) ?? [];
  if (right === undefined || identity === undefined) {
    return `Azure DevOps refuses to post to pull request ${number} of ${repositoryName} (403): ${message}`;
  }
  const wanted = right === "PullRequestContribute" ? "Contribute to pull requests" : right;
  return (
    `The job may not post to pull request ${number}: "${describeIdentity(identity, pullRequest)}" lacks the right ` +
    `"${wanted}" in the repository ${repositoryName}. Give it at Project settings > Repositories > ${repositoryName} > ` +
    "Security, to this identity and no group."
  );
}

function describeIdentity(
  identity: string,
  { organizationUrl, projectId, projectName }: AzureDevOpsPullRequest,
): string {
  const id = /^Build\\(.+)$/.exec(identity)?.[1];
  if (id === undefined) return identity;
  const organization = new URL(organizationUrl).pathname.split("/").at(-1) ?? "";
  if (id.toLowerCase() === projectId.toLowerCase()) return `${projectName} Build Service (${organization})`;
  return `Project Collection Build Service (${organization})`;
}
