import { isPropertyMap, type PropertyMap, type PropertyValue, unknownValue } from "./property-value";
import type { GetterFunction, ResourceType } from "./types-table";

/** Puts the inputs of a resource where the request's body holds them. */
export function formatBody(type: ResourceType, inputs: PropertyMap): PropertyMap {
  return Object.entries(type.bodyInputs).reduce<PropertyMap>((body, [name, { path }]) => {
    const value = inputs[name];
    return value === undefined ? body : writeAt(body, path.split("."), value);
  }, {});
}

/** Takes the outputs of a resource or function from Azure's answer, and adds the API version that was asked. */
export function parseOutputs(type: ResourceType | GetterFunction, answer: PropertyMap): PropertyMap {
  return { ...pick(type.outputs, answer), azureApiVersion: type.apiVersion };
}

/** Takes those inputs from Azure's answer that went into the request's body. */
export function parseBodyInputs(type: ResourceType, answer: PropertyMap): PropertyMap {
  const paths = Object.entries(type.bodyInputs).map(([name, { path }]): [string, string] => [name, path]);
  return pick(Object.fromEntries(paths), answer);
}

/** Takes those outputs that are inputs as well: what a program could have written. */
export function selectInputs(type: ResourceType, outputs: PropertyMap): PropertyMap {
  return Object.fromEntries(Object.entries(outputs).filter(([name]) => Object.hasOwn(type.bodyInputs, name)));
}

/**
 * The outputs as far as a preview can tell: those that repeat an input, and unknown ones.
 *
 * @param stable outputs of the existing resource that no update changes.
 */
export function previewOutputs(type: ResourceType, inputs: PropertyMap, stable: PropertyMap): PropertyMap {
  return Object.fromEntries(
    Object.keys(type.outputs).map((name) => [name, stable[name] ?? inputs[name] ?? unknownValue]),
  );
}

function pick(paths: Readonly<Record<string, string>>, source: PropertyMap): PropertyMap {
  return Object.fromEntries(
    Object.entries(paths).flatMap(([name, path]) => {
      const value = readAt(source, path.split("."));
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function readAt(source: PropertyMap, [name, ...rest]: readonly string[]): PropertyValue | undefined {
  const value = name === undefined ? undefined : source[name];
  if (rest.length === 0) return value;
  return isPropertyMap(value) ? readAt(value, rest) : undefined;
}

function writeAt(target: PropertyMap, [name, ...rest]: readonly string[], value: PropertyValue): PropertyMap {
  if (name === undefined) return target;
  if (rest.length === 0) return { ...target, [name]: value };
  const inner = target[name];
  return { ...target, [name]: writeAt(isPropertyMap(inner) ? inner : {}, rest, value) };
}
