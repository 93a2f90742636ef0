import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { runClient, type ClientRun } from "../../support/run-client";
import type { Scenario } from "./scenario";
import type { SignIn } from "./sign-in";

/** Gets what a pipeline's job shows as a service connection, for a test that shows it later. */
export async function readAssertion({ emulator }: Scenario, { pipelineId, through }: SignIn): Promise<string> {
  const { connectionId, projectId } = through;
  const job = await emulator.control.startJob({ projectId, pipelineId, connectionIds: [connectionId] });
  const { SYSTEM_OIDCREQUESTURI: uri, SYSTEM_ACCESSTOKEN: token } = job.environment;
  const response = await emulator.fetch(
    new Request(`${uri}?api-version=7.1&serviceConnectionId=${connectionId}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    }),
  );
  emulator.control.finishJob(job.jobId);
  return z.object({ oidcToken: z.string() }).parse(await response.json()).oidcToken;
}

/** Shows an assertion to the token endpoint, with Microsoft's own client. */
export async function showAssertion(
  { emulator, directory }: Scenario,
  { as, assertion }: Pick<SignIn, "as"> & { assertion: string },
): Promise<ClientRun> {
  const file = join(directory, "assertion.jwt");
  await writeFile(file, assertion);
  return runClient({
    emulator,
    program: "client-assertion.mjs",
    environment: {
      ARM_TENANT_ID: as.tenantId,
      ARM_CLIENT_ID: as.clientId,
      ARM_OIDC_TOKEN_FILE_PATH: file,
      AUTHORITY_HOST: "https://login.microsoftonline.com",
      SCOPE: "https://management.azure.com/.default",
    },
  });
}
