import { z } from "zod";
import type { PullRequestComment, PullRequestThread } from "../../state/entities";
import type { RouteAnswer } from "../../wire/route";
import { WireError } from "../../wire/wire-error";
import { readCallerIdentity } from "./caller-identity";
import { collectionOf, createCollection } from "./collection-answer";
import { createDenied, createInvalid } from "./devops-errors";
import { addDevopsRoute, type DevopsCall, type DevopsRoutes } from "./devops-route";
import type { DevopsState } from "./devops-state";
import { checkCommentLength, commentBody, createComment } from "./new-comment";
import { commentAnswer, formatComment } from "./pull-request-comment-answer";
import { findThread } from "./pull-request-threads";
import { findPullRequest, openPullRequest, pullRequestPaths } from "./pull-requests";

const location = "965a3ec7-5ed8-455a-bdcb-835a5ea7fe7b";

/** Documented with the creation of comments. */
const mostComments = 500;

const updateBody = z.looseObject({ content: z.string(), author: z.looseObject({ id: z.string() }).nullish() });

/** The comments of a discussion on a pull request. */
export function addPullRequestCommentRoutes(routes: DevopsRoutes): void {
  for (const pullRequest of pullRequestPaths) {
    const list = { path: `${pullRequest}/threads/:thread/comments`, location };
    const one = { path: `${pullRequest}/threads/:thread/comments/:comment`, location };
    const responses = { 200: commentAnswer };
    addDevopsRoute(routes, { ...list, method: "GET", responses: { 200: collectionOf(commentAnswer) } }, listComments);
    addDevopsRoute(routes, { ...list, method: "POST", body: commentBody, responses }, addComment);
    addDevopsRoute(routes, { ...one, method: "GET", responses }, readComment);
    addDevopsRoute(routes, { ...one, method: "PATCH", body: updateBody, responses }, updateComment);
    addDevopsRoute(routes, { ...one, method: "DELETE", responses: { 200: null } }, deleteComment);
  }
}

function listComments(_state: DevopsState, call: DevopsCall): RouteAnswer {
  return createCollection(findThread(call, findPullRequest(call)).comments.map(formatComment));
}

function readComment(_state: DevopsState, call: DevopsCall): RouteAnswer {
  return { status: 200, body: formatComment(findComment(call, findThread(call, findPullRequest(call)))) };
}

function addComment(state: DevopsState, call: DevopsCall<z.infer<typeof commentBody>>): RouteAnswer {
  const thread = findThread(call, openPullRequest(call));
  if (thread.comments.length >= mostComments) throw createInvalid(`A thread has ${mostComments} comments at most.`);
  const now = state.store.clock.now();
  const author = readCallerIdentity(call);
  const comment = createComment(call.body, { commentId: thread.comments.length + 1, author, now });
  keepThread(state, { ...thread, comments: [...thread.comments, comment] });
  return { status: 200, body: formatComment(comment) };
}

function updateComment(state: DevopsState, call: DevopsCall<z.infer<typeof updateBody>>): RouteAnswer {
  const thread = findThread(call, openPullRequest(call));
  const comment = findComment(call, thread);
  // Observed: a client that sends a whole comment back as it got it is refused with these words.
  if (call.body.author != null)
    throw createInvalid("An author of a comment cannot be updated.\r\nParameter name: Author");
  checkIsAuthor(call, comment, "Edit a comment of another author");
  checkCommentLength(call.body.content);
  const updated = { ...comment, content: call.body.content, updatedAt: state.store.clock.now() };
  replaceComment(state, thread, updated);
  return { status: 200, body: formatComment(updated) };
}

function deleteComment(state: DevopsState, call: DevopsCall): RouteAnswer {
  const thread = findThread(call, openPullRequest(call));
  const comment = findComment(call, thread);
  checkIsAuthor(call, comment, "Delete a comment of another author");
  replaceComment(state, thread, { ...comment, isDeleted: true, updatedAt: state.store.clock.now() });
  return { status: 200 };
}

// Guessed: status and text of both refusals. That only its author edits a comment is how the product behaves for people.
function checkIsAuthor(call: DevopsCall<unknown>, comment: PullRequestComment, permission: string): void {
  if (readCallerIdentity(call).id !== comment.author.id) throw createDenied(permission);
}

function findComment(call: DevopsCall<unknown>, thread: PullRequestThread): PullRequestComment {
  const id = call.params["comment"] ?? "";
  const comment = thread.comments.find(({ commentId, isDeleted }) => String(commentId) === id && !isDeleted);
  if (comment !== undefined) return comment;
  throw new WireError(404, "CommentNotFoundException", `The comment ${id} does not exist.`, {
    assembly: "Microsoft.TeamFoundation.SourceControl.WebServer",
  });
}

function replaceComment(state: DevopsState, thread: PullRequestThread, comment: PullRequestComment): void {
  const comments = thread.comments.map((one) => (one.commentId === comment.commentId ? comment : one));
  keepThread(state, { ...thread, comments });
}

function keepThread({ store }: DevopsState, thread: PullRequestThread): void {
  store.pullRequestThreads.update({ ...thread, updatedAt: store.clock.now() });
}
