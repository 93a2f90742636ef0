import { azureDevOpsApplicationId, tokenExchangeApplicationId } from "../../../facts/applications";
import { clouds, isCloudName } from "../../../facts/clouds";
import type { Organization, PipelineJob, Project, ServiceConnection } from "../../state/entities";
import type { DevopsState } from "./devops-state";
import { describeFederation, formatAzureDevOpsIssuer } from "./federation";

/** Where a job runs. */
export interface JobPlace {
  organization: Organization;
  project: Project;
  job: PipelineJob;
}

/** How long an Entra-signed token lives; observed. */
const entraLifetimeSeconds = 86_700;

/** How long a token lives that Azure DevOps signs, and how far before its making it begins to be valid; observed. */
const azureDevOpsLifetimeSeconds = 299;
const azureDevOpsBackdateSeconds = 600;

/** Signs what a pipeline shows as this connection. */
export function signConnectionToken(
  state: DevopsState,
  place: JobPlace,
  connection: ServiceConnection,
): Promise<string> {
  const { issuer, subject } = describeFederation(state.store, connection, place.project.projectId);
  if (connection.issuerGeneration === "azure-devops") {
    const claims = { ...createPipelineClaims(place), sub: subject, aud: findAudience(connection) };
    return signByAzureDevOps(state, issuer, claims);
  }
  const claims = {
    aud: tokenExchangeApplicationId,
    azp: azureDevOpsApplicationId,
    idtyp: "app",
    sub: subject,
    tid: connection.parameters["tenantid"],
    uti: state.newId(),
    ver: "2.0",
  };
  return state.tokens.sign(issuer, claims, entraLifetimeSeconds);
}

/** Signs what a pipeline shows as itself, without any service connection. */
export function signPipelineToken(state: DevopsState, place: JobPlace): Promise<string> {
  const { organization, project, job } = place;
  const pipeline = state.store.pipelines.get(`${project.projectId}/${job.pipelineId}`);
  const claims = {
    ...createPipelineClaims(place),
    ...readRepositoryClaims(pipeline?.definition),
    sub: `p://${organization.name}/${project.name}/${pipeline?.name ?? job.pipelineId}`,
    aud: clouds.AzureCloud.federatedCredentialAudience,
  };
  return signByAzureDevOps(state, formatAzureDevOpsIssuer(organization), claims);
}

function signByAzureDevOps(state: DevopsState, issuer: string, claims: Record<string, unknown>): Promise<string> {
  const now = Math.floor(state.store.clock.now() / 1000);
  const times = { iat: now, nbf: now - azureDevOpsBackdateSeconds, exp: now + azureDevOpsLifetimeSeconds };
  return state.tokens.sign(issuer, { jti: state.newId(), ...claims, ...times }, azureDevOpsLifetimeSeconds);
}

// Guessed for the other clouds: the audience must be the one that their token exchange expects.
function findAudience({ data }: ServiceConnection): string {
  const environment = data["environment"] ?? "AzureCloud";
  return clouds[isCloudName(environment) ? environment : "AzureCloud"].federatedCredentialAudience;
}

function createPipelineClaims({ organization, project, job }: JobPlace): Record<string, string> {
  return {
    org_id: organization.organizationId,
    prj_id: project.projectId,
    def_id: String(job.pipelineId),
    run_id: job.planId,
  };
}

function readRepositoryClaims(definition: Record<string, unknown> | undefined): Record<string, string> {
  const repository = definition?.["repository"];
  if (typeof repository !== "object" || repository === null) return {};
  const texts = Object.entries({
    rpo_id: "id" in repository ? repository.id : undefined,
    rpo_uri: "url" in repository ? repository.url : undefined,
    rpo_ref: "defaultBranch" in repository ? repository.defaultBranch : undefined,
  });
  return Object.fromEntries(
    texts.filter((entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== ""),
  );
}
