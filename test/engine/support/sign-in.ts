import type { NewPipelineJob } from "../../../emulator/services/devops/pipeline-jobs";
import { runClient, type ClientRun } from "../../support/run-client";
import type { ConnectionOutputs } from "./moment";
import type { Scenario } from "./scenario";

/** A step of a pipeline that signs in to Azure through a service connection. */
export interface SignIn {
  pipelineId: number;
  /** The identity and tenant that it signs in as. */
  as: Pick<ConnectionOutputs, "clientId" | "tenantId">;
  /** The connection whose token it shows. */
  through: Pick<ConnectionOutputs, "connectionId" | "projectId">;
  /** What its job is like, where checks ask for it. */
  job?: Pick<NewPipelineJob, "branch" | "branchIsProtected" | "requestedBy">;
  /** Who approves before it asks for the token. */
  approvals?: readonly { checkId: number; by: string }[];
}

/**
 * Runs a job of a pipeline whose step asks for an access token for Azure Resource Manager, with Microsoft's own client in a
 * process of its own. The token is on standard output, a refusal on standard error.
 */
export async function signIn({ emulator }: Pick<Scenario, "emulator">, step: SignIn): Promise<ClientRun> {
  const { connectionId, projectId } = step.through;
  const job = await emulator.control.startJob({
    projectId,
    pipelineId: step.pipelineId,
    connectionIds: [connectionId],
    ...step.job,
  });
  for (const approval of step.approvals ?? []) emulator.control.approveCheck({ jobId: job.jobId, ...approval });
  const run = await runClient({
    emulator,
    program: "pipeline-credential.mjs",
    environment: {
      ...job.environment,
      CLIENT_TENANT_ID: step.as.tenantId,
      CLIENT_ID: step.as.clientId,
      CONNECTION_ID: connectionId,
      SCOPE: "https://management.azure.com/.default",
    },
  });
  emulator.control.finishJob(job.jobId);
  return run;
}
