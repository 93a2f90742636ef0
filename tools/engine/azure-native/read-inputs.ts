import { parseBodyInputs, selectInputs } from "./body-mapping";
import {
  areEqual,
  isPropertyList,
  isPropertyMap,
  type PropertyMap,
  type PropertyValue,
  readProperty,
} from "./property-value";
import { parseResourcePath } from "./resource-path";
import type { ResourceType } from "./types-table";

/**
 * Reads the inputs of a resource that is being imported: from its ID and from Azure's answer. Empty lists and objects are
 * left out: they are what Azure answers for an input that nobody gave.
 */
export function readImportedInputs(type: ResourceType, id: string, answer: PropertyMap): PropertyMap {
  return { ...withoutEmpty(parseBodyInputs(type, answer)), ...parseResourcePath(type, id) };
}

function withoutEmpty(properties: PropertyMap): PropertyMap {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) => {
      const kept = removeEmpty(value);
      return kept === undefined ? [] : [[name, kept]];
    }),
  );
}

function removeEmpty(value: PropertyValue): PropertyValue | undefined {
  if (isPropertyList(value)) {
    const kept = value.map(removeEmpty).filter((item) => item !== undefined);
    return kept.length === 0 ? undefined : kept;
  }
  if (isPropertyMap(value)) {
    const kept = withoutEmpty(value);
    return Object.keys(kept).length === 0 ? undefined : kept;
  }
  return value;
}

/** What a refresh knows. */
export interface RefreshedOutputs {
  readonly inputs: PropertyMap;
  readonly oldOutputs: PropertyMap;
  readonly newOutputs: PropertyMap;
}

/**
 * Carries into the inputs what has changed in Azure since the last update.
 *
 * Inputs and outputs are not compared with each other: Azure fills in defaults and writes values in its own way (the ID
 * of a role definition, for one), which would look like changes. Only what differs between old and new outputs is one.
 */
export function readRefreshedInputs(type: ResourceType, refreshed: RefreshedOutputs): PropertyMap {
  return applyChanges(
    refreshed.inputs,
    selectInputs(type, refreshed.oldOutputs),
    selectInputs(type, refreshed.newOutputs),
  );
}

function applyChanges(base: PropertyMap, oldMap: PropertyMap, newMap: PropertyMap): PropertyMap {
  const kept = Object.entries(base).filter(([name]) => Object.hasOwn(newMap, name) || !Object.hasOwn(oldMap, name));
  const changed = Object.entries(newMap)
    .filter(([name, value]) => !areEqual(readProperty(oldMap, name), value))
    .map(([name, value]): [string, PropertyValue] => [
      name,
      applyChange(readProperty(base, name), readProperty(oldMap, name), value),
    ]);
  return Object.fromEntries([...kept, ...changed]);
}

function applyChange(
  base: PropertyValue | undefined,
  oldValue: PropertyValue | undefined,
  newValue: PropertyValue,
): PropertyValue {
  if (isPropertyMap(base) && isPropertyMap(oldValue) && isPropertyMap(newValue)) {
    return applyChanges(base, oldValue, newValue);
  }
  if (isPropertyList(base) && isPropertyList(oldValue) && isPropertyList(newValue)) {
    return newValue.map((item, index) =>
      areEqual(oldValue[index], item) ? (base[index] ?? item) : applyChange(base[index], oldValue[index], item),
    );
  }
  return newValue;
}
