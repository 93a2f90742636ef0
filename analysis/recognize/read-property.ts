import type { EngineResource } from "../engine/engine-resource";
import { type PropertyMap, type PropertyValue, secretValue, unknownValue } from "../engine/property-value";
import type { Value } from "../model/value";
import { compareTexts } from "../compare-texts";

/** A property in whatever shape it has: known, but neither unknown nor secret as a whole. */
export type Property = Exclude<PropertyValue, null | typeof unknownValue | typeof secretValue>;

/** Reads a property by its path, such as `credentials.serviceprincipalid`. */
export type PropertyReader = (resource: EngineResource, path: string) => Value<Property>;

/**
 * Reads a property that the program gives. What is not known of it comes from the resources that feed the property. A list with one
 * item may stand for the item, as it does in some versions of providers; a number selects one of several.
 *
 * What the provider answered counts only for resources that the program gives nothing: an answer outlives what was given, so that a
 * condition which the program drops would seem to be there still.
 */
export function readProperty(resource: EngineResource, path: string): Value<Property> {
  const isOnlyRead = resource.external || Object.keys(resource.inputs).length === 0;
  return isOnlyRead ? readLiveProperty(resource, path) : readGiven(resource, path);
}

/**
 * Reads a property that the program gives, else what the provider answered: for what only the provider knows, and for what somebody
 * may have added where the program says nothing.
 */
export function readLiveProperty(resource: EngineResource, path: string): Value<Property> {
  return hasInput(resource, path) ? readGiven(resource, path) : convert(walk(resource.outputs, path), [resource.urn]);
}

function readGiven(resource: EngineResource, path: string): Value<Property> {
  const value = walk(resource.inputs, path);
  return convert(value, value === unknownValue ? findSources(resource, path) : []);
}

/** Where what is not known of a property comes from: what feeds it, or the resource itself. */
export function findSources(resource: EngineResource, path: string): readonly string[] {
  const name = readTopName(path);
  const { propertyDependencies, urn } = resource;
  if (!hasInput(resource, path)) {
    return [urn];
  }
  return sortTexts(Object.hasOwn(propertyDependencies, name) ? (propertyDependencies[name] ?? []) : []);
}

/** Tells the state of a value as the engine shows it. */
export function convert(value: PropertyValue | undefined, from: readonly string[]): Value<Property> {
  if (value === undefined || value === null) {
    return { state: "absent" };
  }
  if (value === unknownValue) {
    return { state: "unknown", from };
  }
  return value === secretValue ? { state: "secret" } : { state: "known", value };
}

/** Sorts texts, each once, the same way on every machine. */
export function sortTexts(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts : [...new Set(texts)].sort(compareTexts);
}

/** Whether a property has properties of its own. */
export function isMap(value: PropertyValue): value is PropertyMap {
  return typeof value === "object" && value !== null && !isList(value);
}

/** Whether a property is a list. */
export function isList(value: PropertyValue): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

function hasInput({ inputs }: EngineResource, path: string): boolean {
  const name = readTopName(path);
  return Object.hasOwn(inputs, name) && inputs[name] !== null;
}

function readTopName(path: string): string {
  const end = path.indexOf(".");
  return end < 0 ? path : path.slice(0, end);
}

function walk(properties: PropertyMap, path: string): PropertyValue | undefined {
  if (!path.includes(".")) {
    return Object.hasOwn(properties, path) ? (properties[path] ?? undefined) : undefined;
  }
  let value: PropertyValue | undefined = properties;
  for (const name of path.split(".")) {
    if (value === unknownValue || value === secretValue) {
      return value;
    }
    if (value !== undefined && isList(value)) {
      const isIndex = /^\d+$/.test(name);
      value = isIndex || value.length === 1 ? value[isIndex ? Number(name) : 0] : undefined;
      if (isIndex) {
        continue;
      }
    }
    value = value !== undefined && isMap(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value ?? undefined;
}
