import type { Identity } from "../model/identity";
import type { ServiceConnection } from "../model/service-connection";
import { pairRecreated } from "./pair-recreated";
import type { Side } from "./side";
import type { StepIndex } from "./step-index";
import type { Things } from "./traits";

/** What is known of the things of a class that others point at. */
export interface FollowedThings {
  /** Keys by the URNs of all resources that are a thing: what is the same thing has the same key on both sides. */
  readonly keys: Readonly<Record<Side, ReadonlyMap<string, string>>>;
  /** Keys by IDs in lower case. */
  readonly ids: ReadonlyMap<string, string>;
  /** Keys of what is made anew. */
  readonly replaced: ReadonlySet<string>;
}

/**
 * Finds out which thing before is which one after: by a resource or an ID that they share, else by being made anew under a name.
 * Both sides are sorted by URN.
 */
export function followThings<E extends Identity | ServiceConnection>(
  things: Things<E>,
  steps: StepIndex,
): FollowedThings {
  const { before, after, readUrns } = things;
  const keys = { before: new Map<string, string>(), after: new Map<string, string>() };
  const ids = new Map<string, string>();
  const replaced = new Set<string>();
  const readIds = (entity: E, side: Side): readonly string[] => {
    const found = things.readIds(entity).map((id) => id.toLowerCase());
    for (const urn of readUrns(entity)) {
      const id = steps.find(side, urn)?.[side]?.id;
      if (id !== undefined) found.push(id.toLowerCase());
    }
    return found;
  };
  const add = (entity: E, side: Side, known?: string): void => {
    const own = readIds(entity, side);
    // What has the same ID is the same thing, also where the program both declares and reads it.
    const shared = known ?? own.map((id) => ids.get(id)).find((key) => key !== undefined);
    const key = shared ?? steps.followUrn(side, entity.urn);
    for (const urn of readUrns(entity)) {
      keys[side].set(urn, key);
      if (steps.find(side, urn)?.operation === "replace") replaced.add(key);
    }
    for (const id of own) ids.set(id, key);
  };
  for (const entity of after) {
    add(entity, "after");
  }
  for (const entity of before) {
    const urn = readUrns(entity).find((one) => keys.after.has(steps.followUrn("before", one)));
    add(entity, "before", urn === undefined ? undefined : keys.after.get(steps.followUrn("before", urn)));
  }
  for (const [gone, made] of pairRecreated(things, { keys, steps })) {
    const key = keys.after.get(made.urn) ?? made.urn;
    add(gone, "before", key);
    replaced.add(key);
  }
  return { keys, ids, replaced };
}
