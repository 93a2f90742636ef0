import { z } from "zod";
import type { PullRequest, PullRequestStatus } from "../../state/entities";
import { pullRequestStatusKey } from "../../state/store";
import type { RouteAnswer } from "../../wire/route";
import { WireError } from "../../wire/wire-error";
import { readCallerIdentity } from "./caller-identity";
import { collectionOf, createCollection } from "./collection-answer";
import { addDevopsRoute, type DevopsCall, type DevopsRoutes } from "./devops-route";
import type { DevopsState } from "./devops-state";
import { enumBody, formatTime, identityAnswer } from "./pull-request-comment-answer";
import { findPullRequest, openPullRequest, pullRequestPaths } from "./pull-requests";
import { propertiesAnswer, propertiesBody, readProperties } from "./typed-properties";

const location = "b5f6bb4f-8d1e-4d79-8d11-4c9172c99c35";

const states = ["notSet", "pending", "succeeded", "failed", "error", "notApplicable"] as const;

// Documented: the name in the context is the only thing that a status must have.
const statusBody = z.looseObject({
  state: enumBody(states).nullish(),
  description: z.string().nullish(),
  context: z.looseObject({ name: z.string().min(1), genre: z.string().nullish() }),
  targetUrl: z.string().nullish(),
  iterationId: z.int().min(1).nullish(),
  properties: propertiesBody.nullish(),
});

const statusAnswer = z.strictObject({
  id: z.int(),
  state: z.enum(states),
  description: z.string(),
  context: z.strictObject({ name: z.string(), genre: z.string().nullable() }),
  creationDate: z.iso.datetime(),
  updatedDate: z.iso.datetime(),
  createdBy: identityAnswer,
  targetUrl: z.string().nullable(),
  iterationId: z.int().optional(),
  properties: propertiesAnswer,
});

/** What services say about pull requests. Who may comment may do this; the pages ask for reading only. */
export function addPullRequestStatusRoutes(routes: DevopsRoutes): void {
  for (const pullRequest of pullRequestPaths) {
    const list = { path: `${pullRequest}/statuses`, location };
    const one = { path: `${pullRequest}/statuses/:status`, location };
    const responses = { 200: statusAnswer };
    addDevopsRoute(routes, { ...list, method: "GET", responses: { 200: collectionOf(statusAnswer) } }, listStatuses);
    addDevopsRoute(routes, { ...list, method: "POST", body: statusBody, responses }, createStatus);
    addDevopsRoute(routes, { ...one, method: "GET", responses }, readStatus);
    addDevopsRoute(routes, { ...one, method: "DELETE", responses: { 200: null } }, deleteStatus);
  }
}

function listStatuses(state: DevopsState, call: DevopsCall): RouteAnswer {
  const { repositoryId, pullRequestId } = findPullRequest(call);
  const statuses = state.store.pullRequestStatuses.list(
    (status) => status.repositoryId === repositoryId && status.pullRequestId === pullRequestId,
  );
  return createCollection(statuses.sort((one, other) => one.statusId - other.statusId).map(formatStatus));
}

function readStatus(_state: DevopsState, call: DevopsCall): RouteAnswer {
  return { status: 200, body: formatStatus(findStatus(call, findPullRequest(call))) };
}

function createStatus(state: DevopsState, call: DevopsCall<z.infer<typeof statusBody>>): RouteAnswer {
  const pullRequest = openPullRequest(call);
  const { context, description, iterationId, properties, targetUrl } = call.body;
  const statusId = pullRequest.lastStatusId + 1;
  state.store.pullRequests.update({ ...pullRequest, lastStatusId: statusId });
  const status = state.store.pullRequestStatuses.insert({
    repositoryId: pullRequest.repositoryId,
    pullRequestId: pullRequest.pullRequestId,
    statusId,
    state: call.body.state ?? "notSet",
    description: description ?? "",
    genre: context.genre ?? null,
    name: context.name,
    targetUrl: targetUrl ?? null,
    iterationId: iterationId ?? null,
    properties: readProperties(properties),
    createdBy: readCallerIdentity(call),
    createdAt: state.store.clock.now(),
  });
  return { status: 200, body: formatStatus(status) };
}

function deleteStatus(state: DevopsState, call: DevopsCall): RouteAnswer {
  const status = findStatus(call, openPullRequest(call));
  state.store.pullRequestStatuses.remove(pullRequestStatusKey(status));
  return { status: 200 };
}

// Guessed: status and text.
function findStatus(call: DevopsCall<unknown>, { repositoryId, pullRequestId }: PullRequest): PullRequestStatus {
  const id = call.params["status"] ?? "";
  const status = call.store.pullRequestStatuses.get(
    pullRequestStatusKey({ repositoryId, pullRequestId, statusId: Number(id) }),
  );
  if (status !== undefined) return status;
  throw new WireError(404, "GitStatusNotFoundException", `The status ${id} does not exist.`, {
    assembly: "Microsoft.TeamFoundation.Git.Server",
  });
}

function formatStatus(status: PullRequestStatus): z.infer<typeof statusAnswer> {
  return {
    id: status.statusId,
    state: z.enum(states).parse(status.state),
    description: status.description,
    context: { name: status.name, genre: status.genre },
    creationDate: formatTime(status.createdAt),
    updatedDate: formatTime(status.createdAt),
    createdBy: status.createdBy,
    targetUrl: status.targetUrl,
    ...(status.iterationId === null ? {} : { iterationId: status.iterationId }),
    properties: status.properties,
  };
}
