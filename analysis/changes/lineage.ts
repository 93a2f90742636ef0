import type { EngineRun, EngineStep } from "../engine/engine-run";
import type { Entity, Model } from "../model/model";
import type { Reference } from "../model/reference";
import { indexModel } from "../rules/model-index";
import { followThings } from "./follow-things";
import type { Side } from "./side";
import { indexSteps } from "./step-index";
import { connectionTraits, identityTraits } from "./traits";

/**
 * Which thing before is which thing after: by the engine's steps, by aliases, by IDs that are known on both sides, and, for
 * identities and connections, by being deleted and created anew under the same name.
 */
export interface Lineage {
  /** The step of a resource, by its URN before or after. */
  readonly findStep: (side: Side, urn: string) => EngineStep | undefined;
  /** The URN that a resource has after the run; of one that is gone, its last one. */
  readonly followUrn: (side: Side, urn: string) => string;
  /** Tells things apart over both sides: what is the same thing has the same key. */
  readonly formatKey: (side: Side, entity: Entity) => string;
  /** The key of what a reference points at; undefined where that cannot be seen. */
  readonly formatReferenceKey: (side: Side, reference: Reference) => string | undefined;
  /** True where the thing of this key is made anew: by a replacement, or by being deleted and created as another resource. */
  readonly isReplaced: (key: string) => boolean;
}

/** Works out the lineage of everything in a run. */
export function createLineage(run: EngineRun, before: Model, after: Model): Lineage {
  const steps = indexSteps(run);
  const index = { before: indexModel(before), after: indexModel(after) };
  const followed = [
    followThings(
      { ...identityTraits, before: index.before.list("identity"), after: index.after.list("identity") },
      steps,
    ),
    followThings(
      {
        ...connectionTraits,
        before: index.before.list("serviceConnection"),
        after: index.after.list("serviceConnection"),
      },
      steps,
    ),
  ];
  const formatUrnKey = (side: Side, urn: string): string =>
    findFirst(followed, ({ keys }) => keys[side].get(urn)) ?? steps.followUrn(side, urn);
  const formatIdKey = (id: string): string => findFirst(followed, ({ ids }) => ids.get(id)) ?? `id ${id}`;
  return {
    findStep: steps.find,
    followUrn: steps.followUrn,
    formatKey: (side, { urn }) => formatUrnKey(side, urn),
    formatReferenceKey: (side, reference) => {
      switch (reference.to) {
        case "declared":
          return formatUrnKey(side, reference.urn);
        case "other":
          return formatIdKey(reference.id.toLowerCase());
        case "absent":
          return "nothing";
        default:
          return undefined;
      }
    },
    isReplaced: (key) => followed.some(({ replaced }) => replaced.has(key)),
  };
}

function findFirst<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
