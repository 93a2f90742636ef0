import { GitStatusState, type GitPullRequestStatus } from "azure-devops-node-api/interfaces/GitInterfaces";
import type { AzureDevOpsConnection } from "./azure-devops-connection";
import { formatMarkerProperties, readMarkerProperties, type Marker } from "./marker";
import { isLaterRun } from "./pull-request";

/** What the gate says to the pull request. */
export type StatusState = "succeeded" | "failed" | "error";

const genre = "keyless";

const states: Readonly<Record<StatusState, GitStatusState>> = {
  succeeded: GitStatusState.Succeeded,
  failed: GitStatusState.Failed,
  error: GitStatusState.Error,
};

/** A status to post. */
export interface NextStatus {
  readonly marker: Marker;
  readonly state: StatusState;
  readonly description: string;
}

/** The name of a report's status, for a branch policy that requires it. */
export function formatStatusName({ project, stack, purpose }: Marker): string {
  return ["access-report", project, stack, ...(purpose === "preview" ? [] : [purpose])].join("/");
}

/**
 * Posts a status of the pull request; of one genre and name the newest counts
 * (https://learn.microsoft.com/azure/devops/repos/git/pull-request-status).
 *
 * @returns whether it was posted; not where a later run posted one already.
 */
export async function postAzureDevOpsStatus(connection: AzureDevOpsConnection, next: NextStatus): Promise<boolean> {
  const { repositoryId, number, projectId, runUrl } = connection.pullRequest;
  const { marker } = next;
  const context = { genre, name: formatStatusName(marker) };
  const statuses = await connection.send((git) => git.getPullRequestStatuses(repositoryId, number, projectId));
  if (statuses.some((status) => isOwnOfLaterRun(status, { context, marker, ownId: connection.ownId }))) return false;
  const status = {
    state: states[next.state],
    description: next.description,
    context,
    properties: formatMarkerProperties(marker),
    ...(runUrl === undefined ? {} : { targetUrl: runUrl }),
  };
  await connection.send((git) => git.createPullRequestStatus(status, repositoryId, number, projectId));
  return true;
}

function isOwnOfLaterRun(
  status: GitPullRequestStatus,
  { context, marker, ownId }: { context: { genre: string; name: string }; marker: Marker; ownId: string },
): boolean {
  if (status.context?.genre !== context.genre || status.context.name !== context.name) return false;
  if (status.createdBy?.id?.toLowerCase() !== ownId.toLowerCase()) return false;
  const run = readMarkerProperties(status.properties)?.run;
  return run !== undefined && isLaterRun(run, marker.run);
}
