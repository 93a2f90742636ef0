import type { EngineResource } from "./engine-resource";

/** What the engine would do with a resource. `unknown` is an operation that this version does not know. */
export type StepOperation =
  "same" | "create" | "update" | "delete" | "replace" | "read" | "import" | "refresh" | "discard" | "unknown";

/** One step: a resource before and after. Create, import and read have no before; delete and discard have no after. */
export interface EngineStep {
  readonly operation: StepOperation;
  /** The URN after the step; of a deleted resource, its last one. */
  readonly urn: string;
  readonly before?: EngineResource;
  readonly after?: EngineResource;
  /** Names of top-level properties that differ, as the provider says; sorted. */
  readonly differences: readonly string[];
  /** Those of them that force a replacement; sorted. */
  readonly replaceReasons: readonly string[];
  /** Set on a replacement. */
  readonly replacement?: "create-before-delete" | "delete-before-create";
}

/** What went wrong in a run. The text comes from the engine, a provider or the program: it may say anything. */
export interface RunFailure {
  readonly message: string;
  readonly urn?: string;
}

/** What one run of the engine (or two exports of a state) tells, ready for analysis. Steps are sorted by URN. */
export interface EngineRun {
  /** `preview` shows what a program would change, `drift` what was changed outside, `states` the difference of two exports. */
  readonly source: "preview" | "drift" | "states";
  readonly project: string;
  readonly stack: string;
  readonly steps: readonly EngineStep[];
  /** True only where nothing hints that steps are missing: no failure, and a summary that agrees with the steps. */
  readonly complete: boolean;
  readonly failures: readonly RunFailure[];
  /** True where unchanged resources are listed: without them, references into them cannot be followed. */
  readonly includesUnchanged: boolean;
}
