import type { Entity } from "../model/model";
import type { ChangeContext } from "./change-context";
import type { ClassRules, Pair } from "./class-rules";
import type { Side } from "./side";

/** How two things belong together. */
export interface Match<E extends Entity> extends Pair<E> {
  /** `thing`: the same thing; `meaning`: two things that mean the same; `successor`: one takes the place of the other. */
  readonly by: "thing" | "meaning" | "successor";
}

/** What belongs together on both sides, and what is on one side alone. */
export interface Pairing<E extends Entity> {
  readonly matches: readonly Match<E>[];
  readonly gone: readonly E[];
  readonly made: readonly E[];
  /** Whether something on the other side means the same as a thing. */
  readonly isThere: (entity: E, side: Side) => boolean;
}

/** What a thing on a side means. */
type ReadMeaning<E> = (entity: E, side: Side) => string | undefined;

/** Both sides while they are being paired: in a fixed order, what is paired taken out. */
type Open<E> = Readonly<Record<Side, Set<E>>>;

/**
 * Pairs the things of one class, both sides sorted by URN; what the engine leaves as it is is left out. What means the same counts
 * first, so that access which stays is never reported as new; then what is the same thing; then what is deleted and created in one
 * place.
 */
export function pairEntities<E extends Entity>(
  sides: Readonly<Record<Side, readonly E[]>>,
  rules: ClassRules<E>,
  context: ChangeContext,
): Pairing<E> {
  const { lineage } = context;
  const meaningOf = createMeaningReader(rules, context);
  const open = {
    before: new Set(sides.before.filter((entity) => !isSettled(entity, "before", context))),
    after: new Set(sides.after.filter((entity) => !isSettled(entity, "after", context))),
  };
  const matches: Match<E>[] = [];
  const take = (by: Match<E>["by"], keys: (entity: E, side: Side) => string | undefined): void => {
    for (const pair of pairByKey(open, keys)) {
      matches.push({ ...pair, by });
    }
  };
  const urnOf = (entity: E, side: Side): string => lineage.followUrn(side, entity.urn);
  const keyOf = (entity: E, side: Side): string => lineage.formatKey(side, entity);
  // Several things may be one, such as an identity that the program also reads: each belongs to its own resource first.
  const formats = rules.hasOwnId ? [urnOf, keyOf] : [urnOf];
  for (const pair of pairUnchanged(open, meaningOf, urnOf)) {
    matches.push({ ...pair, by: "thing" });
  }
  const hidden = listHidden(open, meaningOf, keyOf);
  if (hidden.size > 0) {
    for (const format of formats) {
      take("thing", (entity, side) => (hidden.has(keyOf(entity, side)) ? format(entity, side) : undefined));
    }
  }
  take("meaning", meaningOf);
  for (const format of formats) {
    take("thing", format);
  }
  for (let rank = 0; rank < 2; rank++) {
    take("successor", (entity, side) =>
      isDeletedOrCreated(entity, side, context) ? rules.formatPairKeys({ entity, side }, context)[rank] : undefined,
    );
  }
  return { matches, gone: [...open.before], made: [...open.after], isThere: createSearch(sides, meaningOf) };
}

/** Whether the engine says that the resource of a thing stays as it is. An identity has several, which pairing looks at together. */
function isSettled(entity: Entity, side: Side, { lineage }: ChangeContext): boolean {
  const step = lineage.findStep(side, entity.urn);
  return (
    entity.class !== "identity" &&
    step?.operation === "same" &&
    step.before !== undefined &&
    step.before.urn === step.after?.urn &&
    step.before.protect === step.after.protect
  );
}

function createMeaningReader<E extends Entity>(rules: ClassRules<E>, context: ChangeContext): ReadMeaning<E> {
  const known = { before: new Map<E, string | undefined>(), after: new Map<E, string | undefined>() };
  return (entity, side) => {
    const meanings = known[side];
    if (!meanings.has(entity)) {
      meanings.set(entity, rules.formatMeaning({ entity, side }, context));
    }
    return meanings.get(entity);
  };
}

/** Pairs what is the same resource and means the same, which is most of a large stack. */
function pairUnchanged<E extends Entity>(
  open: Open<E>,
  meaningOf: ReadMeaning<E>,
  urnOf: (entity: E, side: Side) => string,
): readonly Pair<E>[] {
  if (open.before.size === 0 || open.after.size === 0) {
    return [];
  }
  const waiting = groupByKey(open.before, (entity) => urnOf(entity, "before"));
  const pairs: Pair<E>[] = [];
  for (const after of [...open.after]) {
    const meaning = meaningOf(after, "after");
    const before = waiting
      .get(urnOf(after, "after"))
      ?.find((one) => open.before.has(one) && meaningOf(one, "before") === meaning);
    if (before !== undefined) {
      open.before.delete(before);
      open.after.delete(after);
      pairs.push({ before, after });
    }
  }
  return pairs;
}

/** Keys of things whose meaning cannot be seen on a side: nothing else but their resource tells that they belong together. */
function listHidden<E extends Entity>(
  open: Open<E>,
  meaningOf: ReadMeaning<E>,
  keyOf: (entity: E, side: Side) => string,
): ReadonlySet<string> {
  if (open.before.size === 0 || open.after.size === 0) {
    return new Set();
  }
  return new Set(
    (["before", "after"] as const).flatMap((side) =>
      [...open[side]].filter((entity) => meaningOf(entity, side) === undefined).map((entity) => keyOf(entity, side)),
    ),
  );
}

function pairByKey<E>(
  open: Open<E>,
  format: (entity: E, side: Side) => string | undefined,
): readonly { readonly before: E; readonly after: E }[] {
  if (open.before.size === 0 || open.after.size === 0) {
    return [];
  }
  const waiting = groupByKey([...open.before].reverse(), (entity) => format(entity, "before"));
  const pairs: { before: E; after: E }[] = [];
  for (const after of [...open.after]) {
    const key = format(after, "after");
    const before = key === undefined ? undefined : waiting.get(key)?.pop();
    if (before !== undefined) {
      open.before.delete(before);
      open.after.delete(after);
      pairs.push({ before, after });
    }
  }
  return pairs;
}

function groupByKey<E>(entities: Iterable<E>, format: (entity: E) => string | undefined): ReadonlyMap<string, E[]> {
  const groups = new Map<string, E[]>();
  for (const entity of entities) {
    const key = format(entity);
    if (key !== undefined) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [entity]);
      else group.push(entity);
    }
  }
  return groups;
}

/** Searches a side for a meaning; most runs never ask. */
function createSearch<E>(
  sides: Readonly<Record<Side, readonly E[]>>,
  meaningOf: ReadMeaning<E>,
): (entity: E, side: Side) => boolean {
  const found: Partial<Record<Side, ReadonlySet<string | undefined>>> = {};
  return (entity, side) => {
    const meaning = meaningOf(entity, side);
    const other = side === "before" ? "after" : "before";
    found[other] ??= new Set(sides[other].map((one) => meaningOf(one, other)));
    return meaning !== undefined && found[other].has(meaning);
  };
}

function isDeletedOrCreated(entity: Entity, side: Side, { lineage }: ChangeContext): boolean {
  const step = lineage.findStep(side, entity.urn);
  return side === "before" ? step?.after === undefined : step?.operation === "create";
}
