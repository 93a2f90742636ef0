import type { Organization, PipelineJob, Project } from "../../state/entities";
import type { ServiceContext } from "../../wire/service";

/** A job to start: of which pipeline, and which service connections the steps of its stage refer to. */
export interface NewPipelineJob {
  projectId: string;
  pipelineId: number;
  connectionIds: string[];
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
  { projectId, pipelineId, connectionIds, origin = "https://dev.azure.com" }: NewPipelineJob,
): Promise<StartedPipelineJob> {
  const { project, organization } = findPlace(context, { projectId, pipelineId });
  const [planId, jobId] = [context.newId(), context.newId()];
  const claims = {
    aud: `${jobTokenIssuer}|vso:${organization.organizationId}`,
    jti: context.newId(),
    scp: "app_token",
    prj_id: project.projectId,
    def_id: String(pipelineId),
  };
  const accessToken = await context.tokens.sign(jobTokenIssuer, claims, jobLifetimeSeconds);
  const job = { planId, jobId, pipelineId, projectId: project.projectId, accessToken, connectionIds };
  context.store.pipelineJobs.insert(job);
  const collectionUri = `${origin}/${encodeURIComponent(organization.name)}/`;
  const path = `_apis/distributedtask/hubs/build/plans/${planId}/jobs/${jobId}/oidctoken`;
  return { ...job, collectionUri, oidcRequestUri: `${collectionUri}${project.projectId}/${path}` };
}

/** Ends a job: its token is worth nothing from now on. */
export function finishPipelineJob({ store }: ServiceContext, jobId: string): void {
  store.pipelineJobs.remove(jobId);
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
