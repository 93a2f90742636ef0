import { z } from "zod";

/** What a client says about the page it wants. Documented: 30 a page where it says nothing, 100 at most. */
export const pageQuery = z.looseObject({
  // Guessed: a number that is no number counts as none.
  per_page: z.coerce.number().int().positive().catch(30).default(30),
  page: z.coerce.number().int().positive().catch(1).default(1),
});

/** One page of a list. */
export interface Page<Item> {
  items: readonly Item[];
  /** The Link header, where there is another page. */
  headers: Record<string, string>;
}

/** Cuts a page out of a list. The Link header names the pages around it in full; clients are told not to build them. */
export function createPage<Item>(
  all: readonly Item[],
  { query, url }: { query: z.infer<typeof pageQuery>; url: string },
): Page<Item> {
  const size = Math.min(query.per_page, 100);
  const last = Math.max(1, Math.ceil(all.length / size));
  const { page } = query;
  const link = (to: number, rel: string): string => `<${url}?per_page=${size}&page=${to}>; rel="${rel}"`;
  const links = [
    ...(page > 1 ? [link(page - 1, "prev")] : []),
    ...(page < last ? [link(page + 1, "next"), link(last, "last")] : []),
    ...(page > 1 ? [link(1, "first")] : []),
  ];
  const items = all.slice((page - 1) * size, page * size);
  return { items, headers: links.length === 0 ? {} : { link: links.join(", ") } };
}
