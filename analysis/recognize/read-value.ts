import { isGuid } from "../../facts/guid";
import type { EngineResource } from "../engine/engine-resource";
import type { Value } from "../model/value";
import {
  convert,
  findSources,
  isList,
  isMap,
  type Property,
  type PropertyReader,
  readLiveProperty,
  readProperty,
  sortTexts,
} from "./read-property";

/** Reads a text. An empty one counts as absent: providers write it for what is not given. */
export function readText(resource: EngineResource, path: string): Value {
  return toText(readProperty(resource, path));
}

/** Reads an ID. GUIDs are put in lower case: the vendors compare them without case, and answer in lower case. */
export function readId(resource: EngineResource, path: string): Value {
  return mapKnown(readText(resource, path), normalizeGuid);
}

/** Reads a text or ID that the provider answers with, where the program does not give it. */
export function readLiveId(resource: EngineResource, path: string): Value {
  return mapKnown(toText(readLiveProperty(resource, path)), normalizeGuid);
}

/** Reads a text or ID that the provider always answers with: where it is missing, it is not known until deployment. */
export function readComputedId(resource: EngineResource, path: string): Value {
  const value = readLiveId(resource, path);
  return value.state === "absent" ? { state: "unknown", from: [resource.urn] } : value;
}

/** Reads the first of several properties that is not absent: one property may have had other names in earlier versions. */
export function readFirst(resource: EngineResource, paths: readonly string[], read: typeof readText = readText): Value {
  const values = paths.map((path) => read(resource, path));
  return values.find(({ state }) => state !== "absent") ?? { state: "absent" };
}

/** Reads a number, also one that is written as text. */
export function readNumber(resource: EngineResource, path: string): Value<number> {
  return mapProperty(readProperty(resource, path), (value) => {
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    return typeof number === "number" && Number.isFinite(number) ? number : undefined;
  });
}

/** Reads a flag, also one that is written as text. */
export function readFlag(resource: EngineResource, path: string): Value<boolean> {
  return mapProperty(readProperty(resource, path), (value) => {
    if (typeof value === "boolean") {
      return value;
    }
    return value === "true" || value === "false" ? value === "true" : undefined;
  });
}

/** Reads a list of texts whose order means nothing: sorted, each once. One item that is not known hides the whole list. */
export function readTexts(
  resource: EngineResource,
  path: string,
  read: PropertyReader = readProperty,
): Value<readonly string[]> {
  return joinItems(readItems(resource, path, read));
}

/** Reads a list of IDs as {@link readTexts} does, GUIDs in lower case. */
export function readIds(
  resource: EngineResource,
  path: string,
  read: PropertyReader = readProperty,
): Value<readonly string[]> {
  return mapKnown(readTexts(resource, path, read), (ids) => sortTexts(ids.map(normalizeGuid)));
}

/** An entry of a map. */
export interface Entry {
  readonly name: string;
  readonly value: Value;
}

/** Reads the entries of a map of texts, or the state of the map where there are none to be seen. */
export function readEntries(resource: EngineResource, path: string): Value<readonly Entry[]> {
  const from = findSources(resource, path);
  return mapProperty(readProperty(resource, path), (map) =>
    isMap(map)
      ? Object.entries(map).map(([name, value]) => ({ name, value: toText(convert(value, from)) }))
      : undefined,
  );
}

/** Reads the items of a list, or the state of the list where there are none to be seen. */
export function readItems(
  resource: EngineResource,
  path: string,
  read: PropertyReader = readProperty,
): Value<readonly Value[]> {
  const from = findSources(resource, path);
  return mapProperty(read(resource, path), (list) =>
    isList(list) ? list.map((item) => toText(convert(item, from))) : undefined,
  );
}

/** Puts the items of a list together again: known only where all of them are. */
export function joinItems(items: Value<readonly Value[]>): Value<readonly string[]> {
  if (items.state !== "known") {
    return items;
  }
  const hidden = items.value.find(({ state }) => state !== "known" && state !== "absent");
  if (hidden !== undefined && hidden.state !== "known") {
    return hidden;
  }
  return {
    state: "known",
    value: sortTexts(items.value.flatMap((item) => (item.state === "known" ? [item.value] : []))),
  };
}

/** Puts lists together: what cannot be seen of one cannot be seen of all; absent only where all are. */
export function joinLists(lists: readonly Value<readonly string[]>[]): Value<readonly string[]> {
  const given = lists.filter(({ state }) => state !== "absent");
  const hidden = given.filter((list) => list.state !== "known");
  const [first] = hidden;
  if (first?.state === "unknown") {
    return { state: "unknown", from: sortTexts(hidden.flatMap((list) => (list.state === "unknown" ? list.from : []))) };
  }
  if (first !== undefined) {
    return first;
  }
  return given.length === 0
    ? { state: "absent" }
    : { state: "known", value: sortTexts(given.flatMap((list) => (list.state === "known" ? list.value : []))) };
}

/** Changes a value where it is known. */
export function mapKnown<A, B>(value: Value<A>, change: (known: A) => B): Value<B> {
  return value.state === "known" ? { state: "known", value: change(value.value) } : value;
}

/** Puts the provider's default where nothing is given. */
export function withDefault<T>(value: Value<T>, known: T): Value<T> {
  return value.state === "absent" ? { state: "known", value: known } : value;
}

/** Reads what a property means; `undefined` where it is in a shape that does not fit. */
export function mapProperty<T>(property: Value<Property>, read: (value: Property) => T | undefined): Value<T> {
  if (property.state !== "known") {
    return property;
  }
  const value = read(property.value);
  return value === undefined ? { state: "unreadable" } : { state: "known", value };
}

/** Puts a GUID in lower case, and leaves every other text as it is. */
export function normalizeGuid(text: string): string {
  return isGuid(text) ? text.toLowerCase() : text;
}

function toText(property: Value<Property>): Value {
  return property.state === "known" && property.value === ""
    ? { state: "absent" }
    : mapProperty(property, (value) => (typeof value === "string" ? value : undefined));
}
