import type { EngineRun, EngineStep } from "../engine/engine-run";
import type { Side } from "./side";

/** The steps of a run by the URNs of their resources, before and after. */
export interface StepIndex {
  readonly find: (side: Side, urn: string) => EngineStep | undefined;
  /** The URN that a resource has after the run; of one that is gone, its last one. */
  readonly followUrn: (side: Side, urn: string) => string;
}

/** Indexes the steps of a run. */
export function indexSteps({ steps }: EngineRun): StepIndex {
  const before = new Map<string, EngineStep>();
  const after = new Map<string, EngineStep>();
  for (const step of steps) {
    // Where the engine lists a replacement in parts, the part that has both sides says the most.
    if (step.before !== undefined) setUnlessBetter(before, step.before.urn, step);
    if (step.after !== undefined) setUnlessBetter(after, step.after.urn, step);
  }
  const renamed = new Map<string, string>();
  for (const { before: old, after: made } of steps) {
    if (old !== undefined && made !== undefined) {
      renamed.set(old.urn, made.urn);
      continue;
    }
    for (const alias of made?.aliases ?? []) {
      if (before.has(alias) && before.get(alias)?.after === undefined && !after.has(alias)) {
        renamed.set(alias, made?.urn ?? alias);
      }
    }
  }
  return {
    find: (side, urn) => (side === "before" ? before : after).get(urn),
    followUrn: (side, urn) => (side === "before" ? (renamed.get(urn) ?? urn) : urn),
  };
}

function setUnlessBetter(steps: Map<string, EngineStep>, urn: string, step: EngineStep): void {
  const known = steps.get(urn);
  if (known?.before === undefined || known.after === undefined) {
    steps.set(urn, step);
  }
}
