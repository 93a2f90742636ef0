import { redactValue } from "./redact";

/** A message body as the journal keeps it: its top-level keys, and its value without secrets where it is JSON or a form. */
export interface RecordedBody {
  bytes: number;
  keys?: string[];
  value?: unknown;
}

/** Reads a body for the journal. What is neither JSON nor a form is counted and not kept. */
export function recordBody(text: string, contentType: string | null): RecordedBody | undefined {
  if (text === "") return undefined;
  const bytes = Buffer.byteLength(text);
  const value = parseBody(text, contentType ?? "");
  if (value === undefined) return { bytes };
  const keys = isObject(value) ? { keys: Object.keys(value) } : {};
  return { bytes, ...keys, value: redactValue(value) };
}

function parseBody(text: string, contentType: string): unknown {
  if (contentType.includes("application/x-www-form-urlencoded")) return Object.fromEntries(new URLSearchParams(text));
  if (!contentType.includes("json")) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
