import * as pulumi from "@pulumi/pulumi";
import { createVendorMocks, isProperties, type Properties, type VendorAnswers } from "./vendor-mocks";

/** A resource as the engine was told of it. Other resources are named as `Type name`. */
export interface RecordedResource {
  /** The resource itself, such as `ServiceEndpointAzureRM payments-dev-connection`. */
  readonly label: string;
  /** The whole type token. */
  readonly type: string;
  readonly inputs: Properties;
  readonly parent: string | undefined;
  /** What it waits for, in alphabetical order. */
  readonly dependsOn: readonly string[];
  readonly deletedWith: string | undefined;
  readonly deleteBeforeReplace: boolean;
  readonly replaceOnChanges: readonly string[];
  readonly replaceWith: readonly string[];
  readonly errorHooks: readonly string[];
  /** What the engine asks before it updates the resource. */
  readonly updateHooks: readonly string[];
}

/** What became of a program. */
export interface RecordedProgram<Result> {
  /** What the program returned. */
  readonly result: Result;
  /** The resources, in the order in which the engine heard of them. */
  readonly resources: readonly RecordedResource[];
  /** The hooks by their names, each time that one was registered. */
  readonly hooks: readonly string[];
}

/** How the engine of a test behaves. */
export interface RecordOptions extends VendorAnswers {
  /**
   * What the engine says to a hook. Without it the engine knows none, as the plain mocks of Pulumi do not.
   */
  readonly answerHook?: () => Error | null;
}

/** Runs a program against strict mocks and records what it registers. */
export async function recordProgram<Result>(
  declare: () => Result,
  options: RecordOptions = {},
): Promise<RecordedProgram<Result>> {
  const dryRun = options.nothingExists === true;
  await pulumi.runtime.setMocks(createVendorMocks(options), "project", "stack", dryRun);
  const monitor = pulumi.runtime.getMonitor() as unknown as RecordableMonitor;
  const resources = recordRegistrations(monitor);
  const hooks = recordHooks(monitor, options);
  const result = declare();
  await pulumi.runtime.disconnect();
  return { result, resources, hooks };
}

/** Finds the one resource with the label. */
export function findResource(resources: readonly RecordedResource[], label: string): RecordedResource {
  const found = resources.filter((resource) => resource.label === label);
  const [resource] = found;
  if (resource === undefined || found.length > 1) {
    throw new Error(
      `There are ${found.length} resources "${label}" among: ${resources.map((one) => one.label).join(", ")}`,
    );
  }
  return resource;
}

/** The outputs of a component by name; an unknown one is `undefined`. */
export async function readOutputs(component: pulumi.ComponentResource): Promise<Properties> {
  const outputs = Object.entries(component).filter(
    ([name, value]) => name !== "urn" && pulumi.Output.isInstance(value),
  );
  const values = await Promise.all(outputs.map(([, value]) => readOutput(value)));
  return Object.fromEntries(outputs.map(([name], index) => [name, values[index]]));
}

/** The value of an output, or the error that it ends with. There is no public way to either. */
export function readOutput(output: unknown): Promise<unknown> {
  const { promise } = output as { promise: (this: unknown) => Promise<unknown> };
  return promise.call(output);
}

/** The engine's request, as far as the tests look at it. The SDK has no types for it. */
interface RegisterResourceRequest {
  getType: () => string;
  getName: () => string;
  getParent: () => string;
  getObject: () => { toJavaScript: () => Properties } | undefined;
  getDependenciesList: () => string[];
  getDeletedwith: () => string;
  getDeletebeforereplace: () => boolean;
  getReplaceonchangesList: () => string[];
  getReplaceWithList: () => string[];
  getHooks: () => { getOnErrorList: () => string[]; getBeforeUpdateList: () => string[] } | undefined;
}

type RegisterHook = (request: { getName: () => string }, callback: (error: Error | null) => void) => void;

interface RecordableMonitor {
  registerResource: (request: RegisterResourceRequest, callback: unknown) => unknown;
  registerErrorHook?: RegisterHook;
  registerResourceHook?: RegisterHook;
}

function recordRegistrations(monitor: RecordableMonitor): readonly RecordedResource[] {
  const resources: RecordedResource[] = [];
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, callback) => {
    resources.push(describeRequest(request));
    return register(request, callback);
  };
  return resources;
}

function recordHooks(monitor: RecordableMonitor, { answerHook }: RecordOptions): readonly string[] {
  const names: string[] = [];
  if (answerHook !== undefined) {
    const register: RegisterHook = (request, callback) => {
      names.push(request.getName());
      callback(answerHook());
    };
    monitor.registerErrorHook = register;
    monitor.registerResourceHook = register;
  }
  return names;
}

function describeRequest(request: RegisterResourceRequest): RecordedResource {
  const deletedWith = request.getDeletedwith();
  const parent = request.getParent();
  const inputs: unknown = request.getObject()?.toJavaScript();
  return {
    label: `${formatTypeName(request.getType())} ${request.getName()}`,
    type: request.getType(),
    inputs: isProperties(inputs) ? inputs : {},
    parent: parent === "" ? undefined : formatLabel(parent),
    dependsOn: request.getDependenciesList().map(formatLabel).sort(),
    deletedWith: deletedWith === "" ? undefined : formatLabel(deletedWith),
    deleteBeforeReplace: request.getDeletebeforereplace(),
    replaceOnChanges: request.getReplaceonchangesList(),
    replaceWith: request.getReplaceWithList().map(formatLabel),
    errorHooks: request.getHooks()?.getOnErrorList() ?? [],
    updateHooks: request.getHooks()?.getBeforeUpdateList() ?? [],
  };
}

function formatLabel(urn: string): string {
  const [, , type = "", name = ""] = urn.split("::");
  return `${formatTypeName(type)} ${name}`;
}

function formatTypeName(type: string): string {
  return type.split(":").at(-1) ?? type;
}
