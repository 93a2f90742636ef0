import type { AnalyzeRequest, AnalyzerResource } from "@pulumi/pulumi/proto/analyzer_pb";
import type { EngineResource } from "../../analysis/engine/engine-resource";
import { unknownValue, type PropertyMap } from "../../analysis/engine/property-value";
import { readProperties } from "../../report/read/read-properties";

/**
 * Reads the resources of a stack from what the engine tells an analyzer. Secrets and unknown values are marked on the way, so
 * that both arrive as what they are: no secret's value gets into the analysis.
 *
 * @param resources what remains after the run, with the outputs.
 * @param registrations what the program gives, by URN. A resource without one was only read.
 */
export function readResources(
  resources: readonly AnalyzerResource[],
  registrations: ReadonlyMap<string, AnalyzeRequest>,
): readonly EngineResource[] {
  return resources.map((resource) => readResource(resource, registrations.get(resource.getUrn())));
}

function readResource(resource: AnalyzerResource, registration: AnalyzeRequest | undefined): EngineResource {
  const urn = resource.getUrn();
  const type = resource.getType();
  const parent = resource.getParent();
  const provider = resource.getProvider()?.getUrn();
  const options = resource.getOptions();
  const outputs = readAnswers(resource.getProperties()?.toJavaScript());
  const { id } = outputs;
  return {
    urn,
    type,
    name: resource.getName(),
    custom: provider !== undefined || type.startsWith("pulumi:providers:"),
    ...(typeof id === "string" && id !== "" ? { id } : {}),
    ...(parent === "" ? {} : { parent }),
    ...(provider === undefined ? {} : { provider }),
    inputs: readProperties(registration?.getProperties()?.toJavaScript()),
    outputs,
    dependencies: resource.getDependenciesList(),
    propertyDependencies: readPropertyDependencies(resource),
    protect: options?.getProtect() ?? false,
    retainOnDelete: false,
    external: registration === undefined,
    aliases: options?.getAliasesList() ?? [],
    ignoreChanges: options?.getIgnorechangesList() ?? [],
  };
}

/** An output that is not known yet says nothing: the resource is still to be made. */
function readAnswers(outputs: unknown): PropertyMap {
  return Object.fromEntries(Object.entries(readProperties(outputs)).filter(([, value]) => value !== unknownValue));
}

function readPropertyDependencies(resource: AnalyzerResource): Readonly<Record<string, readonly string[]>> {
  const dependencies: Record<string, readonly string[]> = {};
  resource.getPropertydependenciesMap().forEach((urns, name) => {
    dependencies[name] = urns.getUrnsList();
  });
  return dependencies;
}
