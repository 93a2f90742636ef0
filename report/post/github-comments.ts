import type { RestEndpointMethodTypes } from "@octokit/rest";
import type { Authorship, ExistingComment } from "./decide-post";
import type { GitHubConnection, GitHubSelf } from "./github-connection";
import { addMarker, hashText, hasKey, readMarker, removeMarker, type ReportKey } from "./marker";
import { isLaterRun } from "./pull-request";
import type { Posting, ReportComments } from "./report-comments";
import { ServiceFailure } from "./service-failure";

type IssueComment = RestEndpointMethodTypes["issues"]["listComments"]["response"]["data"][number];

/** A comment in the conversation of a pull request. */
export interface GitHubComment extends ExistingComment {
  readonly url: string;
}

/** The longest comment, in characters: longer ones are refused with these words, though no page of the vendor says so. */
export const longestGitHubComment = 65_536;

/** The conversation of a pull request at GitHub: the comments of the issue with its number. */
export function createGitHubComments(connection: GitHubConnection): ReportComments<GitHubComment> {
  const { pullRequest, self, send } = connection;
  const { owner, repository: repo, number } = pullRequest;
  const conversation = { owner, repo, issue_number: number };
  const update = async ({ id }: GitHubComment, { marker, text }: Posting): Promise<void> => {
    const body = addMarker(marker, text);
    await send((octokit) => octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body }));
  };
  return {
    list: async (key) => {
      const comments = await listAll(connection);
      return comments.flatMap((comment) => readComment(comment, { key, self }));
    },
    create: async ({ marker, text }) => {
      const body = addMarker(marker, text);
      const { data } = await send((octokit) => octokit.rest.issues.createComment({ ...conversation, body }));
      return data.html_url;
    },
    update,
    keep: async (comment, posting) => {
      // Nobody is told of an edit, and its readers see no other text.
      if (isLaterRun(posting.marker.run, comment.run)) await update(comment, posting);
    },
    remove: async ({ id }) => {
      await send((octokit) => octokit.rest.issues.deleteComment({ owner, repo, comment_id: id })).catch(ignoreAbsence);
    },
    // A comment has no status, and another's cannot be taken away.
    settle: () => Promise.resolve(),
    findUrl: ({ url }) => url,
  };
}

// The client's own paging takes a conflict (409) for an empty list, and we would create what is there already.
async function listAll({ pullRequest, send }: GitHubConnection): Promise<readonly IssueComment[]> {
  const { owner, repository: repo, number } = pullRequest;
  const all: IssueComment[] = [];
  for (let page = 1; ; page += 1) {
    const parameters = { owner, repo, issue_number: number, per_page: 100, page };
    const { data, headers } = await send((octokit) => octokit.rest.issues.listComments(parameters));
    all.push(...data);
    if (headers.link?.includes('rel="next"') !== true) return all;
  }
}

function readComment(
  { id, body, user, html_url: url }: IssueComment,
  { key, self }: { key: ReportKey; self: GitHubSelf },
): readonly GitHubComment[] {
  const content = body ?? "";
  const marker = readMarker(content);
  if (marker === undefined || !hasKey(marker, key)) return [];
  return [{ id, url, author: findAuthorship(user, self), run: marker.run, hash: hashText(removeMarker(content)) }];
}

// An app cannot find out which bot it is. People cannot write as a bot, and bots of a repository are let in by its owners.
function findAuthorship(user: { id: number; type?: string } | null, self: GitHubSelf): Authorship {
  const bot = user?.type === "Bot";
  if (self.kind === "app") return bot ? "own" : "person";
  if (user?.id === self.id) return "own";
  return bot ? "service" : "person";
}

function ignoreAbsence(error: unknown): void {
  if (!(error instanceof ServiceFailure) || error.status !== 404) throw error;
}
