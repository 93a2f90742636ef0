import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { runPulumi, type PulumiRun } from "./run-pulumi";

export interface StackOptions {
  /** Folder with Pulumi.yaml. */
  directory: string;
  environment: NodeJS.ProcessEnv;
  /** Stack configuration: plain text, by full key. */
  config?: Readonly<Record<string, string>>;
  /** Sees the output of previews and of changes as it comes. */
  onOutput?: (text: string) => void;
}

/** A run that ended otherwise than it should; the message holds the CLI's whole output. */
export class PulumiError extends Error {
  constructor(
    command: string,
    readonly run: PulumiRun,
  ) {
    super(`pulumi ${command} ended with ${String(run.exitCode)}\n${run.stdout}\n${run.stderr}`);
    this.name = "PulumiError";
  }
}

const resourceSchema = z.looseObject({
  urn: z.string(),
  type: z.string(),
  id: z.string().optional(),
  inputs: z.record(z.string(), z.unknown()).default({}),
  outputs: z.record(z.string(), z.unknown()).default({}),
});

const stateSchema = z.object({ deployment: z.object({ resources: z.array(resourceSchema).default([]) }) });

/** One resource of an exported state. */
export type StateResource = z.infer<typeof resourceSchema>;

const digestSchema = z.looseObject({
  steps: z.array(z.looseObject({ op: z.string(), urn: z.string() })).default([]),
  changeSummary: z.record(z.string(), z.number()).default({}),
});

/** What `pulumi preview --json` says. */
export type PreviewDigest = z.infer<typeof digestSchema>;

/** A stack of a program under the real engine. Each method throws a PulumiError when the CLI fails. */
export class Stack {
  constructor(private readonly options: StackOptions) {}

  async create(): Promise<void> {
    await this.#run(["stack", "init"]);
    await this.configure(this.options.config ?? {});
  }

  async configure(config: Readonly<Record<string, string>>): Promise<void> {
    const entries = Object.entries(config).flatMap(([key, value]) => ["--plaintext", `${key}=${value}`]);
    if (entries.length > 0) await this.#run(["config", "set-all", ...entries]);
  }

  async preview(...flags: string[]): Promise<PreviewDigest> {
    const { stdout } = await this.#run(["preview", "--json", ...flags]);
    return digestSchema.parse(JSON.parse(stdout));
  }

  /** Like `preview`, for a preview that may fail. */
  tryPreview(...flags: string[]): Promise<PulumiRun> {
    return this.#start(["preview", "--json", ...flags]);
  }

  /** Previews in the CLI's own words, for a person to read. */
  previewText(...flags: string[]): Promise<PulumiRun> {
    return this.#run(["preview", ...flags]);
  }

  up(...flags: string[]): Promise<PulumiRun> {
    return this.#run(["up", "--yes", "--skip-preview", ...flags]);
  }

  refresh(...flags: string[]): Promise<PulumiRun> {
    return this.#run(["refresh", "--yes", "--skip-preview", ...flags]);
  }

  destroy(...flags: string[]): Promise<PulumiRun> {
    return this.#run(["destroy", "--yes", "--skip-preview", ...flags]);
  }

  /** Like the methods above, for a run that may fail. */
  try(command: "up" | "refresh" | "destroy", ...flags: string[]): Promise<PulumiRun> {
    return this.#start([command, "--yes", "--skip-preview", ...flags]);
  }

  async outputs(): Promise<Record<string, unknown>> {
    const { stdout } = await this.#run(["stack", "output", "--json"]);
    return z.record(z.string(), z.unknown()).parse(JSON.parse(stdout));
  }

  async resources(): Promise<StateResource[]> {
    return stateSchema.parse(JSON.parse(await this.exportState())).deployment.resources;
  }

  /** The whole state as text. */
  async exportState(): Promise<string> {
    return (await this.#run(["stack", "export"])).stdout;
  }

  /** Puts an exported state back. */
  async importState(state: string): Promise<void> {
    const file = join(this.options.directory, "state.json");
    await writeFile(file, state);
    await this.#run(["stack", "import", "--file", file]);
  }

  async #run(args: readonly string[]): Promise<PulumiRun> {
    const run = await this.#start(args);
    if (run.exitCode !== 0) throw new PulumiError(args.join(" "), run);
    return run;
  }

  #start(args: readonly string[]): Promise<PulumiRun> {
    const { directory, environment, onOutput } = this.options;
    const isWatched = args[0] !== "stack" && args[0] !== "config";
    return runPulumi([...args, "--stack", "test", "--non-interactive", "--color", "never"], {
      directory,
      environment,
      ...(onOutput !== undefined && isWatched && { onOutput }),
    });
  }
}
