import { decodeJwt } from "jose";
import { azureDevOpsApplicationId } from "../../../facts/applications";
import type { Organization, PipelineJob } from "../../state/entities";
import type { Caller } from "../../wire/token-authority";
import { WireError } from "../../wire/wire-error";
import { createUnauthorized } from "./devops-errors";
import type { DevopsState } from "./devops-state";
import { findPrincipalIdentity } from "./organization-identities";

/** Who asks: a principal that signed in with Entra, or a running job with its own token. */
export type DevopsCaller =
  { kind: "principal"; identityId: string; clientId: string } | { kind: "job"; job: PipelineJob };

/** The resources that a token for Azure DevOps may name: its application id and that application's identifier URI. */
const audiences = [azureDevOpsApplicationId, "https://app.vssps.visualstudio.com"];

/** The user that Azure DevOps names where it knows none. */
const nobody = "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa";

/** The id that stands for the caller where the service writes down who did something. */
export function readCallerId(caller: DevopsCaller): string {
  return caller.kind === "job" ? caller.job.jobId : caller.identityId;
}

/**
 * Finds out who asks. A personal access token is refused like any other wrong token: none exists here.
 *
 * @throws WireError 401 unless the token is one of a member of this organization, or of a job of one of its pipelines.
 */
export async function identifyCaller(
  state: DevopsState,
  organization: Organization,
  authorization: string | undefined,
): Promise<DevopsCaller> {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
  if (token === undefined) {
    throw createUnauthorized(nobody, "The emulator takes Microsoft Entra tokens and job tokens only, as Bearer.");
  }
  const job = findJob(state, organization, token);
  if (job !== undefined) return { kind: "job", job };
  const caller = await verifyEntraToken(state, authorization);
  if (caller.tenantId.toLowerCase() !== organization.tenantId.toLowerCase()) {
    throw createUnauthorized(
      caller.principalId,
      "The token's tenant is not the one that the organization is connected to.",
    );
  }
  const identity = findPrincipalIdentity(state.store, organization.organizationId, caller.principalId);
  if (identity === undefined) {
    throw createUnauthorized(caller.principalId, "The principal is no member of the organization.");
  }
  return { kind: "principal", identityId: identity.identityId, clientId: caller.clientId };
}

async function verifyEntraToken(state: DevopsState, authorization: string | undefined): Promise<Caller> {
  try {
    return await state.tokens.verifyAccessToken(authorization, audiences);
  } catch (error) {
    throw error instanceof WireError ? createUnauthorized(nobody, error.message) : error;
  }
}

function findJob(state: DevopsState, organization: Organization, token: string): PipelineJob | undefined {
  const [job] = state.store.pipelineJobs.list(({ accessToken }) => accessToken === token);
  if (job === undefined) return undefined;
  const expired = (decodeJwt(token).exp ?? 0) * 1000 <= state.store.clock.now();
  const project = state.store.projects.get(job.projectId);
  if (expired || project?.organizationId !== organization.organizationId) {
    throw createUnauthorized(
      nobody,
      expired ? "The job's token has expired." : "The job runs in another organization.",
    );
  }
  return job;
}
