import { cp, mkdtemp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { transform } from "@swc/core";
import { deployerEnvironment, type PlatformSeed, type SeedOptions } from "../../../emulator/seed";
import { startEmulator, type Emulator, type EmulatorOptions } from "../../../emulator/start-emulator";
import { createEngineEnvironment, repositoryRoot } from "../../../tools/engine/engine";
import { Stack } from "../../../tools/engine/stack";

export interface ScenarioOptions {
  /** A program of `test/engine/programs`, by name; or a project folder of the repository, such as `examples/minimal`. */
  program: string;
  /** Copies the whole project folder and has Pulumi compile its TypeScript, as a user's would be. Default: compiled before. */
  asWritten?: boolean;
  seed?: SeedOptions;
  emulator?: EmulatorOptions;
  config?: Readonly<Record<string, string>>;
  /** Variables of the engine's process besides those that sign the deploying identity in. */
  environment?: Readonly<Record<string, string>>;
}

/** An emulator of its own with a platform in it, and a stack of a program that deploys to it. */
export interface Scenario {
  emulator: Emulator;
  platform: PlatformSeed;
  stack: Stack;
  /** Folder of the project, for tests that change the program. */
  directory: string;
  /** Of the engine's process, for tests that start it in a way of their own. */
  environment: NodeJS.ProcessEnv;
  /** Everything the CLI has written so far. */
  log(): string;
  stop(): Promise<void>;
}

/** Starts a scenario; `stop` belongs into `afterAll` or `finally`. */
export async function startScenario(options: ScenarioOptions): Promise<Scenario> {
  const folder = await mkdtemp(join(tmpdir(), "keyless-scenario-"));
  const emulator = await startEmulator(options.emulator);
  const platform = emulator.seed(options.seed);
  const directory = join(folder, "project");
  if (options.asWritten === true) await copyProject(options.program, directory);
  else await createProject(options.program, directory);
  const home = join(folder, "home");
  await mkdir(home);
  const { cloud, organizationUrl, deployer, subscription } = platform;
  const oidcTokenFile = await emulator.writeDeployerToken(deployer);
  const devopsSignIn = await formatDevopsSignIn(emulator, platform);
  let log = "";
  const environment = createEngineEnvironment({
    home,
    network: emulator.clientEnvironment,
    extra: { ...deployerEnvironment(deployer, { oidcTokenFile, organizationUrl, cloud }), ...options.environment },
  });
  const stack = new Stack({
    directory,
    environment,
    config: { "azure-native:subscriptionId": subscription.subscriptionId, ...devopsSignIn, ...options.config },
    onOutput: (text) => {
      log += text;
    },
  });
  await stack.create();
  return {
    emulator,
    platform,
    stack,
    directory,
    environment,
    log: () => log,
    stop: async () => {
      await emulator.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Azure DevOps is always in the public cloud: where the subscription is not, another identity deploys to it. */
async function formatDevopsSignIn(emulator: Emulator, platform: PlatformSeed): Promise<Record<string, string>> {
  const { deployer, devopsDeployer } = platform;
  if (deployer === devopsDeployer) return {};
  return {
    "azuredevops:clientId": devopsDeployer.clientId,
    "azuredevops:tenantId": devopsDeployer.tenantId,
    "azuredevops:oidcTokenFilePath": await emulator.writeDeployerToken(devopsDeployer),
  };
}

/** Makes a project whose program is compiled already: that saves more than a second of every run. */
async function createProject(program: string, directory: string): Promise<void> {
  const isExample = program.includes("/");
  const source = join(repositoryRoot, isExample ? `${program}/index.ts` : `test/engine/programs/${program}.ts`);
  const { code } = await transform(await readFile(source, "utf8"), {
    filename: source,
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    module: { type: "commonjs" },
  });
  const name = isExample ? basename(program) : "scenario";
  await mkdir(directory);
  await linkPackages(directory);
  await writeFile(join(directory, "index.js"), code);
  await writeFile(join(directory, "package.json"), JSON.stringify({ name, main: "index.js" }));
  await writeFile(
    join(directory, "Pulumi.yaml"),
    `name: ${name}\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n`,
  );
}

async function copyProject(program: string, directory: string): Promise<void> {
  await cp(join(repositoryRoot, program), directory, { recursive: true });
  await linkPackages(directory);
}

function linkPackages(directory: string): Promise<void> {
  return symlink(join(repositoryRoot, "node_modules"), join(directory, "node_modules"));
}
