/** A value as it travels between the engine and a plugin. */
export type PropertyValue = null | boolean | number | string | readonly PropertyValue[] | PropertyMap;

/** The properties of a resource or the arguments of a function, by name. */
export interface PropertyMap {
  readonly [name: string]: PropertyValue;
}

/** Stands for a value that the engine learns only when it deploys. `@pulumi/pulumi` names it `unknownValue`. */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Key of an object that wraps a value of a special kind; `@pulumi/pulumi` names it `specialSigKey`. */
const signatureKey = "4dabf18193072939515e22adb298388d";

/** Whether the value is an object with properties. */
export function isPropertyMap(value: PropertyValue | undefined): value is PropertyMap {
  return typeof value === "object" && value !== null && !isPropertyList(value);
}

/** Whether the value is a list. `Array.isArray` does not narrow a readonly list. */
export function isPropertyList(value: PropertyValue | undefined): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

/** Whether the value itself, or anything in it, is unknown yet. */
export function containsUnknown(value: PropertyValue | undefined): boolean {
  if (isPropertyList(value)) return value.some(containsUnknown);
  if (isPropertyMap(value)) return Object.values(value).some(containsUnknown);
  return value === unknownValue;
}

/**
 * Reads plain JSON as properties. Absent and null mean the same to Azure Resource Manager, so nulls are left out of
 * objects.
 *
 * @throws when a wrapped value (a secret, an asset) is met: this plugin tells the engine that it takes none, so that
 *   the engine itself keeps every secret secret. Passing one on would lose its mark.
 */
export function parsePropertyMap(source: unknown): PropertyMap {
  const value = parsePropertyValue(source);
  if (!isPropertyMap(value)) throw new Error("expected an object of properties");
  return value;
}

function parsePropertyValue(source: unknown): PropertyValue {
  switch (typeof source) {
    case "boolean":
    case "number":
    case "string":
      return source;
    case "object":
      if (source === null) return null;
      return Array.isArray(source) ? source.map(parsePropertyValue) : parseObject(source);
    default:
      throw new Error(`a property cannot hold a ${typeof source}`);
  }
}

function parseObject(source: object): PropertyMap {
  const entries: [string, unknown][] = Object.entries(source);
  if (entries.some(([name]) => name === signatureKey)) {
    throw new Error("the engine sent a secret or an asset, but this plugin accepts neither");
  }
  return Object.fromEntries(
    entries
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name, parsePropertyValue(value)]),
  );
}

/** The property with this name, and nothing that every object inherits: a tag may well be named `constructor`. */
export function readProperty(properties: PropertyMap, name: string): PropertyValue | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** Whether two values are the same, whatever the order of their keys. */
export function areEqual(left: PropertyValue | undefined, right: PropertyValue | undefined): boolean {
  if (isPropertyList(left) && isPropertyList(right)) {
    return left.length === right.length && left.every((item, index) => areEqual(item, right[index]));
  }
  if (isPropertyMap(left) && isPropertyMap(right)) {
    const names = Object.keys(left);
    return (
      names.length === Object.keys(right).length &&
      names.every((name) => Object.hasOwn(right, name) && areEqual(left[name], right[name]))
    );
  }
  return left === right;
}
