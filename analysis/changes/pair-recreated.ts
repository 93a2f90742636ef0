import type { Identity } from "../model/identity";
import type { ServiceConnection } from "../model/service-connection";
import type { Side } from "./side";
import type { Things } from "./traits";
import type { StepIndex } from "./step-index";

/** What is known of the two sides. */
interface Sides {
  readonly keys: Readonly<Record<Side, ReadonlyMap<string, string>>>;
  readonly steps: StepIndex;
}

/**
 * Pairs what is deleted with what is created under the same name: in effect a replacement, only that the engine does not know.
 * Names that several have pair nothing.
 */
export function pairRecreated<E extends Identity | ServiceConnection>(
  { before, after, readName }: Things<E>,
  { keys, steps }: Sides,
): readonly (readonly [gone: E, made: E])[] {
  if (before.length === 0 || after.length === 0) {
    return [];
  }
  const kept = new Set(before.map(({ urn }) => keys.before.get(urn)));
  const made = after.filter(
    ({ urn }) => steps.find("after", urn)?.operation === "create" && !kept.has(keys.after.get(urn)),
  );
  const present = new Set(after.map(({ urn }) => keys.after.get(urn)));
  const gone = before.filter(({ urn, retainOnDelete }) => {
    return steps.find("before", urn)?.operation === "delete" && !retainOnDelete && !present.has(keys.before.get(urn));
  });
  const madeByName = groupByName(made, readName);
  return [...groupByName(gone, readName)].flatMap(([name, goneOnes]) => {
    const [one, ...others] = goneOnes;
    const [other, ...more] = madeByName.get(name) ?? [];
    return one !== undefined && other !== undefined && others.length + more.length === 0 ? [[one, other] as const] : [];
  });
}

function groupByName<E>(
  things: readonly E[],
  readName: (thing: E) => string | undefined,
): ReadonlyMap<string, readonly E[]> {
  const groups = new Map<string, E[]>();
  for (const thing of things) {
    const name = readName(thing);
    if (name !== undefined) {
      const group = groups.get(name) ?? [];
      group.push(thing);
      groups.set(name, group);
    }
  }
  return groups;
}
