import type { Entity } from "../model/model";
import type { Phrase } from "../phrase";
import { compareTexts } from "../compare-texts";
import type { Change, ChangeAction } from "./change";
import type { ChangeContext } from "./change-context";
import { formatChangeId } from "./change-id";
import type { ClassRules } from "./class-rules";
import { atLeast, type Verdict } from "./verdict";

/** What a change is made of. */
export interface ChangeDraft<E extends Entity> {
  readonly action: ChangeAction;
  readonly before?: E | undefined;
  readonly after?: E | undefined;
  readonly verdict: Verdict;
}

/** Makes a change of a verdict: its ID from class, action and meaning, everything sorted. */
export function createChange<E extends Entity>(
  { action, before, after, verdict }: ChangeDraft<E>,
  rules: ClassRules<E>,
  context: ChangeContext,
): readonly Change[] {
  const thing = after ?? before;
  if (thing === undefined) {
    return [];
  }
  const meanings = [
    ...(before === undefined ? [] : [rules.describe({ entity: before, side: "before" }, context)]),
    ...(after === undefined ? [] : [rules.describe({ entity: after, side: "after" }, context)]),
  ];
  const meaning = [...new Set(meanings)].join(" -> ");
  const effects = [...new Set(verdict.effects)].sort(compareTexts);
  return [
    {
      id: formatChangeId([thing.class, action, meaning]),
      class: thing.class,
      action,
      effects,
      level: effects.includes("cannotBeReviewed") ? atLeast(verdict.level, "medium") : verdict.level,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      fields: [...new Set(verdict.fields)].sort(compareTexts).map((field) => ({ field })),
      reasons: removeRepeated([...explainSource(action, context), ...verdict.reasons]),
    },
  ];
}

function explainSource(action: ChangeAction, { run }: ChangeContext): readonly Phrase[] {
  if (run.source !== "drift") {
    return [];
  }
  return action === "removed"
    ? [["Somebody deleted it outside of Pulumi."]]
    : [["Somebody changed it outside of Pulumi."]];
}

function removeRepeated(phrases: readonly Phrase[]): readonly Phrase[] {
  return phrases.filter((phrase, index) => !phrases.slice(0, index).some((earlier) => isSamePhrase(earlier, phrase)));
}

function isSamePhrase(a: Phrase, b: Phrase): boolean {
  return a.length === b.length && a[0] === b[0] && JSON.stringify(a) === JSON.stringify(b);
}
