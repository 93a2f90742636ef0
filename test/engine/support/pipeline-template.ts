import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { parse } from "yaml";
import { z } from "zod";
import { repositoryRoot } from "../../../tools/engine/engine";

/** One step of a template that runs a shell. */
export interface ShellStep {
  job: string;
  name: string;
  script: string;
  /** What the step maps beside its pipeline's variables, with expressions as they stand in the file. */
  env: Readonly<Record<string, string>>;
}

/** A template of a pipeline, as far as tests look at it. */
export interface PipelineTemplate {
  /** The whole file as text. */
  source: string;
  /** Variables that every step has. */
  variables: Readonly<Record<string, string>>;
  steps: readonly ShellStep[];
  /** By job, what its token may do; nothing where the platform knows no such thing. */
  permissions: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const environment = z.record(z.string(), z.coerce.string());

const azureStep = z.looseObject({
  bash: z.string().optional(),
  task: z.string().optional(),
  displayName: z.string().optional(),
  inputs: z.looseObject({ inlineScript: z.string().optional() }).optional(),
  env: environment.optional(),
});

const azureSchema = z.looseObject({
  variables: environment,
  stages: z.array(z.looseObject({ jobs: z.array(z.looseObject({ job: z.string(), steps: z.array(azureStep) })) })),
});

const gitHubSchema = z.looseObject({
  env: environment,
  jobs: z.record(
    z.string(),
    z.looseObject({
      permissions: z.record(z.string(), z.string()),
      steps: z.array(
        z.looseObject({ name: z.string().optional(), run: z.string().optional(), env: environment.optional() }),
      ),
    }),
  ),
});

/** Reads the template for Azure Pipelines. */
export function readAzureTemplate(): PipelineTemplate {
  const source = readTemplate("azure-pipelines.yml");
  const { variables, stages } = azureSchema.parse(parse(source));
  const jobs = stages.flatMap((stage) => stage.jobs);
  const steps = jobs.flatMap(({ job, steps: all }) =>
    all.flatMap(({ bash, displayName, inputs, env = {} }): ShellStep[] => {
      const script = bash ?? inputs?.inlineScript;
      return script === undefined ? [] : [{ job, name: displayName ?? "", script, env }];
    }),
  );
  return { source, variables, steps, permissions: {} };
}

/** Reads the workflow for GitHub Actions. */
export function readGitHubTemplate(): PipelineTemplate {
  const source = readTemplate("github-actions.yml");
  const { env: variables, jobs } = gitHubSchema.parse(parse(source));
  const steps = Object.entries(jobs).flatMap(([job, { steps: all }]) =>
    all.flatMap(({ run, name = "", env = {} }): ShellStep[] =>
      run === undefined ? [] : [{ job, name, script: run, env }],
    ),
  );
  const permissions = Object.fromEntries(Object.entries(jobs).map(([job, one]) => [job, one.permissions]));
  return { source, variables, steps, permissions };
}

/** Finds the step of a job. */
export function findStep({ steps }: PipelineTemplate, job: string, name: string): ShellStep {
  const step = steps.find((one) => one.job === job && one.name === name);
  if (step === undefined) throw new Error(`the template has no step ${name} in the job ${job}`);
  return step;
}

/** How a step ended. */
export interface StepRun {
  exitCode: number | null;
  output: string;
}

/** Runs a shell step as an agent would: in a process that knows nothing but what it is given. */
export async function runStep(step: ShellStep, { directory, variables, expressions }: StepSetting): Promise<StepRun> {
  const mapped = Object.entries(step.env).map(([name, value]): [string, string] => [name, expand(value, expressions)]);
  const child = spawn("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step.script], {
    cwd: directory,
    env: { ...variables, ...Object.fromEntries(mapped) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const [output, errors, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { exitCode, output: output + errors };
}

export interface StepSetting {
  directory: string;
  variables: NodeJS.ProcessEnv;
  /** What the platform puts for its expressions, such as `$(System.AccessToken)`. */
  expressions: Readonly<Record<string, string>>;
}

function expand(value: string, expressions: Readonly<Record<string, string>>): string {
  return value.replace(/\$\(([^)]+)\)|\$\{\{ *([^}]+?) *\}\}/g, (whole, macro?: string, expression?: string) => {
    const found = expressions[macro ?? expression ?? ""];
    if (found === undefined) throw new Error(`the test does not know ${whole}`);
    return found;
  });
}

function readTemplate(name: string): string {
  return readFileSync(join(repositoryRoot, "examples/pipelines", name), "utf8");
}
