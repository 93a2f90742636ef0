import type { Reference } from "../model/reference";

/** Tells identities apart by what points at them; `undefined` where it cannot be seen which one is meant. */
export function formatIdentityKey(identity: Reference): string | undefined {
  switch (identity.to) {
    case "declared":
      // As it is: a large stack asks for it again and again.
      return identity.urn;
    case "other":
      // IDs of Azure and Entra have no letter case.
      return `id ${identity.id.toLowerCase()}`;
    default:
      return undefined;
  }
}

/** Puts together what points at the same identity; what points at an unknown one is left out. */
export function groupByIdentity<T extends { readonly identity: Reference }>(
  things: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = formatIdentityKey(thing.identity);
    if (key !== undefined) {
      const group = groups.get(key) ?? [];
      group.push(thing);
      groups.set(key, group);
    }
  }
  return groups;
}
