import {
  cleanServiceUrl,
  readNumber,
  readVariable,
  requireVariables,
  type DetectionHints,
  type Environment,
} from "./environment";
import { PostError } from "./post-error";
import type { AzureDevOpsPullRequest, GitHubPullRequest, PullRequest } from "./pull-request";

const hint = "Azure Pipelines sets it in every job: pass the job's environment on to keyless.";

/** Finds the pull request of a job of Azure Pipelines, whose code is in Azure Repos or at GitHub. */
export function detectAzurePipelines(env: Environment, hints: DetectionHints): PullRequest {
  const provider = readVariable(env, "BUILD_REPOSITORY_PROVIDER") ?? "TfsGit";
  if (/^TfsGit$/i.test(provider)) return detectAzureRepos(env, hints);
  if (/^GitHub(Enterprise)?$/i.test(provider)) return detectGitHub(env, hints, provider);
  throw new PostError(
    "configuration",
    `The pipeline's code is in a repository of the kind ${provider} (BUILD_REPOSITORY_PROVIDER): keyless posts to Azure Repos and GitHub.`,
  );
}

function detectAzureRepos(env: Environment, hints: DetectionHints): AzureDevOpsPullRequest {
  const number = hints.number ?? readPullRequestNumber(env, "SYSTEM_PULLREQUEST_PULLREQUESTID");
  const names = ["SYSTEM_COLLECTIONURI", "SYSTEM_TEAMPROJECTID", "BUILD_REPOSITORY_ID"] as const;
  const values = requireVariables(env, names, hint);
  const projectId = values.SYSTEM_TEAMPROJECTID;
  return {
    platform: "azure-devops",
    organizationUrl: cleanServiceUrl(values.SYSTEM_COLLECTIONURI, "SYSTEM_COLLECTIONURI"),
    projectId,
    projectName: readVariable(env, "SYSTEM_TEAMPROJECT") ?? projectId,
    repositoryId: values.BUILD_REPOSITORY_ID,
    repositoryName: readVariable(env, "BUILD_REPOSITORY_NAME") ?? values.BUILD_REPOSITORY_ID,
    number,
    ...describeRun(env),
  };
}

function detectGitHub(env: Environment, hints: DetectionHints, provider: string): GitHubPullRequest {
  const number = hints.number ?? readPullRequestNumber(env, "SYSTEM_PULLREQUEST_PULLREQUESTNUMBER");
  const { BUILD_REPOSITORY_NAME: name } = requireVariables(env, ["BUILD_REPOSITORY_NAME"], hint);
  const [owner, repository] = name.split("/");
  if (owner === undefined || repository === undefined) {
    throw new PostError("configuration", "BUILD_REPOSITORY_NAME is not owner/repository, as it is for code at GitHub.");
  }
  const apiUrl = readVariable(env, "GITHUB_API_URL") ?? (provider.length > 6 ? undefined : "https://api.github.com");
  if (apiUrl === undefined) {
    throw new PostError(
      "configuration",
      "GITHUB_API_URL is not set: set it to the REST API of your GitHub Enterprise Server.",
    );
  }
  return {
    platform: "github",
    apiUrl: cleanServiceUrl(apiUrl, "GITHUB_API_URL"),
    owner,
    repository,
    number,
    ...describeRun(env),
  };
}

function readPullRequestNumber(env: Environment, name: string): number {
  if (readVariable(env, name) !== undefined) return readNumber(env, name);
  throw new PostError(
    "configuration",
    `${name} is not set: this build runs for no pull request. Post only where Build.Reason is PullRequest, or name the pull request.`,
  );
}

function describeRun(env: Environment): Pick<PullRequest, "fork" | "run" | "commit" | "runUrl"> {
  const number = readNumber(env, "BUILD_BUILDID");
  const commit = readVariable(env, "SYSTEM_PULLREQUEST_SOURCECOMMITID") ?? readVariable(env, "BUILD_SOURCEVERSION");
  const collection = readVariable(env, "SYSTEM_COLLECTIONURI");
  const project = readVariable(env, "SYSTEM_TEAMPROJECTID");
  return {
    fork: readVariable(env, "SYSTEM_PULLREQUEST_ISFORK")?.toLowerCase() === "true",
    run: {
      pipeline: readVariable(env, "SYSTEM_DEFINITIONID") ?? "",
      number,
      // A job that is started again keeps the attempt of its stage; a stage that is, begins its jobs with 1.
      attempt: readNumber(env, "SYSTEM_STAGEATTEMPT", 1) * 1_000 + readNumber(env, "SYSTEM_JOBATTEMPT", 1),
    },
    ...(commit === undefined ? {} : { commit }),
    ...(collection === undefined || project === undefined
      ? {}
      : {
          runUrl: `${cleanServiceUrl(collection, "SYSTEM_COLLECTIONURI")}/${project}/_build/results?buildId=${number}`,
        }),
  };
}
