import { collectionNames, type CollectionName, type Store } from "../../../emulator/state/store";
import type { Emulator } from "../../../emulator/start-emulator";

/** Everything that stands in the emulated clouds, without what was deleted: to compare before and after. */
export type Inventory = { readonly [Name in CollectionName]: ReturnType<Store[Name]["list"]> };

/** Takes a copy of everything that stands. */
export function takeInventory({ store }: Pick<Emulator, "store">): Inventory {
  const inventory = Object.fromEntries(collectionNames.map((name) => [name, store[name].list()]));
  // The number of the last check goes on counting when the check is gone.
  const organizations = store.organizations.list().map((organization) => ({ ...organization, lastCheckId: 0 }));
  return structuredClone({ ...inventory, organizations }) as unknown as Inventory;
}

/** How many of each kind came (or, below zero, went) from one inventory to the next; kinds without a difference are left out. */
export function countChanges(before: Inventory, after: Inventory): Partial<Record<CollectionName, number>> {
  const counts: Partial<Record<CollectionName, number>> = {};
  for (const name of collectionNames) {
    const difference = after[name].length - before[name].length;
    if (difference !== 0) counts[name] = difference;
  }
  return counts;
}
