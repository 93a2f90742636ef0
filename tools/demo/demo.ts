// npm run demo: the whole main job on the real engine, told step by step. Fails when anything is not as it says.
//   --keep   leaves emulator and stack running, and says how to look around
import assert from "node:assert/strict";
import { z } from "zod";
import { deployerEnvironment, type PlatformSeed } from "../../emulator/seed";
import { startEmulator, type Emulator } from "../../emulator/start-emulator";
import { createEngineEnvironment } from "../engine/engine";
import { Stack } from "../engine/stack";
import { showAccessReport } from "./access-report";
import { createDemoProject, type DemoProject } from "./demo-project";
import { keepRunning } from "./keep-running";
import { announce, confirm, createOutputPrinter, showProgram, tell } from "./narrator";
import { listKinds } from "./leftovers";
import { playFirstVersion, playSecondVersion, type Stage } from "./scenes";

const keep = process.argv.includes("--keep");

const outputsSchema = z.object({
  connectionId: z.string(),
  clientId: z.string(),
  tenantId: z.string(),
  issuer: z.string(),
  subject: z.string(),
  audience: z.string(),
  tokenAudience: z.string(),
});

/** Everything the demo plays with. */
interface Props {
  emulator: Emulator;
  platform: PlatformSeed;
  project: DemoProject;
  environment: NodeJS.ProcessEnv;
  stack: Stack;
}

async function prepare(emulator: Emulator, project: DemoProject): Promise<Props> {
  const platform = emulator.seed();
  const { deployer, organizationUrl, cloud, subscription, pipelines, resources } = platform;
  const oidcTokenFile = await emulator.writeDeployerToken(deployer);
  const environment = createEngineEnvironment({
    home: project.home,
    network: emulator.clientEnvironment,
    extra: deployerEnvironment(deployer, { oidcTokenFile, organizationUrl, cloud }),
  });
  const stack = new Stack({
    directory: project.directory,
    environment,
    config: {
      "azure-native:subscriptionId": subscription.subscriptionId,
      "demo:subscriptionId": subscription.subscriptionId,
      "demo:resourceGroupId": resources.applicationGroupId,
      "demo:webAppId": resources.webAppId,
      "demo:deployPipelineId": String(pipelines.deploy.pipelineId),
      "demo:buildPipelineId": String(pipelines.build.pipelineId),
    },
    onOutput: createOutputPrinter(),
  });
  await stack.create();
  return { emulator, platform, project, environment, stack };
}

async function playDemo({ emulator, platform, project, environment, stack }: Props): Promise<void> {
  const before = listKinds(emulator);
  announce("The program");
  const program = await project.readProgram();
  showProgram(program);
  await previewAndUp(stack);

  announce("A pipeline runs");
  const outputs = outputsSchema.parse(await stack.outputs());
  const stage: Stage = { emulator, platform, outputs };
  await playFirstVersion(stage);

  announce("A change: one more role, one pipeline less");
  await project.changeProgram();
  showProgram(await project.readProgram(), program);
  announce("keyless preview: what the change means");
  await showAccessReport({ directory: project.directory, environment });
  await previewAndUp(stack);
  await playSecondVersion(stage);

  if (keep) {
    await keepRunning(emulator, project, environment);
    return;
  }
  announce("pulumi destroy");
  await stack.destroy();
  assert.deepEqual(listKinds(emulator), before);
  confirm("nothing is left in any of the clouds");
}

async function previewAndUp(stack: Stack): Promise<void> {
  announce("pulumi preview");
  await stack.previewText();
  announce("pulumi up");
  await stack.up();
}

async function main(): Promise<void> {
  tell("Engine and provider code are the real ones; an emulator answers for Azure DevOps, Microsoft Graph, Azure");
  tell(
    "Resource Manager and Microsoft Entra. Nothing here reaches the network. The deploying identity signs in to all",
  );
  tell("of them by workload identity federation itself: no secret and no personal access token exists.");
  const emulator = await startEmulator();
  const project = await createDemoProject();
  try {
    await playDemo(await prepare(emulator, project));
    announce("Done");
  } finally {
    await emulator.stop();
    await project.remove();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
