import assert from "node:assert/strict";
import type { PlatformSeed } from "../../emulator/seed";
import type { Emulator } from "../../emulator/start-emulator";
import { confirm } from "./narrator";
import { askRelyingParty, runPipelineJob, type Job } from "./run-job";

/** The stack outputs that pipelines and relying parties are told. */
export interface ConnectionOutputs {
  connectionId: string;
  clientId: string;
  tenantId: string;
  issuer: string;
  subject: string;
  tokenAudience: string;
}

/** What every actor of the scenes knows. */
export interface Stage {
  emulator: Emulator;
  platform: PlatformSeed;
  outputs: ConnectionOutputs;
}

type PipelineName = keyof PlatformSeed["pipelines"];

function describeJob({ platform, outputs }: Stage, pipeline: PipelineName): Job {
  return {
    pipeline: platform.pipelines[pipeline],
    connectionId: outputs.connectionId,
    variables: {
      AZURESUBSCRIPTION_TENANT_ID: outputs.tenantId,
      AZURESUBSCRIPTION_CLIENT_ID: outputs.clientId,
      SUBSCRIPTION_ID: platform.subscription.subscriptionId,
      RESOURCE_GROUP: platform.resources.applicationGroupName,
      WEB_APP_ID: platform.resources.webAppId,
    },
  };
}

/** The first version of the program: who gets in, what it may do, and who does not get in. */
export async function playFirstVersion(stage: Stage): Promise<void> {
  const deploy = await runPipelineJob(stage.emulator, describeJob(stage, "deploy"));
  assert(deploy.signedIn, deploy.refusal);
  confirm("pipeline deploy signs in with AzurePipelinesCredential, without any secret");
  assert.deepEqual(deploy.read, ["payments-web", "paymentsassets"]);
  confirm(`it reads what Reader allows: ${deploy.read.join(", ")}`);
  assert.equal(deploy.write, "403 AuthorizationFailed");
  confirm(`it may not change the web app: ${deploy.write}`);
  await expectRefusal(stage, "platform");
  await playRelyingParty(stage);
}

/** The second version: the new role works, and the pipeline that was taken away is out. */
export async function playSecondVersion(stage: Stage): Promise<void> {
  const deploy = await runPipelineJob(stage.emulator, describeJob(stage, "deploy"));
  assert.equal(deploy.write, "changed");
  confirm("pipeline deploy may change the web app now");
  await expectRefusal(stage, "build");
}

async function expectRefusal(stage: Stage, pipeline: PipelineName): Promise<void> {
  const { signedIn, refusal } = await runPipelineJob(stage.emulator, describeJob(stage, pipeline));
  assert(!signedIn);
  confirm(`pipeline ${pipeline} is not authorized: ${refusal.split("\n")[0] ?? ""}`);
}

async function playRelyingParty(stage: Stage): Promise<void> {
  const { emulator, platform, outputs } = stage;
  const { issuer, subject, tokenAudience } = outputs;
  const variables = { TRUSTED_ISSUER: issuer, TRUSTED_SUBJECT: subject, TRUSTED_AUDIENCE: tokenAudience };
  const ours = await askRelyingParty(emulator, { ...describeJob(stage, "deploy"), variables });
  assert(ours.accepted, ours.because);
  assert.equal(ours.because, subject);
  confirm("a relying party outside of Azure, told issuer, subject and audience, accepts the same pipeline's token");
  const { pipelines, deployer } = platform;
  const others = { pipeline: pipelines.platform, connectionId: deployer.connectionId, variables };
  const foreign = await askRelyingParty(emulator, others);
  assert(!foreign.accepted);
  confirm(`it refuses the token of another connection: ${foreign.because}`);
}
