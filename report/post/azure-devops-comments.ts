import {
  CommentThreadStatus,
  CommentType,
  type GitPullRequestCommentThread,
} from "azure-devops-node-api/interfaces/GitInterfaces";
import type { AzureDevOpsConnection } from "./azure-devops-connection";
import type { Authorship, ExistingComment } from "./decide-post";
import {
  addMarker,
  formatMarkerProperties,
  hashText,
  hasKey,
  readMarker,
  readMarkerProperties,
  removeMarker,
  type Marker,
  type ReportKey,
} from "./marker";
import { isLaterRun } from "./pull-request";
import type { Attention, ReportComments } from "./report-comments";
import { ServiceFailure } from "./service-failure";

/** The first comment of a thread; its id is the thread's. */
export interface AzureDevOpsComment extends ExistingComment {
  readonly commentId: number;
  readonly status: CommentThreadStatus;
}

/** The longest comment, in characters: longer ones are refused with these words, though no page of the vendor says so. */
export const longestAzureDevOpsComment = 150_000;

/**
 * The threads of a pull request in Azure Repos. The list has no pages: the documented operation gives all threads at once
 * (https://learn.microsoft.com/rest/api/azure/devops/git/pull-request-threads/list).
 */
export function createAzureDevOpsComments(connection: AzureDevOpsConnection): ReportComments<AzureDevOpsComment> {
  const { organizationUrl, projectId, projectName, repositoryId, repositoryName, number } = connection.pullRequest;
  const place = [repositoryId, number] as const;
  const page = [organizationUrl, projectName, "_git", repositoryName, "pullrequest", String(number)];
  const findUrl = (threadId: number): string => `${formatUrl(page)}?discussionId=${threadId}`;
  const updateThread = async (threadId: number, change: GitPullRequestCommentThread): Promise<void> => {
    await connection.send((git) => git.updateThread(change, ...place, threadId, projectId));
  };
  return {
    list: async (key) => {
      const threads = await connection.send((git) => git.getThreads(...place, projectId));
      return threads.flatMap((thread) => readThread(thread, { key, ownId: connection.ownId }));
    },
    create: async ({ marker, text, attention }) => {
      const comment = { parentCommentId: 0, content: addMarker(marker, text), commentType: CommentType.Text };
      const thread = { comments: [comment], status: statusOf(attention), properties: formatMarkerProperties(marker) };
      const { id } = await connection.send((git) => git.createThread(thread, ...place, projectId));
      return findUrl(id ?? 0);
    },
    update: async ({ id, commentId, status }, { marker, text, attention }) => {
      const comment = { content: addMarker(marker, text) };
      await connection.send((git) => git.updateComment(comment, ...place, id, commentId, projectId));
      await updateThread(id, {
        ...(isSettled(status, attention) ? {} : { status: statusOf(attention) }),
        properties: formatMarkerProperties(marker),
      });
    },
    keep: async ({ id, run, status }, { marker, attention }) => {
      const settled = isSettled(status, attention) || isAccepted(status);
      const noted = !isLaterRun(marker.run, run);
      if (settled && noted) return;
      await updateThread(id, {
        ...(settled ? {} : { status: statusOf(attention) }),
        ...(noted ? {} : { properties: formatMarkerProperties(marker) }),
      });
    },
    remove: async ({ id, commentId }) => {
      // The thread stays where somebody answered: it must not ask for attention any more.
      await updateThread(id, { status: CommentThreadStatus.Closed });
      await connection.sendOnly((git) => git.deleteComment(...place, id, commentId, projectId));
    },
    settle: async ({ id, status }) => {
      if (isSettled(status, "closed")) return;
      await updateThread(id, { status: CommentThreadStatus.Closed }).catch(ignoreRefusal);
    },
    findUrl: ({ id }) => findUrl(id),
  };
}

function readThread(
  thread: GitPullRequestCommentThread,
  { key, ownId }: { key: ReportKey; ownId: string },
): readonly AzureDevOpsComment[] {
  const [first] = thread.comments ?? [];
  if (thread.id === undefined || first?.id === undefined || thread.isDeleted === true || first.isDeleted === true) {
    return [];
  }
  const content = first.content ?? "";
  const marker = readThreadMarker(thread.properties, content);
  if (marker === undefined || !hasKey(marker, key)) return [];
  return [
    {
      id: thread.id,
      commentId: first.id,
      author: findAuthorship(first.author, ownId),
      status: thread.status ?? CommentThreadStatus.Unknown,
      run: marker.run,
      hash: hashText(removeMarker(content)),
    },
  ];
}

// The properties decide, because no text can hold them; a thread without any is known by its first line. A kept text has the
// line of an earlier run.
function readThreadMarker(properties: unknown, content: string): Marker | undefined {
  const line = readMarker(content);
  const marker = readMarkerProperties(properties) ?? line;
  if (marker === undefined || line === undefined || !hasKey(line, marker)) return marker;
  return isLaterRun(line.run, marker.run) ? line : marker;
}

// The kind of an identity stands before the dot of its descriptor: services of Azure DevOps, service principals of Entra.
function findAuthorship(author: { id?: string; descriptor?: string } | undefined, ownId: string): Authorship {
  if (author?.id?.toLowerCase() === ownId.toLowerCase()) return "own";
  return /^(svc|aadsp)\./.test(author?.descriptor ?? "") ? "service" : "person";
}

function statusOf(attention: Attention): CommentThreadStatus {
  return attention === "active" ? CommentThreadStatus.Active : CommentThreadStatus.Closed;
}

/** Whether the thread's status says already what it should: whoever closed it in other words is not corrected. */
function isSettled(status: CommentThreadStatus, attention: Attention): boolean {
  const open = [CommentThreadStatus.Active, CommentThreadStatus.Pending, CommentThreadStatus.Unknown].includes(status);
  return attention === "active" ? status === CommentThreadStatus.Active : !open;
}

/** Whether somebody looked at this very text and decided to live with it. `Fixed` and `Closed` would be untrue. */
function isAccepted(status: CommentThreadStatus): boolean {
  return [CommentThreadStatus.WontFix, CommentThreadStatus.ByDesign, CommentThreadStatus.Pending].includes(status);
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof ServiceFailure) || error.passing) throw error;
}

function formatUrl([base = "", ...segments]: readonly string[]): string {
  return [base, ...segments.map((segment) => encodeURIComponent(segment))].join("/");
}
