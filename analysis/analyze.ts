import type { Change } from "./changes/change";
import { findChanges } from "./changes/find-changes";
import { findStandingFindings } from "./changes/find-standing-findings";
import type { EngineResource } from "./engine/engine-resource";
import type { EngineRun } from "./engine/engine-run";
import type { Model } from "./model/model";
import { buildModel } from "./recognize/build-model";
import { findFindings } from "./rules/find-findings";
import type { Finding } from "./rules/rule";
import type { RuleOptions } from "./rules/rule-options";

/** A finding, and whether it is news. */
export interface AnalyzedFinding extends Finding {
  /** True where the same rule found the same before the run: it stands, and the run neither made nor mends it. */
  readonly standing: boolean;
}

/** What a run means: all that a report says comes from here. */
export interface Analysis {
  /** Who could do what before the run. */
  readonly before: Model;
  /** Who can do what after it. */
  readonly after: Model;
  /** The highest level first, then by ID. */
  readonly changes: readonly Change[];
  /** What the rules say of the model after the run: the highest level first, then by rule and URN. */
  readonly findings: readonly AnalyzedFinding[];
}

/**
 * Analyzes a run of the engine.
 *
 * @param options what a team decides for itself; what is left out has its default. Whether the whole stack is seen comes from the
 * run.
 */
export function analyze(run: EngineRun, options: Partial<RuleOptions> = {}): Analysis {
  const before = buildModel(collectResources(run, "before"));
  const after = buildModel(collectResources(run, "after"));
  const ruleOptions = { wholeStack: run.complete && run.includesUnchanged, ...options };
  const findings = findFindings(after, ruleOptions);
  const standing = findStandingFindings(
    { run, before, after },
    { before: findFindings(before, ruleOptions), after: findings },
  );
  return {
    before,
    after,
    changes: findChanges(run, before, after),
    findings: findings.map((finding) => ({ ...finding, standing: standing.has(finding) })),
  };
}

/** The resources of one side. Where the engine lists a replacement in parts, a resource is taken once. */
function collectResources({ steps }: EngineRun, side: "before" | "after"): readonly EngineResource[] {
  const resources = new Map<string, EngineResource>();
  for (const step of steps) {
    const resource = step[side];
    if (resource !== undefined && !(side === "after" && step.operation === "delete")) {
      resources.set(resource.urn, resource);
    }
  }
  return [...resources.values()];
}
