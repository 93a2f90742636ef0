/**
 * Makes a look-up that is built at its first use and kept as long as its owner: without it, every thing of a large stack would be
 * compared with every other one.
 */
export function createLookup<Owner extends object, Item>(
  list: (owner: Owner) => readonly Item[],
  format: (item: Item, owner: Owner) => string | undefined,
): (owner: Owner, key: string | undefined) => readonly Item[] {
  const tables = new WeakMap<Owner, ReadonlyMap<string, readonly Item[]>>();
  return (owner, key) => {
    if (key === undefined) {
      return [];
    }
    let table = tables.get(owner);
    if (table === undefined) {
      table = groupItems(list(owner), (item) => format(item, owner));
      tables.set(owner, table);
    }
    return table.get(key) ?? [];
  };
}

function groupItems<Item>(
  items: readonly Item[],
  format: (item: Item) => string | undefined,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = format(item);
    if (key !== undefined) {
      const group = groups.get(key) ?? [];
      group.push(item);
      groups.set(key, group);
    }
  }
  return groups;
}
