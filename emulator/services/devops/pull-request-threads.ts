import { z } from "zod";
import type { PullRequest, PullRequestThread } from "../../state/entities";
import type { RouteAnswer } from "../../wire/route";
import { WireError } from "../../wire/wire-error";
import { readCallerIdentity } from "./caller-identity";
import { collectionOf, createCollection } from "./collection-answer";
import { createInvalid } from "./devops-errors";
import { addDevopsRoute, type DevopsCall, type DevopsRoutes } from "./devops-route";
import type { DevopsState } from "./devops-state";
import { commentBody, createComment } from "./new-comment";
import { enumBody, formatThread, threadAnswer, threadStatuses } from "./pull-request-comment-answer";
import { findPullRequest, openPullRequest, pullRequestPaths } from "./pull-requests";
import { propertiesBody, readProperties } from "./typed-properties";

const location = "ab6e2e5d-a0b7-4153-b64a-a4efe0d49449";

const createBody = z.looseObject({
  comments: z.array(commentBody).min(1),
  status: enumBody(threadStatuses).nullish(),
  properties: propertiesBody.nullish(),
  threadContext: z.looseObject({}).nullish(),
});

const updateBody = z.looseObject({
  comments: z.array(z.looseObject({})).nullish(),
  status: enumBody(threadStatuses).nullish(),
  properties: propertiesBody.nullish(),
});

/** Discussions on pull requests. The list is never paged: the documented operation has no parameters for it. */
export function addPullRequestThreadRoutes(routes: DevopsRoutes): void {
  for (const pullRequest of pullRequestPaths) {
    const list = { path: `${pullRequest}/threads`, location };
    const one = { path: `${pullRequest}/threads/:thread`, location, responses: { 200: threadAnswer } };
    addDevopsRoute(routes, { ...list, method: "GET", responses: { 200: collectionOf(threadAnswer) } }, listThreads);
    addDevopsRoute(
      routes,
      { ...list, method: "POST", body: createBody, responses: { 200: threadAnswer } },
      createThread,
    );
    addDevopsRoute(routes, { ...one, method: "GET" }, readThread);
    addDevopsRoute(routes, { ...one, method: "PATCH", body: updateBody }, updateThread);
  }
}

/** Finds a thread of a pull request. @throws WireError 404 (guessed: status and text) */
export function findThread(
  call: DevopsCall<unknown, unknown>,
  { repositoryId, pullRequestId }: PullRequest,
): PullRequestThread {
  const id = call.params["thread"] ?? "";
  const thread = call.store.pullRequestThreads.get(id);
  if (thread?.repositoryId === repositoryId && thread.pullRequestId === pullRequestId) return thread;
  throw new WireError(404, "CommentThreadNotFoundException", `The comment thread ${id} does not exist.`, {
    assembly: "Microsoft.TeamFoundation.SourceControl.WebServer",
  });
}

function listThreads(state: DevopsState, call: DevopsCall): RouteAnswer {
  const { repositoryId, pullRequestId } = findPullRequest(call);
  const threads = state.store.pullRequestThreads.list(
    (thread) => thread.repositoryId === repositoryId && thread.pullRequestId === pullRequestId,
  );
  return createCollection(threads.sort((one, other) => one.threadId - other.threadId).map(formatThread));
}

function readThread(_state: DevopsState, call: DevopsCall): RouteAnswer {
  return { status: 200, body: formatThread(findThread(call, findPullRequest(call))) };
}

function createThread(state: DevopsState, call: DevopsCall<z.infer<typeof createBody>>): RouteAnswer {
  const { repositoryId, pullRequestId } = openPullRequest(call);
  const { comments, status, properties, threadContext } = call.body;
  const { store } = state;
  const now = store.clock.now();
  const ids = store.pullRequestThreads.list().map(({ threadId }) => threadId);
  const author = readCallerIdentity(call);
  const thread = store.pullRequestThreads.insert({
    threadId: Math.max(0, ...ids) + 1,
    repositoryId,
    pullRequestId,
    status: status ?? "unknown",
    properties: readProperties(properties),
    threadContext: threadContext ?? null,
    comments: comments.map((comment, index) => createComment(comment, { commentId: index + 1, author, now })),
    publishedAt: now,
    updatedAt: now,
  });
  return { status: 200, body: formatThread(thread) };
}

// Documented: the text of a comment cannot be changed here. Guessed: properties that are given are put beside the others.
function updateThread(state: DevopsState, call: DevopsCall<z.infer<typeof updateBody>>): RouteAnswer {
  const thread = findThread(call, openPullRequest(call));
  const { comments, status, properties } = call.body;
  if (comments != null && comments.length > 0) throw createInvalid("Comments cannot be changed with their thread.");
  const updated = state.store.pullRequestThreads.update({
    ...thread,
    status: status ?? thread.status,
    properties: { ...thread.properties, ...readProperties(properties) },
    updatedAt: state.store.clock.now(),
  });
  return { status: 200, body: formatThread(updated) };
}
