import type { Organization, PipelineJob, Project } from "../../state/entities";
import { checkConfigurationKey } from "../../state/store";
import type { ServiceContext } from "../../wire/service";

/** A job to start: of which pipeline, and which service connections the steps of its stage refer to. */
export interface NewPipelineJob extends Pick<
  PipelineJob,
  "projectId" | "pipelineId" | "connectionIds" | "branch" | "branchIsProtected" | "requestedBy" | "templates"
> {
  /** Scheme and host under which the job reaches Azure DevOps. Default: https://dev.azure.com */
  origin?: string;
}

/** A running job, and what its agent tells the steps about it. */
export interface StartedPipelineJob extends PipelineJob {
  /** SYSTEM_OIDCREQUESTURI: where a step asks for a token. It has no query yet. */
  oidcRequestUri: string;
  /** SYSTEM_COLLECTIONURI, with a slash at the end. */
  collectionUri: string;
}

/** Azure DevOps signs its own tokens under this name. Observed for other tokens than a job's; for these it is guessed. */
const jobTokenIssuer = "app.vstoken.visualstudio.com";

/** The longest that a job on a Microsoft-hosted agent of a private project may run (documented): 60 minutes. */
const jobLifetimeSeconds = 60 * 60;

/** Starts a job of a pipeline. Its token works until the job's time is over or {@link finishPipelineJob} is called. */
export async function createPipelineJob(
  context: ServiceContext,
  { origin = "https://dev.azure.com", ...wanted }: NewPipelineJob,
): Promise<StartedPipelineJob> {
  const { project, organization } = findPlace(context, wanted);
  const [planId, jobId] = [context.newId(), context.newId()];
  const claims = {
    aud: `${jobTokenIssuer}|vso:${organization.organizationId}`,
    jti: context.newId(),
    scp: "app_token",
    prj_id: project.projectId,
    def_id: String(wanted.pipelineId),
  };
  const accessToken = await context.tokens.sign(jobTokenIssuer, claims, jobLifetimeSeconds);
  const number = Math.max(0, ...context.store.pipelineJobs.list().map((one) => one.number ?? 0)) + 1;
  const job = { ...wanted, planId, jobId, projectId: project.projectId, accessToken, number };
  context.store.pipelineJobs.insert(job);
  const collectionUri = `${origin}/${encodeURIComponent(organization.name)}/`;
  const path = `_apis/distributedtask/hubs/build/plans/${planId}/jobs/${jobId}/oidctoken`;
  return { ...job, collectionUri, oidcRequestUri: `${collectionUri}${project.projectId}/${path}` };
}

/** Ends a job: its token is worth nothing from now on. */
export function finishPipelineJob({ store }: ServiceContext, jobId: string): void {
  store.pipelineJobs.remove(jobId);
}

/**
 * Notes a person's approval, or another service's answer, to a check that holds a job.
 *
 * @throws RangeError where there is no such job or check.
 */
export function approveCheck(
  { store }: ServiceContext,
  { jobId, checkId, by }: { jobId: string; checkId: number; by: string },
): void {
  const job = store.pipelineJobs.get(jobId);
  if (job === undefined) throw new RangeError(`There is no job ${jobId}.`);
  if (store.checkConfigurations.get(checkConfigurationKey({ projectId: job.projectId, checkId })) === undefined) {
    throw new RangeError(`There is no check ${checkId} in the job's project.`);
  }
  store.pipelineJobs.update({ ...job, decisions: [...(job.decisions ?? []), { checkId, by }] });
}

function findPlace(
  { store }: ServiceContext,
  { projectId, pipelineId }: { projectId: string; pipelineId: number },
): { project: Project; organization: Organization } {
  const project = store.projects.get(projectId);
  if (project === undefined) throw new RangeError(`There is no project ${projectId}.`);
  if (store.pipelines.get(`${project.projectId}/${pipelineId}`) === undefined) {
    throw new RangeError(`There is no pipeline ${pipelineId} in ${project.name}.`);
  }
  const organization = store.organizations.get(project.organizationId);
  if (organization === undefined) throw new RangeError(`There is no organization ${project.organizationId}.`);
  return { project, organization };
}
