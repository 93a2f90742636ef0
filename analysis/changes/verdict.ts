import { compareLevels, type Level } from "../level";
import type { Phrase } from "../phrase";
import type { ChangeEffect } from "./change";

/** What a change means: everything about it that the rules of its class decide. */
export interface Verdict {
  readonly level: Level;
  readonly effects: readonly ChangeEffect[];
  /** Our names of the properties that differ. */
  readonly fields?: readonly string[];
  /** Why it has this level, as whole sentences; the first is the most important. */
  readonly reasons: readonly Phrase[];
}

/** Nothing of what the analysis looks at differs. */
export const noChange: Verdict = { level: "none", effects: [], fields: [], reasons: [] };

/** Puts verdicts on the parts of a thing together: the highest level first. */
export function joinVerdicts(parts: readonly Verdict[]): Verdict {
  const sorted = [...parts].sort((a, b) => compareLevels(b.level, a.level));
  return {
    level: sorted[0]?.level ?? "none",
    effects: sorted.flatMap(({ effects }) => effects),
    fields: sorted.flatMap(({ fields }) => fields ?? []),
    reasons: sorted.flatMap(({ reasons }) => reasons),
  };
}

/** What cannot be judged has at least this level. */
export function atLeast(level: Level, least: Level): Level {
  return compareLevels(level, least) < 0 ? least : level;
}
