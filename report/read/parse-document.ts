import { findDocumentEnd } from "./find-document-end";
import { InputError } from "./input-error";
import { isJsonObject, type JsonObject } from "./json-object";

// Previews are about 1.5 kB a resource: nothing that somebody reviews comes near to this.
const largest = 200_000_000;

/**
 * Parses what a command of the engine printed.
 *
 * @param text The whole of it.
 * @param command The command that should have printed it, for messages.
 * @throws InputError Where it is not one JSON object; the message says what it looks like.
 */
export function parseDocument(text: string, command: string): JsonObject {
  if (text.length > largest) {
    throw new InputError(
      `The input is larger than ${largest / 1_000_000} million characters: no output of ${command} is.`,
    );
  }
  const json = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (json.trim() === "") {
    throw new InputError(`The input is empty: ${command} printed nothing. Look at what it wrote to standard error.`);
  }
  const value = parseJson(json, command);
  if (!isJsonObject(value)) {
    throw new InputError(`The input is JSON, but not the object that ${command} prints.`);
  }
  return value;
}

function parseJson(json: string, command: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return value;
  } catch {
    throw new InputError(describeWrongText(json.trim(), command));
  }
}

function describeWrongText(text: string, command: string): string {
  if (text.slice(0, 100).includes("\0") || text.startsWith("\ufffd")) {
    return `The input is not UTF-8 text. Older versions of PowerShell write UTF-16 with >: give the output of ${command} through a pipe, or write it as UTF-8.`;
  }
  if (!text.startsWith("{")) {
    return /\n\s*\{/.test(text)
      ? `The input has other lines before its JSON. Give standard output of ${command} alone, without standard error (no 2>&1).`
      : `The input is not JSON. Give what ${command} prints.`;
  }
  if (isJsonLines(text)) {
    return `The input is a stream of JSON lines, an event log. Give what ${command} prints, without PULUMI_ENABLE_STREAMING_JSON_PREVIEW.`;
  }
  const end = findDocumentEnd(text);
  if (end === undefined) {
    return `The input is cut off: its JSON does not end. Run ${command} again and give its whole output.`;
  }
  return describeRest(text.slice(end).trim(), command);
}

function describeRest(rest: string, command: string): string {
  if (rest === "") {
    return `The input is not JSON, though it begins like it. Give what ${command} prints, as it prints it.`;
  }
  return rest.startsWith("{")
    ? `The input holds more than one JSON document. Give the output of one run of ${command}, and nothing else.`
    : `The input has other lines after its JSON. Give standard output of ${command} alone, without standard error (no 2>&1).`;
}

function isJsonLines(text: string): boolean {
  const [first = "", second = ""] = text.split("\n", 2);
  try {
    JSON.parse(first);
    return second.startsWith("{");
  } catch {
    return false;
  }
}
