import type { Report } from "../report-document";
import { neutralizeJson } from "./neutralize";

/** Every key of a report, in the order in which it is written, on every level. */
const keys = [
  "format",
  "version",
  "project",
  "stack",
  "source",
  "run",
  "complete",
  "failures",
  "message",
  "includesUnchanged",
  "targeted",
  "summary",
  "sections",
  "graph",
  "limits",
  // Items and nodes
  "name",
  "items",
  "nodes",
  "edges",
  "id",
  "from",
  "to",
  "kind",
  "label",
  "detail",
  "state",
  "action",
  "rule",
  "class",
  "level",
  "widens",
  "changes",
  "findings",
  "byLevel",
  "headline",
  "sentences",
  "effects",
  "title",
  "details",
  "urn",
  "value",
  // Places
  "file",
  "line",
  "column",
  // Levels
  "none",
  "info",
  "low",
  "medium",
  "high",
  "critical",
];

/**
 * Writes a report as JSON: the form that `keyless post` takes. The order of keys does not depend on how the report was made.
 * Data is kept as it is; what cannot be seen, or would be a command to a pipeline's agent, is written as an escape.
 */
export function renderJson(report: Report): string {
  return `${neutralizeJson(JSON.stringify(orderKeys(report), undefined, 2))}\n`;
}

const ranks: ReadonlyMap<string, number> = new Map(keys.map((key, rank) => [key, rank]));

/** The same data with all keys in order. A list of keys as a replacer does so too, and takes several times as long. */
function orderKeys(data: unknown): unknown {
  if (Array.isArray(data)) {
    return data.map(orderKeys);
  }
  return isObject(data) ? orderObject(data) : data;
}

function orderObject(data: Readonly<Record<string, unknown>>): unknown {
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(data).sort((one, other) => rankKey(one) - rankKey(other))) {
    ordered[key] = orderKeys(data[key]);
  }
  return ordered;
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null;
}

function rankKey(key: string): number {
  return ranks.get(key) ?? keys.length;
}
