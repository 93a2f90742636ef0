import { compareLevels, findHighestLevel, levels, type Level } from "../analysis/level";
import type { Phrase } from "../analysis/phrase";
import type { Report } from "./report-document";
import { isStanding, isWidening, listItems } from "./item-kinds";

/** When a report stops a pipeline: never, at any change of access, where access gets wider, or from a level on. */
export type FailOn = "never" | "any" | "widening" | Exclude<Level, "none">;

/** All of them, in the order of help. */
export const failOnValues: readonly FailOn[] = [
  "never",
  "any",
  "widening",
  ...levels.filter((level) => level !== "none"),
];

/** What the gate says. A broken preview is no decision at all: it is neither clean nor hit. */
export interface GateDecision {
  readonly outcome: "clean" | "hit" | "brokenPreview";
  readonly reason: Phrase;
}

/**
 * Decides whether a report may pass. Fails closed: a preview that is not whole never passes, whatever is asked, and where the
 * summary of a report and its items say different things, the worse one counts.
 */
export function decideGate(report: Report, failOn: FailOn): GateDecision {
  if (!report.run.complete || report.run.failures.length > 0) {
    return {
      outcome: "brokenPreview",
      reason: ["The preview failed or is not whole: nothing can be concluded from it."],
    };
  }
  const reason = findReason(report, failOn);
  return reason === undefined
    ? { outcome: "clean", reason: ["Nothing that the gate asks for."] }
    : { outcome: "hit", reason: [reason] };
}

function findReason(report: Report, failOn: FailOn): string | undefined {
  const items = listItems(report).filter((item) => !isStanding(item));
  switch (failOn) {
    case "never":
      return undefined;
    case "any":
      return report.summary.changes > 0 || items.some(({ kind, action }) => kind === "change" && action !== "read")
        ? "Access changes."
        : undefined;
    case "widening":
      return report.summary.widens || items.some(isWidening) ? "Access gets wider, or nobody can tell." : undefined;
    default: {
      const level = findHighestLevel([report.summary.level, ...items.map((item) => item.level)]);
      return compareLevels(level, failOn) >= 0
        ? `Something is at level ${level}; the gate stands at ${failOn}.`
        : undefined;
    }
  }
}
