import { isJsonObject } from "./json-object";

/*
 * Fields of the engine's JSON, read tolerantly: one of an unexpected type counts as not there, because later engines may write
 * more than this knows. A large preview has a hundred thousand states: nothing is copied, and absence costs nothing.
 */

/** Reads a flag: off where it is not there. */
export function readFlag(field: unknown): boolean {
  return field === true;
}

/** Reads a text: empty where it is not there. */
export function readText(field: unknown): string {
  return typeof field === "string" ? field : "";
}

/** Reads a list of texts: empty where it is not there, or holds anything else. */
export function readTexts(field: unknown): readonly string[] {
  return isTexts(field) ? field : [];
}

/** Reads lists of texts by their names: empty where it is not there. */
export function readTextsByName(field: unknown): Readonly<Record<string, readonly string[]>> {
  if (!isJsonObject(field)) {
    return {};
  }
  return isTextsByName(field)
    ? field
    : Object.fromEntries(Object.entries(field).map(([name, texts]) => [name, readTexts(texts)]));
}

function isTexts(field: unknown): field is readonly string[] {
  return Array.isArray(field) && field.every((item) => typeof item === "string");
}

function isTextsByName(field: Readonly<Record<string, unknown>>): field is Readonly<Record<string, readonly string[]>> {
  return Object.values(field).every(isTexts);
}
