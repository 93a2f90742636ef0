import { z } from "zod";
import type { GitHubComment, GitHubRepository } from "../../state/entities";
import type { RouteAnswer } from "../../wire/route";
import { createNotAccessible, createNotFound, createUnprocessable } from "./github-errors";
import { addGitHubRoute, findRepository, type GitHubCall, type GitHubRoutes, mayAccess } from "./github-route";
import { createPage, pageQuery } from "./page-links";

/** The longest comment, in characters. Observed: no page says so. */
const longestComment = 65_536;

const permissions = ["issues", "pull-requests"] as const;

const pages = {
  list: "/issues/comments#list-issue-comments",
  create: "/issues/comments#create-an-issue-comment",
  read: "/issues/comments#get-an-issue-comment",
  update: "/issues/comments#update-an-issue-comment",
  delete: "/issues/comments#delete-an-issue-comment",
};

const commentBody = z.looseObject({ body: z.string() });

const commentAnswer = z.strictObject({
  id: z.int(),
  url: z.url(),
  html_url: z.url(),
  issue_url: z.url(),
  body: z.string(),
  user: z.strictObject({ id: z.int(), login: z.string(), type: z.enum(["User", "Bot"]) }),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});

/** The conversation of a pull request, which GitHub keeps as the comments of an issue with its number. */
export function addIssueCommentRoutes(routes: GitHubRoutes): void {
  const list = { path: "/repos/:owner/:repository/issues/:number/comments" };
  const one = { path: "/repos/:owner/:repository/issues/comments/:comment" };
  const found = { 200: commentAnswer };
  addGitHubRoute(
    routes,
    { ...list, method: "GET", query: pageQuery, responses: { 200: z.array(commentAnswer) } },
    listComments,
  );
  addGitHubRoute(
    routes,
    { ...list, method: "POST", body: commentBody, responses: { 201: commentAnswer } },
    createComment,
  );
  addGitHubRoute(routes, { ...one, method: "GET", responses: found }, readComment);
  addGitHubRoute(routes, { ...one, method: "PATCH", body: commentBody, responses: found }, updateComment);
  addGitHubRoute(routes, { ...one, method: "DELETE", responses: { 204: null } }, deleteComment);
}

function listComments(call: GitHubCall<undefined, z.infer<typeof pageQuery>>): RouteAnswer {
  const { owner, name, number } = openConversation(call, pages.list, "read");
  const comments = call.store.gitHubComments.list(
    (one) => one.owner === owner && one.repository === name && one.issueNumber === number,
  );
  const { items, headers } = createPage(
    comments.sort((one, other) => one.commentId - other.commentId),
    call,
  );
  return { status: 200, body: items.map(formatComment), headers };
}

function createComment(call: GitHubCall<z.infer<typeof commentBody>>): RouteAnswer {
  const { owner, name, number } = openConversation(call, pages.create, "write");
  checkBody(call.body.body, pages.create);
  const { store, token } = call;
  const now = store.clock.now();
  const ids = store.gitHubComments.list().map(({ commentId }) => commentId);
  const comment = store.gitHubComments.insert({
    commentId: Math.max(1_000_000, ...ids) + 1,
    owner,
    repository: name,
    issueNumber: number,
    body: call.body.body,
    author: token.account,
    createdAt: now,
    updatedAt: now,
  });
  return { status: 201, body: formatComment(comment) };
}

function readComment(call: GitHubCall): RouteAnswer {
  return { status: 200, body: formatComment(openComment(call, pages.read, "read")) };
}

function updateComment(call: GitHubCall<z.infer<typeof commentBody>>): RouteAnswer {
  const comment = openComment(call, pages.update, "write");
  checkIsAuthor(call, comment, pages.update);
  checkBody(call.body.body, pages.update);
  const { store } = call;
  const updated = store.gitHubComments.update({ ...comment, body: call.body.body, updatedAt: store.clock.now() });
  return { status: 200, body: formatComment(updated) };
}

function deleteComment(call: GitHubCall): RouteAnswer {
  const comment = openComment(call, pages.delete, "write");
  checkIsAuthor(call, comment, pages.delete);
  call.store.gitHubComments.remove(String(comment.commentId));
  return { status: 204 };
}

function openConversation(
  call: GitHubCall<unknown, unknown>,
  page: string,
  access: "read" | "write",
): GitHubRepository & { number: number } {
  const repository = openRepository(call, page, access);
  const { owner, name } = repository;
  const number = Number(call.params["number"]);
  if (call.store.gitHubPullRequests.get(`${owner}/${name}/${number}`) === undefined) throw createNotFound(page);
  return { ...repository, number };
}

function openComment(call: GitHubCall<unknown>, page: string, access: "read" | "write"): GitHubComment {
  const { owner, name } = openRepository(call, page, access);
  const comment = call.store.gitHubComments.get(call.params["comment"] ?? "");
  if (comment?.owner === owner && comment.repository === name) return comment;
  throw createNotFound(page);
}

function openRepository(call: GitHubCall<unknown, unknown>, page: string, access: "read" | "write"): GitHubRepository {
  const repository = findRepository(call);
  if (mayAccess(call.token, repository, permissions, access)) return repository;
  throw createNotAccessible(page, permissions.map((name) => `${name.replace("-", "_")}=${access}`).join("; "));
}

// Guessed: people with the right to push edit everybody's comments; whether an app does, no page says. Some were refused.
function checkIsAuthor({ token }: GitHubCall<unknown>, { author }: GitHubComment, page: string): void {
  if (token.account.id !== author.id) throw createNotAccessible(page, "issues=write; pull_requests=write");
}

function checkBody(body: string, page: string): void {
  if (body.trim() === "") throw createUnprocessable(page, "Body cannot be blank");
  if (Array.from(body).length <= longestComment) return;
  throw createUnprocessable(page, `Body is too long (maximum is ${longestComment} characters)`);
}

function formatComment(comment: GitHubComment): z.infer<typeof commentAnswer> {
  const { owner, repository, issueNumber, commentId, author } = comment;
  const api = `https://api.github.com/repos/${owner}/${repository}/issues`;
  return {
    id: commentId,
    url: `${api}/comments/${commentId}`,
    html_url: `https://github.com/${owner}/${repository}/pull/${issueNumber}#issuecomment-${commentId}`,
    issue_url: `${api}/${issueNumber}`,
    body: comment.body,
    user: author,
    created_at: formatTime(comment.createdAt),
    updated_at: formatTime(comment.updatedAt),
  };
}

// GitHub counts whole seconds.
function formatTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
