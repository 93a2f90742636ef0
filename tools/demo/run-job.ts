import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Emulator } from "../../emulator/start-emulator";
import type { Pipeline } from "../../emulator/state/entities";
import { jobReportSchema, verdictSchema, type JobReport, type Verdict } from "./reports";

/** A job to run: which pipeline, and the variables its step is given beside the agent's own. */
export interface Job {
  pipeline: Pipeline;
  connectionId: string;
  variables: Readonly<Record<string, string>>;
}

/** Runs the step that works in Azure. */
export async function runPipelineJob(emulator: Emulator, job: Job): Promise<JobReport> {
  return jobReportSchema.parse(await runStep(emulator, "pipeline-job.js", job));
}

/** Runs the step that shows its token to a relying party outside of Azure. */
export async function askRelyingParty(emulator: Emulator, job: Job): Promise<Verdict> {
  return verdictSchema.parse(await runStep(emulator, "relying-party.js", job));
}

/** Plays the agent: a job with a token of its own, and a step in a process of its own that knows nothing else. */
async function runStep(emulator: Emulator, script: string, job: Job): Promise<unknown> {
  const { projectId, pipelineId } = job.pipeline;
  const { jobId, environment } = await emulator.control.startJob({
    projectId,
    pipelineId,
    connectionIds: [job.connectionId],
  });
  try {
    const variables = {
      ...emulator.clientEnvironment,
      ...environment,
      AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: job.connectionId,
      ...job.variables,
    };
    return JSON.parse(await runNode(join(__dirname, script), variables));
  } finally {
    emulator.control.finishJob(jobId);
  }
}

function runNode(script: string, environment: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { env: environment, stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.once("error", reject);
    child.once("close", (exitCode) => {
      if (exitCode === 0) resolve(output);
      else reject(new Error(`${script} ended with ${String(exitCode)}`));
    });
  });
}
