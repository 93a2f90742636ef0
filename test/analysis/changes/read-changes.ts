import type { Change } from "../../../analysis/changes/change";
import { findChanges } from "../../../analysis/changes/find-changes";
import { buildRun, type RunParts } from "../../support/run-builders";

/** The changes that a run makes. */
export function readChanges(parts: RunParts): readonly Change[] {
  const { run, before, after } = buildRun(parts);
  return findChanges(run, before, after);
}

/** Each change in one line: class, action, level, effects. */
export function readSummary(parts: RunParts): readonly string[] {
  return readChanges(parts).map(summarize);
}

/** A change in one line: class, action, level, effects. */
export function summarize({ class: entityClass, action, level, effects }: Change): string {
  return [entityClass, action, level, ...effects].join(" ");
}

/** All reasons of all changes as one text, values in quotes. */
export function readReasons(parts: RunParts): string {
  return readChanges(parts)
    .flatMap(({ reasons }) => reasons)
    .map((phrase) => phrase.map((part) => (typeof part === "string" ? part : `"${part.value}"`)).join(""))
    .join("\n");
}
