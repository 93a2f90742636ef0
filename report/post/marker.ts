import { createHash } from "node:crypto";
import { z } from "zod";
import type { Run } from "./pull-request";

/** Which report a comment holds: there is one for each of these on a pull request. */
export interface ReportKey {
  readonly project: string;
  readonly stack: string;
  /** What the report is about: `preview`, `drift` or `states`. */
  readonly purpose: string;
}

/** What a comment says about itself, unseen by its readers. */
export interface Marker extends ReportKey {
  /** Hash of the text that readers see. */
  readonly hash: string;
  readonly commit?: string;
  readonly run: Run;
}

const tool = "keyless-report";
const formatVersion = 1;

const markerSchema = z.looseObject({
  version: z.number(),
  project: z.string(),
  stack: z.string(),
  purpose: z.string(),
  hash: z.string(),
  commit: z.string().optional(),
  pipeline: z.string(),
  run: z.number(),
  attempt: z.number(),
});

/**
 * Puts the marker before a text as its first line: a Markdown reference that nothing refers to, which no reader is shown.
 * Whatever could end it early is escaped.
 */
export function addMarker(marker: Marker, text: string): string {
  const json = JSON.stringify(flatten(marker)).replace(/[^\w :;,."{}[\]/+=\\]/g, escapeUnit);
  return `[//]: # (${tool} ${json})\n\n${text}`;
}

/**
 * Reads the marker of a comment. Only the very first line counts, whole: a marker that somebody quotes, replies with or
 * embeds in a text of their own is none.
 */
export function readMarker(content: string): Marker | undefined {
  const json = /^\[\/\/\]: # \(keyless-report (\{[^\r\n]*\})\)\r?(?:\n|$)/.exec(content)?.[1];
  if (json === undefined) return undefined;
  try {
    return unflatten(markerSchema.safeParse(JSON.parse(json)).data);
  } catch {
    return undefined;
  }
}

/** The text behind the marker; the whole content where there is no marker. */
export function removeMarker(content: string): string {
  return readMarker(content) === undefined ? content : content.replace(/^[^\n]*\n?\r?\n?/, "");
}

/** Hash of a text as readers see it: line ends and space at its end are not seen. */
export function hashText(text: string): string {
  return createHash("sha256").update(text.replace(/\r\n?/g, "\n").trimEnd()).digest("hex").slice(0, 32);
}

/** Whether a comment holds this report. */
export function hasKey(marker: ReportKey | undefined, key: ReportKey): boolean {
  return marker?.project === key.project && marker.stack === key.stack && marker.purpose === key.purpose;
}

const prefix = "Keyless.";

/** The marker as properties of a thread. All are texts: numbers would be kept with 32 bits. */
export function formatMarkerProperties(marker: Marker): Record<string, string> {
  return Object.fromEntries(
    Object.entries(flatten(marker)).map(([name, value]) => [`${prefix}${name}`, String(value)]),
  );
}

const propertiesSchema = z.record(
  z.string(),
  z.union([z.string(), z.looseObject({ $value: z.unknown() }).transform(({ $value }) => String($value))]).catch(""),
);

/** Reads the marker out of a thread's properties, which come back with their types. */
export function readMarkerProperties(properties: unknown): Marker | undefined {
  const { data = {} } = propertiesSchema.safeParse(properties);
  const read = (name: string): string | undefined => data[`${prefix}${name}`];
  const numbers = { version: Number(read("version")), run: Number(read("run")), attempt: Number(read("attempt")) };
  const texts = ["project", "stack", "purpose", "hash", "commit", "pipeline"].map((name) => [name, read(name)]);
  return unflatten(markerSchema.safeParse({ ...Object.fromEntries(texts), ...numbers }).data);
}

function flatten({ project, stack, purpose, hash, commit, run }: Marker): z.infer<typeof markerSchema> {
  return {
    version: formatVersion,
    project,
    stack,
    purpose,
    hash,
    ...(commit === undefined ? {} : { commit }),
    pipeline: run.pipeline,
    run: run.number,
    attempt: run.attempt,
  };
}

function unflatten(read: z.infer<typeof markerSchema> | undefined): Marker | undefined {
  if (read === undefined) return undefined;
  const { project, stack, purpose, hash, commit, pipeline, run, attempt } = read;
  return {
    project,
    stack,
    purpose,
    hash,
    ...(commit === undefined ? {} : { commit }),
    run: { pipeline, number: run, attempt },
  };
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
