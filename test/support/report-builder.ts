import type { Level } from "../../analysis/level";
import type { Phrase, PhraseValue, PhraseValueKind } from "../../analysis/phrase";
import {
  type Report,
  type ReportGraph,
  type ReportItem,
  type ReportSection,
  reportSchema,
} from "../../report/report-document";

type Node = ReportGraph["nodes"][number];
type Edge = ReportGraph["edges"][number];

/** A value of a sentence. */
export function value(text: string, kind: PhraseValueKind = "name"): PhraseValue {
  return { value: text, kind };
}

/** One line of a report: a change unless it names a rule. */
export function item(title: Phrase, changes: Partial<ReportItem> = {}): ReportItem {
  const isFinding = changes.rule !== undefined;
  const id = title.map((part) => (typeof part === "string" ? part : part.value)).join("");
  const urn =
    "urn:pulumi:prod::shop::keyless:index:AzureServiceConnection$azuread:index/application:Application::shop-prod";
  return {
    id,
    kind: isFinding ? "finding" : "change",
    ...(isFinding ? {} : { action: "added" as const }),
    class: "serviceConnection",
    level: "medium",
    effects: [],
    details: [],
    urn,
    ...changes,
    title: [...title],
  };
}

/** A section with its items. */
export function section(name: ReportSection["name"], ...items: readonly ReportItem[]): ReportSection {
  return { name, items: [...items] };
}

/** A node of the access graph, unchanged unless it is said. Its id is its column and label. */
export function node(kind: Node["kind"], label: string, changes: Partial<Node> = {}): Node {
  return { id: `${kind} ${label}`, kind, label, state: "unchanged", level: "none", ...changes };
}

/** An edge of the access graph, unchanged unless it is said. */
export function edge(from: Node, to: Node, changes: Partial<Edge> = {}): Edge {
  return { from: from.id, to: to.id, state: "unchanged", ...changes };
}

/** A report that keeps to its schema: with nothing given, of a run without changes. */
export function report(changes: Partial<Report> = {}): Report {
  const items = (changes.sections ?? []).flatMap((one) => one.items);
  return reportSchema.parse({
    format: "keyless-report",
    version: 1,
    project: "shop",
    stack: "prod",
    source: "preview",
    run: { complete: true, failures: [], includesUnchanged: true, targeted: false },
    summary: {
      level: "none",
      widens: false,
      changes: items.filter(({ kind }) => kind === "change").length,
      findings: items.filter(({ kind }) => kind === "finding").length,
      byLevel: countLevels(items),
      headline: ["No access changes."],
      sentences: [],
    },
    sections: [],
    graph: { nodes: [], edges: [] },
    limits: [],
    ...changes,
  } satisfies Report);
}

function countLevels(items: readonly ReportItem[]): Record<Level, number> {
  const counts: Record<Level, number> = { none: 0, info: 0, low: 0, medium: 0, high: 0, critical: 0 };
  for (const { level } of items) {
    counts[level] += 1;
  }
  return counts;
}
