import { z } from "zod";
import type { RouteAnswer } from "../../wire/route";

/** The form of every list: how many, and which. */
export function collectionOf(item: z.ZodType): z.ZodType {
  return z.strictObject({ count: z.number().int(), value: z.array(item) });
}

/** A whole list in one answer. */
export function createCollection(value: readonly unknown[]): RouteAnswer {
  return { status: 200, body: { count: value.length, value } };
}

/** What a client says about the page it wants. */
export const pageQuery = z.looseObject({
  $top: z.coerce.number().int().positive().optional(),
  $skip: z.coerce.number().int().nonnegative().optional(),
  continuationToken: z.coerce.number().int().nonnegative().optional(),
});

/** Items a page where the client names no number. Documented for projects; used for all lists here. */
const defaultPageSize = 100;

/**
 * One page of a list. When more follow, the answer has the header X-MS-ContinuationToken, which the client sends back as
 * the query parameter continuationToken. The token here is the number of items already given.
 */
export function createPage(items: readonly unknown[], query: z.infer<typeof pageQuery>): RouteAnswer {
  const start = query.continuationToken ?? query.$skip ?? 0;
  const end = start + (query.$top ?? defaultPageSize);
  const page = createCollection(items.slice(start, end));
  return end < items.length ? { ...page, headers: { "x-ms-continuationtoken": String(end) } } : page;
}
