import type { Project, PullRequest, Repository } from "../../state/entities";
import type { Store } from "../../state/store";
import { WireError } from "../../wire/wire-error";
import { readCallerIdentity, readCallerIdentityId } from "./caller-identity";
import type { DevopsCall } from "./devops-route";
import { findProject, isProjectAdministrator, isProjectReader } from "./rights";

const assembly = "Microsoft.TeamFoundation.Git.Server";

/** Where routes of a pull request begin: below a project, and for whole organizations. */
export const pullRequestPaths = ["/:project/_apis", "/_apis"].map(
  (start) => `${start}/git/repositories/:repository/pullrequests/:pullrequest`,
);

/** A pull request to make. */
export interface NewPullRequest {
  repositoryId: string;
  title: string;
  /** Default refs/heads/change. */
  sourceBranch?: string;
}

/** Makes a pull request under the next number of the store. */
export function createPullRequest(store: Store, { repositoryId, title, sourceBranch }: NewPullRequest): PullRequest {
  if (store.repositories.get(repositoryId) === undefined) throw new RangeError(`no repository ${repositoryId}`);
  const numbers = store.pullRequests.list().map(({ pullRequestId }) => pullRequestId);
  return store.pullRequests.insert({
    repositoryId,
    pullRequestId: Math.max(0, ...numbers) + 1,
    title,
    sourceBranch: sourceBranch ?? "refs/heads/change",
    targetBranch: "refs/heads/main",
    lastStatusId: 0,
  });
}

/** Gives an identity the right "Contribute to pull requests" in a repository. */
export function allowPullRequestContributor(
  store: Store,
  { repositoryId, identityId }: { repositoryId: string; identityId: string },
): void {
  const repository = store.repositories.get(repositoryId);
  if (repository === undefined) throw new RangeError(`There is no repository ${repositoryId}.`);
  store.repositories.update({ ...repository, contributorIds: [...repository.contributorIds, identityId] });
}

/**
 * Finds the pull request that a path names. The repository stands there with its id, or below a project with its name.
 *
 * @throws WireError 404 where there is none, or none that the caller may see.
 */
export function findPullRequest(call: DevopsCall<unknown, unknown>): PullRequest {
  const repository = findRepository(call);
  const pullRequest = call.store.pullRequests.get(`${repository.repositoryId}/${call.params["pullrequest"] ?? ""}`);
  if (pullRequest !== undefined) return pullRequest;
  throw new WireError(404, "TF401180", "The requested pull request was not found.", {
    typeKey: "GitPullRequestNotFoundException",
    assembly,
  });
}

/** Finds the pull request of a path for a caller that wants to say something there. @throws WireError 404, 403 */
export function openPullRequest(call: DevopsCall<unknown, unknown>): PullRequest {
  const pullRequest = findPullRequest(call);
  const repository = call.store.repositories.get(pullRequest.repositoryId);
  const mayContribute =
    isProjectAdministrator(call, repository?.projectId ?? "") ||
    repository?.contributorIds.includes(readCallerIdentityId(call.caller)) === true;
  if (mayContribute) return pullRequest;
  const { uniqueName } = readCallerIdentity(call);
  throw new WireError(
    403,
    "TF401027",
    "You need the Git 'PullRequestContribute' permission to perform this action. " +
      `Details: identity '${uniqueName}', scope 'repository'.`,
    { typeKey: "GitNeedsPermissionException", assembly },
  );
}

function findRepository(call: DevopsCall<unknown, unknown>): Repository {
  const name = call.params["repository"] ?? "";
  const project = call.params["project"] === undefined ? undefined : findProject(call, call.params["project"]);
  const [repository] = call.store.repositories.list(
    (one) => isVisible(call, one, project) && (one.repositoryId.toLowerCase() === name || hasName(one, name, project)),
  );
  if (repository !== undefined) return repository;
  throw new WireError(
    404,
    "TF401019",
    `The Git repository with name or identifier ${name} does not exist or you do not have permissions for the operation ` +
      "you are attempting.",
    { typeKey: "GitRepositoryNotFoundException", assembly },
  );
}

function isVisible(call: DevopsCall<unknown, unknown>, { projectId }: Repository, project?: Project): boolean {
  if (project !== undefined) return projectId === project.projectId;
  const { organizationId } = call.organization;
  return call.store.projects.get(projectId)?.organizationId === organizationId && isProjectReader(call, projectId);
}

function hasName(repository: Repository, name: string, project?: Project): boolean {
  return project !== undefined && repository.name.toLowerCase() === name;
}
