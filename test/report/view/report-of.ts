import type { Analysis } from "../../../analysis/analyze";
import { findChanges } from "../../../analysis/changes/find-changes";
import type { EngineRun } from "../../../analysis/engine/engine-run";
import type { Entity } from "../../../analysis/model/model";
import type { Phrase } from "../../../analysis/phrase";
import { findFindings } from "../../../analysis/rules/find-findings";
import { listItems } from "../../../report/item-kinds";
import type { Report } from "../../../report/report-document";
import { createReport, type ReportOptions } from "../../../report/view/create-report";

/** A run that says nothing beside what its two models say. */
export const plainRun: EngineRun = {
  source: "preview",
  project: "shop",
  stack: "prod",
  steps: [],
  complete: true,
  failures: [],
  includesUnchanged: true,
};

/** What a report is made of beside its things. */
export interface Setting extends ReportOptions {
  readonly run?: Partial<EngineRun>;
  /** Whether the rules are asked too. Default: no. */
  readonly withFindings?: boolean;
  /** Whether all findings were there before. Default: none. */
  readonly standing?: boolean;
}

/** The report of a run that leads from the first things to the second ones. */
export function reportOf(before: readonly Entity[], after: readonly Entity[], setting: Setting = {}): Report {
  const { run: changes, withFindings = false, standing = false, ...options } = setting;
  const run = { ...plainRun, ...changes };
  const models = { before: { entities: before }, after: { entities: after } };
  const analysis: Analysis = {
    ...models,
    changes: findChanges(run, models.before, models.after),
    findings: withFindings ? findFindings(models.after).map((finding) => ({ ...finding, standing })) : [],
  };
  return createReport(run, analysis, options);
}

/** A sentence as plain text, values in backticks. */
export function readPhrase(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === "string" ? part : `\`${part.value}\``)).join("");
}

/** The titles of all items, in their order. */
export function readTitles(report: Report): readonly string[] {
  return listItems(report).map(({ title }) => readPhrase(title));
}

/** All sentences of the first item. */
export function readDetails(report: Report): readonly string[] {
  return (listItems(report)[0]?.details ?? []).map(readPhrase);
}
