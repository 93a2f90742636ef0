import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deployerEnvironment, type PlatformSeed } from "../../emulator/seed";
import { startEmulator, type Emulator } from "../../emulator/start-emulator";
import { createEngineEnvironment } from "../engine/engine";
import { runPulumi, type PulumiRun } from "../engine/run-pulumi";
import { allowCustomRoles } from "./allow-custom-roles";
import { createCounter } from "./create-counter";
import { createProject } from "./project";

/** A place where one base is deployed: an emulator with a platform, a project and a state. */
export interface Place {
  readonly emulator: Emulator;
  readonly platform: PlatformSeed;
  /** Folder that holds everything of the place. */
  readonly folder: string;
  /** Runs the CLI in a pair of folders made by `fork`, or in the first pair, which is called `main`. */
  run(fork: string, ...args: readonly string[]): Promise<PulumiRun>;
  /** Copies project and state of a pair of folders under a new name. */
  fork(from: string, to: string): Promise<void>;
  /** The project's folder of a pair. */
  findProject(fork: string): string;
  close(): Promise<void>;
}

/**
 * Opens a place with an empty stack.
 *
 * @param environment more variables of the engine's process.
 */
export async function openPlace(environment: Readonly<Record<string, string>> = {}): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "keyless-corpus-"));
  const emulator = await startEmulator();
  const platform = emulator.seed({ newId: createCounter() });
  allowCustomRoles(emulator.store, platform);
  const extra = { ...(await signIn(emulator, platform)), ...environment };
  const findProject = (fork: string): string => join(folder, fork, "project");
  const findHome = (fork: string): string => join(folder, fork, "home");
  await mkdir(findHome("main"), { recursive: true });
  await createProject(findProject("main"));
  return {
    emulator,
    platform,
    folder,
    findProject,
    run: (fork, ...args) =>
      runPulumi([...args, "--stack", "test", "--non-interactive", "--color", "never"], {
        directory: findProject(fork),
        environment: createEngineEnvironment({ home: findHome(fork), network: emulator.clientEnvironment, extra }),
      }),
    fork: (from, to) => cp(join(folder, from), join(folder, to), { recursive: true, verbatimSymlinks: true }),
    close: async () => {
      await emulator.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function signIn(emulator: Emulator, { deployer, organizationUrl, cloud }: PlatformSeed) {
  const oidcTokenFile = await emulator.writeDeployerToken(deployer);
  return {
    ...deployerEnvironment(deployer, { oidcTokenFile, organizationUrl, cloud }),
    NODE_OPTIONS: "--enable-source-maps",
  };
}
