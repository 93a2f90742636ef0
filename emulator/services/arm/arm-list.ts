import { z } from "zod";

/** A list answer. The emulator never cuts one into pages. */
export function listAnswer(item: z.ZodType): z.ZodType {
  return z.strictObject({ value: z.array(item) });
}

const term = /^(\w+)(?: eq '((?:[^']|'')*)'|\(('(?:[^']|'')*')?\))$/;

/** One part of a $filter: `property eq 'value'`, `function('value')` or `function()`. */
export interface FilterTerm {
  name: string;
  value?: string;
}

/**
 * Reads a $filter of terms joined by `and`.
 *
 * @returns undefined when a part has another form.
 */
export function parseFilter(filter: string | undefined): readonly FilterTerm[] | undefined {
  if (filter === undefined || filter.trim() === "") return [];
  const terms = filter
    .trim()
    .split(/\s+and\s+/i)
    .map(parseTerm);
  return terms.every((each) => each !== undefined) ? terms : undefined;
}

function parseTerm(text: string): FilterTerm | undefined {
  const [, name, compared, passed] = term.exec(text) ?? [];
  if (name === undefined) return undefined;
  const value = compared ?? passed?.slice(1, -1);
  return value === undefined ? { name } : { name, value: value.replaceAll("''", "'") };
}
