import { holdsUnknown } from "../engine/holds-special-value";
import type { Declared } from "../model/declared";
import type { Reference } from "../model/reference";
import type { Value } from "../model/value";
import type { ChangeContext } from "./change-context";

/**
 * How a value is after a change, compared with before.
 *
 * - `reattached`: not known before the deployment, but it comes from the same resource as before, which is made anew or updated.
 * - `unseen`: it cannot be seen whether it is the same.
 */
export type ValueRelation = "same" | "different" | "reattached" | "unseen";

/** The resource that has the value, before and after. */
export interface Holders {
  readonly before: Declared;
  readonly after: Declared;
}

/** A value before and after. */
export interface ValuePair<T> {
  readonly before: Value<T>;
  readonly after: Value<T>;
  /** Default: equal as JSON. */
  readonly isSame?: (before: T, after: T) => boolean;
}

/** Compares two values without ever guessing one. */
export function compareValues<T>(pair: ValuePair<T>, holders: Holders, context: ChangeContext): ValueRelation {
  const { before, after, isSame = isSameJson } = pair;
  if (after.state === "unknown") {
    if (
      before.state === "unknown" &&
      isSameJson(
        before.from.map((urn) => context.lineage.followUrn("before", urn)),
        after.from,
      )
    ) {
      return "same";
    }
    return isReattached(after.from, holders, context) ? "reattached" : "unseen";
  }
  if (isUnseen(after.state) || before.state === "unknown" || isUnseen(before.state)) {
    return "unseen";
  }
  if (before.state === "known" && after.state === "known") {
    return isSame(before.value, after.value) ? "same" : "different";
  }
  return before.state === after.state ? "same" : "different";
}

/** Compares what two references point at. */
export function compareReferences(
  { before, after }: { readonly before: Reference; readonly after: Reference },
  holders: Holders,
  context: ChangeContext,
): ValueRelation {
  if (after.to === "unknown") {
    return isReattached(after.from, holders, context) ? "reattached" : "unseen";
  }
  const [a, b] = [
    context.lineage.formatReferenceKey("before", before),
    context.lineage.formatReferenceKey("after", after),
  ];
  if (a === undefined || b === undefined) {
    return "unseen";
  }
  return a === b ? "same" : "different";
}

/** Compares two texts whose letter case does not count. */
export function isSameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function isUnseen(state: Value["state"]): boolean {
  return state === "secret" || state === "unreadable";
}

function isSameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether every property that is not known and comes from these resources came from the same ones before. */
function isReattached(from: readonly string[], holders: Holders, { lineage }: ChangeContext): boolean {
  const step = lineage.findStep("after", holders.after.urn);
  const { before, after } = { before: lineage.findStep("before", holders.before.urn)?.before, after: step?.after };
  if (before === undefined || after === undefined || from.length === 0) {
    return false;
  }
  const properties = Object.entries(after.inputs).flatMap(([name, value]) => {
    const sources = after.propertyDependencies[name] ?? [];
    return holdsUnknown(value) && from.every((urn) => sources.includes(urn)) ? [name] : [];
  });
  return (
    properties.length > 0 &&
    properties.every((name) => {
      const sources = (before.propertyDependencies[name] ?? []).map((urn) => lineage.followUrn("before", urn));
      return from.every((urn) => sources.includes(urn));
    })
  );
}
