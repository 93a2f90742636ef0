/** One run of a pipeline. Runs are ordered within their pipeline only. */
export interface Run {
  /** The pipeline: the definition's id, or the workflow's name. */
  readonly pipeline: string;
  /** Rises with each run of the pipeline. */
  readonly number: number;
  /** Counts how often this run was started again, from 1. */
  readonly attempt: number;
}

interface Place {
  /** The number that people know the pull request by. */
  readonly number: number;
  /** Whether its code comes from another repository than the one it goes to. */
  readonly fork: boolean;
  readonly run: Run;
  /** The commit that was looked at. */
  readonly commit?: string;
  /** The page of the run. */
  readonly runUrl?: string;
}

/** A pull request in Azure Repos. */
export interface AzureDevOpsPullRequest extends Place {
  readonly platform: "azure-devops";
  /** URL of the organization: no user name in it, no slash at its end. */
  readonly organizationUrl: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly repositoryId: string;
  readonly repositoryName: string;
}

/** A pull request at GitHub. */
export interface GitHubPullRequest extends Place {
  readonly platform: "github";
  /** URL of the REST API, without a slash at its end. */
  readonly apiUrl: string;
  readonly owner: string;
  readonly repository: string;
}

/** Where a report is posted. */
export type PullRequest = AzureDevOpsPullRequest | GitHubPullRequest;

/** Whether a run of the same pipeline is later than another one. Runs of two pipelines have no order. */
export function isLaterRun(run: Run, than: Run): boolean {
  if (run.pipeline !== than.pipeline) return false;
  return run.number > than.number || (run.number === than.number && run.attempt > than.attempt);
}
