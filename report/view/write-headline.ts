import type { Change } from "../../analysis/changes/change";
import type { Report } from "../report-document";
import { isWidening } from "../item-kinds";
import { countNews, isNews } from "./count-news";
import { narrowerNews, unseenNews, widerNews } from "./news-table";

/** What the first sentence depends on. */
export interface HeadlineFacts {
  readonly source: Report["source"];
  readonly run: Report["run"];
  /** Those that are news: what is only read is none. */
  readonly changes: readonly Change[];
  /** Findings that are news and need attention. */
  readonly findings: number;
}

/** How the same is said of a preview, of what was changed outside, and of two states. */
const sourceTexts: Readonly<
  Record<Report["source"], Readonly<Record<"none" | "wider" | "narrower" | "same", string>>>
> = {
  preview: {
    none: "No access changes",
    wider: "Access gets wider",
    narrower: "Access gets narrower",
    same: "Nobody gets more or less access",
  },
  drift: {
    none: "No access was changed outside of Pulumi",
    wider: "Access was made wider outside of Pulumi",
    narrower: "Access was made narrower outside of Pulumi",
    same: "Outside of Pulumi things were changed, but nobody has more or less access",
  },
  states: {
    none: "No access changed between the two states",
    wider: "Access got wider between the two states",
    narrower: "Access got narrower between the two states",
    same: "Between the two states nobody got more or less access",
  },
};

/** Writes the first sentence of a report. What is not whole never says that nothing changes. */
export function writeHeadline(facts: HeadlineFacts): string {
  const { findings, run } = facts;
  if (!run.complete) {
    return "The preview failed: what follows is not the whole picture.";
  }
  const more = findings === 1 ? " 1 finding needs attention." : ` ${findings} findings need attention.`;
  return `${sayChanges(facts)}${findings === 0 ? "" : more}`;
}

function sayChanges({ source, run, changes }: HeadlineFacts): string {
  const texts = sourceTexts[source];
  const limited = run.targeted ? " among the resources that the run was limited to" : "";
  if (changes.length === 0) {
    return `${texts.none}${limited}.`;
  }
  const [widening, others] = [changes.filter(isWider), changes.filter((change) => !isWider(change))];
  if (widening.length > 0) {
    const wider = countNews(widening, widerNews);
    const unseen = countNews(
      widening.filter((change) => !isNews(change, widerNews)),
      unseenNews,
    );
    return wider.length > 0
      ? `${texts.wider}${limited}: ${[...wider, ...unseen].join(", ")}.`
      : `It cannot be said whether access gets wider${limited}: ${unseen.join(", ")}.`;
  }
  const narrower = countNews(others, narrowerNews);
  return narrower.length > 0
    ? `${texts.narrower}${limited}: ${narrower.join(", ")}.`
    : `${texts.same}${limited}: ${changes.length === 1 ? "1 change touches" : `${changes.length} changes touch`} what gives it.`;
}

function isWider({ effects }: Change): boolean {
  return isWidening({ kind: "change", effects: [...effects] });
}
