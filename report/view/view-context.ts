import type { Analysis } from "../../analysis/analyze";
import type { EngineRun } from "../../analysis/engine/engine-run";
import { createAccessSide, type AccessSide } from "./access-side";

/** What a report is made from. */
export interface ViewContext {
  readonly run: EngineRun;
  readonly analysis: Analysis;
  readonly before: AccessSide;
  readonly after: AccessSide;
}

/** Prepares what all parts of the view look at. */
export function createViewContext(run: EngineRun, analysis: Analysis): ViewContext {
  return {
    run,
    analysis,
    before: createAccessSide(analysis.before, run, "before"),
    after: createAccessSide(analysis.after, run, "after"),
  };
}
