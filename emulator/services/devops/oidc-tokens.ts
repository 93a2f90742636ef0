import { z } from "zod";
import type { ServiceConnection } from "../../state/entities";
import type { RouteAnswer } from "../../wire/route";
import { WireError } from "../../wire/wire-error";
import { listChecks } from "./check-configurations";
import { evaluateCheck } from "./check-evaluation";
import { createDenied } from "./devops-errors";
import { addDevopsRoute, type DevopsCall, type DevopsRoutes } from "./devops-route";
import type { DevopsState } from "./devops-state";
import { type JobPlace, signConnectionToken, signPipelineToken } from "./oidc-claims";
import { isPipelineAuthorized } from "./pipeline-permissions";

const location = "69a319f4-28c1-4bfd-93e6-ea0ff5c6f1a2";
const path = "/:project/_apis/distributedtask/hubs/:hubname/plans/:planid/jobs/:jobid/oidctoken";

const tokenQuery = z.looseObject({ serviceConnectionId: z.string().optional() });

/** Claims that a client asks for are ignored: the service alone decides them. */
const tokenBody = z.looseObject({}).nullish();

const tokenAnswer = z.strictObject({ oidcToken: z.string() });

export function addOidcTokenRoutes(routes: DevopsRoutes): void {
  addDevopsRoute(
    routes,
    { method: "POST", path, location, query: tokenQuery, body: tokenBody, responses: { 200: tokenAnswer } },
    createOidcToken,
  );
  // GitHub's clients ask with GET.
  addDevopsRoute(routes, { method: "GET", path, location, responses: {} }, () => {
    const message = "The requested resource does not support http method 'GET'.";
    const body = { count: 1, value: { Message: message } };
    throw new WireError(405, "MethodNotAllowed", message, { body, headers: { allow: "POST" } });
  });
}

async function createOidcToken(
  state: DevopsState,
  call: DevopsCall<z.infer<typeof tokenBody>, z.infer<typeof tokenQuery>>,
): Promise<RouteAnswer> {
  const place = findJob(state, call);
  const wanted = call.query.serviceConnectionId;
  // What is not a GUID counts as not given, without a word: the token is the pipeline's own.
  const oidcToken =
    wanted === undefined || !z.guid().safeParse(wanted).success
      ? await signPipelineToken(state, place)
      : await signConnectionToken(state, place, openConnection(state, place, wanted));
  return { status: 200, body: { oidcToken } };
}

/** Finds the job of the URL; the token must be that job's own. */
function findJob({ store }: DevopsState, call: DevopsCall<unknown, unknown>): JobPlace {
  const { organization, caller, params } = call;
  const { planid = "", jobid = "", hubname = "" } = params;
  const job = store.pipelineJobs.get(jobid);
  const project = job && store.projects.get(job.projectId);
  const isHere =
    hubname === "build" &&
    job?.planId.toLowerCase() === planid &&
    project?.organizationId === organization.organizationId &&
    [project.projectId, project.name].some((one) => one.toLowerCase() === params["project"]);
  if (!isHere) {
    throw new WireError(404, "TaskOrchestrationPlanNotFoundException", `No plan found for identifier ${planid}.`);
  }
  if (caller.kind !== "job" || caller.job.jobId !== job.jobId) throw createDenied("Token of the job itself");
  return { organization, project, job };
}

/**
 * Finds the connection that a token is wanted for; the pipeline must be allowed to use it and its stage refer to it. Status
 * and text of the first refusal are guessed: the words are those that the vendor uses when a run is queued.
 */
function openConnection({ store }: DevopsState, { project, job }: JobPlace, connectionId: string): ServiceConnection {
  const connection = store.serviceConnections.get(connectionId);
  const { projectId } = project;
  const isUsable =
    connection?.projects.some((reference) => reference.projectId === projectId) === true &&
    isPipelineAuthorized(store, { projectId, connectionId, pipelineId: job.pipelineId });
  if (!isUsable) {
    throw new WireError(
      403,
      "ServiceEndpointAccessDeniedException",
      `The service connection ${connectionId} does not exist, has been disabled or has not been authorized for use by ` +
        `the pipeline ${job.pipelineId}.`,
    );
  }
  if (!job.connectionIds.some((id) => id.toLowerCase() === connectionId.toLowerCase())) {
    throw createUnreferenced(connectionId);
  }
  checkNothingHolds(store, { projectId, connectionId }, job);
  return connection;
}

// The real service holds the whole stage, so that its jobs do not even start; here a job runs and gets no token. Guessed.
function checkNothingHolds(
  store: DevopsState["store"],
  { projectId, connectionId }: { projectId: string; connectionId: string },
  job: JobPlace["job"],
): void {
  for (const check of listChecks(store, { projectId, resourceType: "endpoint", resourceId: connectionId })) {
    const missing = evaluateCheck({ store, job, check });
    if (missing === undefined) continue;
    throw new WireError(
      403,
      "ServiceEndpointAccessDeniedException",
      `The check ${check.checkId} on the service connection ${connectionId} holds this job until there is ${missing}.`,
    );
  }
}

// Observed: a bare text, which the vendor's server wraps as a list of its letters. The status is guessed.
function createUnreferenced(connectionId: string): WireError {
  const message = `There is no explicit reference to service connection ${connectionId} from current stage __default.Job.__default.`;
  return new WireError(400, "BadRequest", message, { body: { count: message.length, value: message } });
}
