import type { Analysis } from "../../analysis/analyze";
import type { EngineRun } from "../../analysis/engine/engine-run";
import { findHighestLevel, levels, type Level } from "../../analysis/level";
import type { Phrase } from "../../analysis/phrase";
import { isStanding, isWidening } from "../item-kinds";
import type { Report, ReportItem, ReportSection } from "../report-document";
import { createChangeItem } from "./create-change-item";
import { createFindingItem } from "./create-finding-item";
import { fitPhrase, shortenMiddle } from "./fit-phrase";
import { createGraph } from "./graph";
import type { ItemDraft, ItemHead } from "./item-draft";
import { listLimits } from "./limits";
import { compareItems, placeItem, sectionNames } from "./place-item";
import { createViewContext, type ViewContext } from "./view-context";
import { writeHeadline } from "./write-headline";
import { writeSentences } from "./write-sentences";

/** What the caller knows and the run does not show. */
export interface ReportOptions {
  /** Whether the run was limited to some resources, which leaves no trace in it. Default: no. */
  readonly targeted?: boolean;
}

/** More items than this in a section are counted only: nobody reads them, and the first ones need attention the most. */
const mostItems = 1_000;

const mostFailures = 100;

/**
 * Makes the report of a run: the page that a reviewer reads who does not know Azure. It keeps to the report's schema whatever the
 * run holds, and the same run gives the same report.
 */
export function createReport(run: EngineRun, analysis: Analysis, { targeted = false }: ReportOptions = {}): Report {
  const context = createViewContext(run, analysis);
  const items = tellApart([
    ...analysis.changes.map((change) => createChangeItem(change, context)),
    ...createFindingItems(analysis),
  ]);
  const sections = groupItems(items);
  const runPart = describeRun(run, targeted);
  return {
    format: "keyless-report",
    version: 1,
    project: shortenMiddle(run.project, 200),
    stack: shortenMiddle(run.stack, 200),
    source: run.source,
    run: runPart,
    summary: summarize(
      items.map(({ head }) => head),
      runPart,
      context,
    ),
    sections: sections.map(({ name, drafts }) => ({ name, items: drafts.slice(0, mostItems).map(finishItem) })),
    graph: createGraph(context),
    limits: [...countOmitted(sections), ...listLimits(context)].map(fitPhrase),
  };
}

function describeRun(run: EngineRun, targeted: boolean): Report["run"] {
  return {
    complete: run.complete,
    failures: run.failures.slice(0, mostFailures).map(({ message, urn }) => ({
      message: shortenMiddle(message, 4_000),
      ...(urn === undefined ? {} : { urn: shortenMiddle(urn, 4_000) }),
    })),
    includesUnchanged: run.includesUnchanged,
    targeted,
  };
}

function createFindingItems({ after, findings }: Analysis): readonly ItemDraft[] {
  const classes = new Map<string, string>(after.entities.map((entity) => [entity.urn, entity.class]));
  return findings.map((finding) => createFindingItem(finding, classes.get(finding.urn) ?? "resource"));
}

/** Sorts items, and gives those of the same ID different ones, so that a reader can point at each. */
function tellApart(drafts: readonly ItemDraft[]): readonly ItemDraft[] {
  const seen = new Map<string, number>();
  return [...drafts]
    .sort((a, b) => compareItems(a.head, b.head))
    .map((draft) => {
      const { head } = draft;
      const count = (seen.get(head.id) ?? 0) + 1;
      seen.set(head.id, count);
      return count === 1 ? draft : { ...draft, head: { ...head, id: shortenMiddle(`${head.id} #${count}`, 2_000) } };
    });
}

interface SectionDraft {
  readonly name: ReportSection["name"];
  readonly drafts: readonly ItemDraft[];
}

function groupItems(sorted: readonly ItemDraft[]): readonly SectionDraft[] {
  const groups = new Map(sectionNames.map((name) => [name, new Array<ItemDraft>()]));
  for (const draft of sorted) {
    groups.get(placeItem(draft.head))?.push(draft);
  }
  return [...groups].map(([name, drafts]) => ({ name, drafts })).filter(({ drafts }) => drafts.length > 0);
}

function finishItem({ head, write }: ItemDraft): ReportItem {
  return { ...head, ...write() };
}

function summarize(items: readonly ItemHead[], run: Report["run"], context: ViewContext): Report["summary"] {
  const changes = context.analysis.changes.filter(({ action }) => action !== "read");
  const current = items.filter((item) => !isStanding(item));
  const level = findHighestLevel(current.map((item) => item.level));
  const findings = current.filter((item) => item.kind === "finding" && placeItem(item) === "needsAttention").length;
  const standing = items.length - current.length;
  return {
    level: run.complete ? level : findHighestLevel([level, "high"]),
    widens: items.some(isWidening),
    changes: changes.length,
    findings: items.filter(({ kind }) => kind === "finding").length,
    byLevel: countLevels(current),
    headline: [writeHeadline({ source: context.run.source, run, changes, findings })],
    sentences: writeSentences(changes, standing, context).map(fitPhrase),
  };
}

function countLevels(items: readonly ItemHead[]): Record<Level, number> {
  const counts: Record<Level, number> = { none: 0, info: 0, low: 0, medium: 0, high: 0, critical: 0 };
  for (const level of levels) {
    counts[level] = items.filter((item) => item.level === level).length;
  }
  return counts;
}

function countOmitted(sections: readonly SectionDraft[]): readonly Phrase[] {
  const omitted = sections.reduce((count, { drafts }) => count + Math.max(0, drafts.length - mostItems), 0);
  return omitted === 0
    ? []
    : [
        [
          `${omitted} more items are counted above but not listed: no section lists more than ${mostItems}, the most important first.`,
        ],
      ];
}
