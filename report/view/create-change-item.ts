import type { Change, ChangeEffect } from "../../analysis/changes/change";
import type { Entity } from "../../analysis/model/model";
import type { Phrase } from "../../analysis/phrase";
import { explainAccess } from "./explain-access";
import { fitPhrase, shortenMiddle } from "./fit-phrase";
import { fitSource } from "./fit-source";
import type { ItemDraft } from "./item-draft";
import { titleChange } from "./title-change";
import type { ViewContext } from "./view-context";

/** Makes the line of a report that tells a change. */
export function createChangeItem(change: Change, context: ViewContext): ItemDraft {
  const thing = change.after ?? change.before;
  return {
    head: {
      id: shortenMiddle(change.id, 2_000),
      kind: "change",
      action: change.action,
      class: change.class,
      level: change.level,
      effects: [...change.effects],
      urn: shortenMiddle(thing?.urn ?? "", 4_000),
    },
    write: () => ({
      title: fitPhrase(titleChange(change, context)),
      details: listDetails(change, context).slice(0, 200).map(fitPhrase),
      ...fitSource(thing?.source),
    }),
  };
}

/** The reasons, and what they leave unsaid: a sentence that only repeats one value is left out where a reason has that value. */
function listDetails(change: Change, context: ViewContext): readonly Phrase[] {
  const told = new Set(change.reasons.flatMap(readValues));
  const rest = explainChange(change, context).filter((sentence) => {
    const [only, ...others] = readValues(sentence);
    return only === undefined || others.length > 0 || sentence.length > 3 || !told.has(only);
  });
  return [...change.reasons, ...rest];
}

function readValues(phrase: Phrase): readonly string[] {
  return phrase.flatMap((part) => (typeof part === "string" ? [] : [part.value]));
}

/** Less access raises no questions; the same access that only a description tells apart raises none either. */
function isWorthIt(effects: readonly ChangeEffect[]): boolean {
  return effects.some((effect) => effect !== "narrowsAccess" && effect !== "addsGuard" && effect !== "removesSecret");
}

function explainEarlierCondition(before: Entity | undefined, after: Entity): readonly Phrase[] {
  return before?.class === "roleAssignment" &&
    after.class === "roleAssignment" &&
    before.condition.state === "known" &&
    (after.condition.state !== "known" || before.condition.value !== after.condition.value)
    ? [["The condition so far: ", { value: before.condition.value, kind: "text" }, "."]]
    : [];
}

/** What is gone, or only moves, needs no picture of the access around it. */
function explainChange(
  { action, after, before, effects }: Change,
  { before: old, after: now }: ViewContext,
): readonly Phrase[] {
  switch (action) {
    case "added":
    case "imported":
      return after === undefined || effects.includes("addsGuard") ? [] : explainAccess(after, now);
    case "changed":
    case "replaced":
      return after === undefined || !isWorthIt(effects)
        ? []
        : [...explainEarlierCondition(before, after), ...explainAccess(after, now)];
    case "left":
      return before === undefined ? [] : explainAccess(before, old);
    case "removed":
      // Who can still get in is what a removed guard is about; the rest is gone.
      return before?.class === "check" && effects.includes("removesGuard") ? explainAccess(before, now) : [];
    default:
      return [];
  }
}
