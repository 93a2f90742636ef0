import { connectAzureDevOps } from "./azure-devops-connection";
import { createAzureDevOpsComments } from "./azure-devops-comments";
import { postAzureDevOpsStatus, type StatusState } from "./azure-devops-status";
import { explainAzureDevOpsFailure } from "./explain-azure-devops-failure";
import type { Access } from "./network";
import type { AzureDevOpsPullRequest } from "./pull-request";
import type { Posting } from "./report-comments";
import { retry } from "./retry";
import { ServiceFailure } from "./service-failure";
import { upsertReport, type Progress, type UpsertResult } from "./upsert-report";

/** A report for a pull request in Azure Repos: its thread and its status. */
export interface AzureDevOpsPosting extends Posting {
  readonly status: { readonly state: StatusState; readonly description: string };
}

/** What became of thread and status. */
export interface AzureDevOpsPostResult extends UpsertResult {
  /** Whether the status was posted. */
  readonly statusPosted: boolean;
}

/**
 * Posts a report to a pull request in Azure Repos with the job's own token.
 *
 * @throws PostError Saying which right is missing, or that the service fails.
 */
export async function postToAzureDevOps(
  pullRequest: AzureDevOpsPullRequest,
  posting: AzureDevOpsPosting,
  access: Access,
): Promise<AzureDevOpsPostResult> {
  const { wait } = access;
  try {
    const connection = await retry(() => connectAzureDevOps(pullRequest, access), wait);
    const comments = createAzureDevOpsComments(connection);
    const progress: Progress = {};
    const result = await retry(() => upsertReport(comments, posting, progress), wait);
    if (result.outcome === "laterRun") return { ...result, statusPosted: false };
    const next = { ...posting.status, marker: posting.marker };
    return { ...result, statusPosted: await retry(() => postAzureDevOpsStatus(connection, next), wait) };
  } catch (error) {
    throw error instanceof ServiceFailure ? explainAzureDevOpsFailure(error, pullRequest) : error;
  }
}
