import { createPullRequest } from "../services/devops/pull-requests";
import type { GitHubPullRequest, GitHubRepository, Project, PullRequest, Repository } from "../state/entities";
import type { Store } from "../state/store";

/** Where a platform's code is, with a pull request that changes it: once in Azure Repos, once at GitHub. */
export interface PullRequestSeed {
  repository: Repository;
  pullRequest: PullRequest;
  gitHub: { repository: GitHubRepository; pullRequest: GitHubPullRequest };
}

/** Creates them. As in the cloud, the service that a project's jobs run as has no right to comment until somebody gives it. */
export function createPullRequests(
  store: Store,
  { project, owner, newId }: { project: Project; owner: string; newId: () => string },
): PullRequestSeed {
  const { projectId, name } = project;
  const title = "Let the deploy pipeline change the web app";
  const repository = store.repositories.insert({ repositoryId: newId(), projectId, name, contributorIds: [] });
  const { repositoryId } = repository;
  return {
    repository,
    pullRequest: createPullRequest(store, { repositoryId, title }),
    gitHub: {
      repository: store.gitHubRepositories.insert({ owner, name, private: true }),
      pullRequest: store.gitHubPullRequests.insert({ owner, repository: name, number: 1, title }),
    },
  };
}
