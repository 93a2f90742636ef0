import type { EngineRun } from "../engine/engine-run";
import type { Model } from "../model/model";
import { indexModel, type ModelIndex } from "../rules/model-index";
import { createLineage, type Lineage } from "./lineage";
import type { Side } from "./side";

/** What the rules of a class may look at beside the thing that changes. */
export interface ChangeContext {
  readonly run: EngineRun;
  readonly models: Readonly<Record<Side, Model>>;
  readonly index: Readonly<Record<Side, ModelIndex>>;
  readonly lineage: Lineage;
}

const contexts = new WeakMap<EngineRun, ChangeContext>();

/** Prepares what all classes need; once for a run and its models. */
export function createChangeContext(run: EngineRun, before: Model, after: Model): ChangeContext {
  const known = contexts.get(run);
  if (known?.models.before === before && known.models.after === after) {
    return known;
  }
  const context = prepareContext(run, before, after);
  contexts.set(run, context);
  return context;
}

function prepareContext(run: EngineRun, before: Model, after: Model): ChangeContext {
  return {
    run,
    models: { before, after },
    index: { before: indexModel(before), after: indexModel(after) },
    lineage: createLineage(run, before, after),
  };
}
