// The step of a pipeline, as a team would write it: the vendor's credential and clients, and no secret anywhere.
// Prints what happened as one line of JSON; the address of the job and its token are the agent's own variables.
import { ResourceManagementClient } from "@azure/arm-resources";
import { AzurePipelinesCredential } from "@azure/identity";
import { z } from "zod";
import type { JobReport } from "./reports";

const jobSchema = z.object({
  SYSTEM_OIDCREQUESTURI: z.url(),
  SYSTEM_ACCESSTOKEN: z.string(),
  AZURESUBSCRIPTION_TENANT_ID: z.string(),
  AZURESUBSCRIPTION_CLIENT_ID: z.string(),
  AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: z.string(),
  SUBSCRIPTION_ID: z.string(),
  RESOURCE_GROUP: z.string(),
  WEB_APP_ID: z.string(),
});

const errorSchema = z.object({ code: z.string().optional(), statusCode: z.number().optional(), message: z.string() });

function describeRefusal(error: unknown): string {
  const { code, statusCode, message } = errorSchema.parse(error);
  return statusCode === undefined ? message : `${statusCode} ${code ?? message}`;
}

async function runJob(): Promise<Partial<JobReport>> {
  const job = jobSchema.parse(process.env);
  const credential = new AzurePipelinesCredential(
    job.AZURESUBSCRIPTION_TENANT_ID,
    job.AZURESUBSCRIPTION_CLIENT_ID,
    job.AZURESUBSCRIPTION_SERVICE_CONNECTION_ID,
    job.SYSTEM_ACCESSTOKEN,
  );
  try {
    await credential.getToken("https://management.azure.com/.default");
  } catch (error) {
    return { signedIn: false, refusal: describeRefusal(error) };
  }
  const { resources } = new ResourceManagementClient(credential, job.SUBSCRIPTION_ID);
  const read: string[] = [];
  for await (const resource of resources.listByResourceGroup(job.RESOURCE_GROUP)) read.push(resource.name ?? "");
  const webApp = await resources.getById(job.WEB_APP_ID, "2024-04-01");
  try {
    await resources.beginCreateOrUpdateByIdAndWait(job.WEB_APP_ID, "2024-04-01", {
      ...webApp,
      tags: { deployedBy: "pipeline" },
    });
    return { signedIn: true, read, write: "changed" };
  } catch (error) {
    return { signedIn: true, read, write: describeRefusal(error) };
  }
}

runJob().then(
  (report) => {
    console.log(JSON.stringify(report));
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
