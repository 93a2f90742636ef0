import type { EngineResource } from "../../analysis/engine/engine-resource";
import { unknownValue, type PropertyMap } from "../../analysis/engine/property-value";
import { unknownMarkers } from "./engine-markers-table";
import type { EngineState } from "./engine-state";
import { readFlag, readText, readTexts, readTextsByName } from "./read-field";
import { readProperties } from "./read-properties";
import { findSourcePosition } from "./source-position";

/** Reads one state of a resource. */
export function readResource(state: EngineState): EngineResource {
  const { urn } = state;
  const [id, parent, provider] = [readId(state), readText(state["parent"]), readText(state["provider"])];
  const source = findSourcePosition(state);
  return {
    urn,
    type: readText(state["type"]),
    name: findName(urn),
    custom: readFlag(state["custom"]),
    ...(id === undefined ? {} : { id }),
    ...(parent === "" ? {} : { parent }),
    ...(provider === "" ? {} : { provider: findProviderUrn(provider) }),
    inputs: readProperties(state["inputs"]),
    outputs: readAnswers(state["outputs"]),
    dependencies: readTexts(state["dependencies"]),
    propertyDependencies: readTextsByName(state["propertyDependencies"]),
    protect: readFlag(state["protect"]),
    retainOnDelete: readFlag(state["retainOnDelete"]),
    external: readFlag(state["external"]),
    aliases: readTexts(state["aliases"]),
    ignoreChanges: readTexts(state["ignoreChanges"]),
    ...(source === undefined ? {} : { source }),
  };
}

/** A resource that is being imported has only the ID that it is imported by. */
function readId({ id, importID }: EngineState): string | undefined {
  return [id, importID].map(readText).find((candidate) => candidate !== "" && !unknownMarkers.has(candidate));
}

/** An output that is not known yet says nothing: the engine lists all that a replaced resource will have. */
function readAnswers(outputs: unknown): PropertyMap {
  const answers = readProperties(outputs);
  return Object.values(answers).includes(unknownValue)
    ? Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== unknownValue))
    : answers;
}

/** The logical name: what stands behind the type, whatever it holds. */
function findName(urn: string): string {
  return /^(?:.*?::){3}(.*)$/s.exec(urn)?.[1] ?? "";
}

/** A provider reference is its URN and its ID. */
function findProviderUrn(reference: string): string {
  return /^((?:.*?::){3}.*)::/s.exec(reference)?.[1] ?? reference;
}
