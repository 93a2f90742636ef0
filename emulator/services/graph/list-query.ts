import { WireError } from "../../wire/wire-error";
import { createBadRequest } from "./graph-error";
import { type GraphObject, selectProperties } from "./graph-object";

const defaultPageSize = 100;
const largestPageSize = 999;

/** One comparison of a $filter. */
export interface FilterTerm {
  property: string;
  operator: "eq" | "startswith" | "any";
  value: string;
}

const termForms: readonly { operator: FilterTerm["operator"]; form: RegExp }[] = [
  { operator: "eq", form: /^(\w+) eq '((?:[^']|'')*)'$/ },
  { operator: "startswith", form: /^startswith\((\w+),\s*'((?:[^']|'')*)'\)$/ },
  { operator: "any", form: /^(\w+)\/any\((\w+):\s*\2 eq '((?:[^']|'')*)'\)$/ },
];

/**
 * Reads the $filter forms that clients of the emulator use, joined by `and`: `p eq 'v'`, `startswith(p,'v')` and
 * `p/any(x:x eq 'v')`.
 *
 * @throws WireError 400 for any other form, where Graph itself may know more.
 */
export function parseFilter(filter: string): readonly FilterTerm[] {
  return splitTerms(filter).map((text) => {
    for (const { operator, form } of termForms) {
      const match = form.exec(text);
      const [property, value] = [match?.[1], match?.at(-1)];
      if (property !== undefined && value !== undefined) {
        return { property, operator, value: value.replaceAll("''", "'") };
      }
    }
    throw new WireError(400, "Request_UnsupportedQuery", `Unsupported or invalid query filter clause: ${text}`);
  });
}

// A quoted value may hold the word "and", so that only an " and " between quotes separates.
function splitTerms(filter: string): string[] {
  const terms = [""];
  for (const piece of filter.trim().split(/('(?:[^']|'')*'|\s+and\s+)/)) {
    if (/^\s+and\s+$/.test(piece)) terms.push("");
    else terms.push(`${terms.pop() ?? ""}${piece}`);
  }
  return terms.map((term) => term.trim());
}

function matches(object: GraphObject, { property, operator, value }: FilterTerm): boolean {
  const actual = object[property];
  const wanted = value.toLowerCase();
  if (operator === "any") {
    return Array.isArray(actual) && actual.some((item) => typeof item === "string" && item.toLowerCase() === wanted);
  }
  if (typeof actual !== "string") return false;
  return operator === "eq" ? actual.toLowerCase() === wanted : actual.toLowerCase().startsWith(wanted);
}

/** Answers a list request: $filter, then a page of $top from $skiptoken on, then $select. */
export function answerList(url: URL, context: string, objects: readonly GraphObject[]): GraphObject {
  const query = url.searchParams;
  const terms = query.has("$filter") ? parseFilter(query.get("$filter") ?? "") : [];
  const found = objects.filter((object) => terms.every((term) => matches(object, term)));
  const start = readCount(query.get("$skiptoken"), 0);
  const size = Math.min(readCount(query.get("$top"), defaultPageSize), largestPageSize);
  const page = found.slice(start, start + size).map((object) => selectProperties(url, object));
  const count = query.get("$count") === "true" ? { "@odata.count": found.length } : {};
  const next = start + size < found.length ? { "@odata.nextLink": formatNextLink(url, start + size) } : {};
  return { "@odata.context": context, ...count, ...next, value: page };
}

function readCount(text: string | null, ifAbsent: number): number {
  if (text === null) return ifAbsent;
  if (!/^\d{1,6}$/.test(text)) throw createBadRequest(`Invalid number '${text}' in the query.`);
  return Number(text);
}

function formatNextLink(url: URL, start: number): string {
  const next = new URL(url);
  next.searchParams.set("$skiptoken", String(start));
  return next.href;
}
