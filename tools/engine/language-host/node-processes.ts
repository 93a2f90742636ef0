import { createRequire } from "node:module";
import { join } from "node:path";
import type { RunPluginRequest, RunRequest } from "@pulumi/pulumi/proto/language_pb";
import type { NodeProcess } from "./run-node";

/** With this exit code the SDK says: the error has been logged, say no more. */
export const loggedErrorExitCode = 32;

/** The Node process that runs a program of ours under the engine. */
export function describeProgram(engineAddress: string, request: RunRequest): NodeProcess {
  const info = request.getInfo();
  const directory = firstGiven(info?.getProgramDirectory(), request.getPwd());
  const flags = [
    ["--monitor", request.getMonitorAddress()],
    ["--engine", engineAddress],
    ["--organization", request.getOrganization()],
    ["--project", request.getProject()],
    ["--stack", request.getStack()],
    ["--pwd", request.getPwd()],
    ["--root-directory", firstGiven(info?.getRootDirectory(), request.getPwd())],
    ["--parallel", String(request.getParallel())],
  ].filter(([, value]) => value !== "");
  return {
    script: findEntryPoint(directory, "run"),
    args: [
      ...flags.flat(),
      ...(request.getDryrun() ? ["--dry-run"] : []),
      firstGiven(info?.getEntryPoint(), "."),
      ...request.getArgsList(),
    ],
    directory: request.getPwd(),
    environment: {
      ...process.env,
      ...selectTypeScript(info?.getOptions()?.toJavaScript() ?? {}),
      PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toObject())),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
    },
  };
}

/** The Node process of a policy pack or of a component package. */
export function describePlugin(engineAddress: string, request: RunPluginRequest): NodeProcess {
  const directory = firstGiven(request.getInfo()?.getProgramDirectory(), request.getProgram());
  const environment = { ...process.env, ...readVariables(request.getEnvList()) };
  return request.getKind() === "analyzer"
    ? { script: findEntryPoint(directory, "run-policy-pack"), args: [engineAddress, directory], directory, environment }
    : {
        script: findEntryPoint(directory, "run-plugin"),
        args: [directory, ...request.getArgsList()],
        directory,
        environment,
      };
}

/** A field that is not set arrives as an empty text. */
function firstGiven(text: string | undefined, otherwise: string): string {
  return text === undefined || text === "" ? otherwise : text;
}

/** The entry point of the SDK that the program itself uses. */
function findEntryPoint(directory: string, name: string): string {
  return createRequire(join(directory, "package.json")).resolve(`@pulumi/pulumi/cmd/${name}`);
}

/** `runtime.options.typescript` of Pulumi.yaml: on unless it says no. */
function selectTypeScript(options: Record<string, unknown>): Record<string, string> {
  return { PULUMI_NODEJS_TYPESCRIPT: options["typescript"] === false ? "false" : "true" };
}

function readVariables(list: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    list.map((variable) => {
      const separator = variable.indexOf("=");
      return [variable.slice(0, separator), variable.slice(separator + 1)];
    }),
  );
}
