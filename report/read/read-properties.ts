import { secretValue, unknownValue, type PropertyMap, type PropertyValue } from "../../analysis/engine/property-value";
import { fileSignatures, resourceSignature, secretMarker, signatureKey, unknownMarkers } from "./engine-markers-table";
import { isJsonObject, type JsonObject } from "./json-object";

// Nothing that a provider describes is nested this deep; a file that is could only be meant to exhaust the stack.
const deepest = 100;

/**
 * Reads properties as the engine writes them. Keys that start with `__` are the engine's and the bridge's own. What needs no
 * reading is not copied: in a large preview, that is most of it.
 */
export function readProperties(value: unknown): PropertyMap {
  if (!isJsonObject(value)) {
    return {};
  }
  return isPlainMap(value, 0) ? value : readMap(value, 0);
}

/** Whether a value means what it says, and so does all that it holds. */
function isPlain(value: unknown, depth: number): value is PropertyValue {
  if (depth > deepest) {
    return false;
  }
  if (typeof value === "string") {
    return value !== secretMarker && !unknownMarkers.has(value);
  }
  return Array.isArray(value)
    ? value.every((item) => isPlain(item, depth + 1))
    : !isJsonObject(value) || isPlainMap(value, depth);
}

function isPlainMap(map: JsonObject, depth: number): map is PropertyMap {
  for (const name in map) {
    if (name.startsWith("__") || name === signatureKey || !isPlain(map[name], depth + 1)) {
      return false;
    }
  }
  return true;
}

function readMap(map: JsonObject, depth: number): PropertyMap {
  const properties: Record<string, PropertyValue> = {};
  for (const [name, property] of Object.entries(map)) {
    if (!name.startsWith("__")) {
      properties[name] = readProperty(property, depth + 1);
    }
  }
  return properties;
}

function readProperty(value: unknown, depth: number): PropertyValue {
  if (depth > deepest) {
    return unknownValue;
  }
  if (typeof value === "string") {
    return readText(value);
  }
  if (value === null || typeof value === "boolean" || typeof value === "number") {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => readProperty(item, depth + 1));
  }
  if (isJsonObject(value)) {
    return isSigned(value) ? readSigned(value, depth) : readMap(value, depth);
  }
  return null;
}
function readText(text: string): PropertyValue {
  if (text === secretMarker) {
    return secretValue;
  }
  return unknownMarkers.has(text) ? unknownValue : text;
}

/**
 * Of the engine's own kinds of value, only a reference to a resource and the hash of a file are kept. Everything else is taken
 * for a secret, as most of them are: beside it stands its text, enciphered or plain.
 */
function readSigned(value: JsonObject, depth: number): PropertyValue {
  const { [signatureKey]: signature, ...rest } = value;
  if (signature === resourceSignature) {
    return readMap(rest, depth);
  }
  return fileSignatures.has(signature) ? readMap({ hash: value["hash"] ?? null }, depth) : secretValue;
}

function isSigned(value: JsonObject): boolean {
  return signatureKey in value;
}
