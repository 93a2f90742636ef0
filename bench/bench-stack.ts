import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deployerEnvironment } from "../emulator/seed";
import { startEmulator } from "../emulator/start-emulator";
import { createEngineEnvironment, repositoryRoot } from "../tools/engine/engine";
import { Stack } from "../tools/engine/stack";
import type { BenchCase, Measurement, Step } from "./measurement";
import { watchUsage } from "./program-usage";

/** A stack of one of the programs, with an emulator of its own. */
export interface BenchStack {
  measure(step: Step, ...flags: string[]): Promise<Measurement>;
  /** A preview with the policy pack. */
  measurePolicies(): Promise<Measurement>;
  close(): Promise<void>;
}

/** Opens a stack with nothing deployed. */
export async function openBenchStack({ program, connections }: BenchCase): Promise<BenchStack> {
  const folder = await mkdtemp(join(tmpdir(), "keyless-bench-"));
  const [emulator, usage] = await Promise.all([startEmulator(), watchUsage()]);
  const { organizationUrl, cloud, deployer, subscription, project, resources, pipelines } = emulator.seed();
  const oidcTokenFile = await emulator.writeDeployerToken(deployer);
  const stack = new Stack({
    directory: await createProject(folder, program),
    environment: createEngineEnvironment({
      home: folder,
      network: emulator.clientEnvironment,
      extra: { ...deployerEnvironment(deployer, { oidcTokenFile, organizationUrl, cloud }), ...usage.environment },
    }),
    config: {
      "azure-native:subscriptionId": subscription.subscriptionId,
      "bench:connections": String(connections),
      "bench:project": project.name,
      "bench:subscriptionId": subscription.subscriptionId,
      "bench:scope": resources.applicationGroupId,
      "bench:pipelineId": String(pipelines.deploy.pipelineId),
    },
  });
  await stack.create();
  const measure = async (step: Step, ...flags: readonly string[]): Promise<Measurement> => {
    const started = performance.now();
    await stack[step](...flags);
    const seconds = (performance.now() - started) / 1000;
    return { program, connections, step, seconds, ...(await usage.take()) };
  };
  return {
    measure,
    measurePolicies: async () => ({
      ...(await measure("preview", "--policy-pack", join(repositoryRoot, "policy"))),
      policies: true,
    }),
    close: async () => {
      await Promise.all([emulator.stop(), usage.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Makes a project of a program that is compiled already, as `tsc` left it. */
async function createProject(folder: string, program: string): Promise<string> {
  const directory = join(folder, "project");
  await mkdir(directory);
  await symlink(join(repositoryRoot, "node_modules"), join(directory, "node_modules"));
  await copyFile(join(__dirname, `programs/${program}.js`), join(directory, "index.js"));
  await writeFile(join(directory, "package.json"), JSON.stringify({ name: "bench", main: "index.js" }));
  await writeFile(
    join(directory, "Pulumi.yaml"),
    "name: bench\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
  );
  return directory;
}
