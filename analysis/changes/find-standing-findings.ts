import type { EngineRun } from "../engine/engine-run";
import type { Entity, Model } from "../model/model";
import type { Finding } from "../rules/rule";
import { createChangeContext, type ChangeContext } from "./change-context";
import { describeThing } from "./describe-thing";
import type { Side } from "./side";

/** A run with its models. */
export interface ModelledRun {
  readonly run: EngineRun;
  readonly before: Model;
  readonly after: Model;
}

/**
 * Finds the findings that were there before the run: the same rule, at the same level, on a thing that means the same. A rule that
 * finds something else wrong with a thing that changed has news.
 */
export function findStandingFindings(
  { run, before, after }: ModelledRun,
  findings: Readonly<Record<Side, readonly Finding[]>>,
): ReadonlySet<Finding> {
  const context = createChangeContext(run, before, after);
  const things = { before: indexThings(before), after: indexThings(after) };
  const format = (finding: Finding, side: Side): string =>
    JSON.stringify([finding.rule, finding.level, ...formatThings(finding, side, { context, things: things[side] })]);
  const known = new Set(findings.before.map((finding) => format(finding, "before")));
  return new Set(findings.after.filter((finding) => known.has(format(finding, "after"))));
}

function indexThings(model: Model): ReadonlyMap<string, readonly Entity[]> {
  const things = new Map<string, Entity[]>();
  for (const entity of model.entities) {
    const list = things.get(entity.urn) ?? [];
    list.push(entity);
    things.set(entity.urn, list);
  }
  return things;
}

function formatThings(
  finding: Finding,
  side: Side,
  { context, things }: { readonly context: ChangeContext; readonly things: ReadonlyMap<string, readonly Entity[]> },
): readonly string[] {
  const found = things.get(finding.urn) ?? [];
  return found.length === 0
    ? [context.lineage.followUrn(side, finding.urn)]
    : found.map((entity) => describeThing({ entity, side }, context)).sort();
}
