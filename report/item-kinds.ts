import type { ChangeEffect } from "../analysis/changes/change";
import type { Report, ReportItem } from "./report-document";

/** The mark, among the effects of a finding, that it was there before: this change is not to blame for it. */
export const standingMark = "standing";

/** Effects by which access gets wider, or by which nobody can tell whether it does. */
export const wideningEffects: readonly ChangeEffect[] = [
  "removesGuard",
  "weakensGuard",
  "widensAccess",
  "storesSecret",
  "escalates",
  "cannotBeReviewed",
];

/** Whether an item makes access wider, takes away what guards it, or cannot be reviewed. */
export function isWidening({ kind, effects }: Pick<ReportItem, "kind" | "effects">): boolean {
  return kind === "change" && wideningEffects.some((effect) => effects.includes(effect));
}

/** Whether an item is a finding that was there before. */
export function isStanding({ kind, effects }: Pick<ReportItem, "kind" | "effects">): boolean {
  return kind === "finding" && effects.includes(standingMark);
}

/** All items of a report. */
export function listItems({ sections }: Report): readonly ReportItem[] {
  return sections.flatMap(({ items }) => items);
}
