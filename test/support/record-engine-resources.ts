import * as pulumi from "@pulumi/pulumi";
import type { EngineResource } from "../../analysis/engine/engine-resource";
import { type PropertyMap, type PropertyValue, secretValue, unknownValue } from "../../analysis/engine/property-value";
import { isProperties } from "./vendor-mocks";

// What the SDK sends for an unknown value, and how it marks a secret.
const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** The engine's request, as far as it is looked at. The SDK has no types for it. */
interface RegisterResourceRequest {
  getType: () => string;
  getName: () => string;
  getParent: () => string;
  getCustom: () => boolean;
  getProtect: () => boolean;
  getProvider: () => string;
  getObject: () => { toJavaScript: () => unknown } | undefined;
  getDependenciesList: () => string[];
  getPropertydependenciesMap: () => {
    forEach: (visit: (urns: { getUrnsList: () => string[] }, name: string) => void) => void;
  };
}

interface RegisterResourceResponse {
  getUrn: () => string;
}

type Callback = (error: Error | null, response: RegisterResourceResponse | undefined) => void;

interface RecordableMonitor {
  registerResource: (request: RegisterResourceRequest, callback: Callback) => unknown;
}

/**
 * Runs a program as a first preview does: nothing exists, so that whatever only a vendor can tell is unknown.
 *
 * @param declare registers the resources; promises that it leaves behind are waited for.
 * @param call answers to functions of providers, by their tokens.
 */
export async function recordEngineResources(
  declare: () => void,
  call: Readonly<Record<string, (inputs: unknown) => Readonly<Record<string, unknown>>>> = {},
): Promise<readonly EngineResource[]> {
  const mocks: pulumi.runtime.Mocks = {
    newResource: ({ inputs }) => {
      const state: unknown = inputs;
      return { id: undefined, state: isProperties(state) ? state : {} };
    },
    call: ({ token, inputs }) => {
      const answer = call[token];
      if (answer === undefined) {
        throw new Error(`The test does not know the function ${token}.`);
      }
      return answer(inputs);
    },
  };
  await pulumi.runtime.setMocks(mocks, "payments", "dev", true);
  const monitor = pulumi.runtime.getMonitor() as unknown as RecordableMonitor;
  const resources: EngineResource[] = [];
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, callback) =>
    register(request, (error, response) => {
      if (response !== undefined) {
        resources.push(readRequest(request, response.getUrn()));
      }
      callback(error, response);
    });
  declare();
  await pulumi.runtime.disconnect();
  return resources;
}

function readRequest(request: RegisterResourceRequest, urn: string): EngineResource {
  const propertyDependencies: Record<string, readonly string[]> = {};
  request.getPropertydependenciesMap().forEach((urns, name) => {
    propertyDependencies[name] = urns.getUrnsList();
  });
  const parent = request.getParent();
  const provider = request.getProvider();
  return {
    urn,
    type: request.getType(),
    name: request.getName(),
    custom: request.getCustom(),
    ...(parent === "" ? {} : { parent }),
    ...(provider === "" ? {} : { provider }),
    inputs: readProperties(request.getObject()?.toJavaScript()),
    outputs: {},
    dependencies: request.getDependenciesList(),
    propertyDependencies,
    protect: request.getProtect(),
    retainOnDelete: false,
    external: false,
    aliases: [],
    ignoreChanges: [],
  };
}

function readProperties(properties: unknown): PropertyMap {
  return isProperties(properties)
    ? Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, readProperty(value)]))
    : {};
}

function readProperty(value: unknown): PropertyValue {
  if (value === unknownText) {
    return unknownValue;
  }
  if (Array.isArray(value)) {
    return value.map(readProperty);
  }
  if (isProperties(value)) {
    return value[signatureKey] === secretSignature ? secretValue : readProperties(value);
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
