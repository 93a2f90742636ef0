import type { EngineRun } from "../engine/engine-run";
import { compareLevels } from "../level";
import type { Model } from "../model/model";
import { compareTexts } from "../compare-texts";
import type { Change } from "./change";
import { createChangeContext } from "./change-context";
import { listClasses } from "./class-rules-table";
import { findClassChanges } from "./find-class-changes";
import { findUnknownOperations } from "./find-unknown-operations";

/**
 * Finds what a run changes, by meaning: what gives the same access before and after is no change, whatever it is called.
 *
 * @param before what is there before the run.
 * @param after what is there after it.
 * @returns the changes, the highest level first, then by ID; the order of steps and of things does not matter.
 */
export function findChanges(run: EngineRun, before: Model, after: Model): readonly Change[] {
  const context = createChangeContext(run, before, after);
  const changes = [
    ...listClasses().flatMap((entityClass) => findClassChanges(entityClass, context)),
    ...findUnknownOperations(context),
  ];
  return tellApart(changes).sort((a, b) => compareLevels(b.level, a.level) || compareTexts(a.id, b.id));
}

/** Gives changes of the same meaning IDs of their own: by their names in the program, or else by their URNs. */
function tellApart(changes: readonly Change[]): Change[] {
  const byName = addWhereShared(changes, (change) => (change.after ?? change.before)?.name ?? "");
  return addWhereShared(byName, (change) => (change.after ?? change.before)?.urn ?? "");
}

function addWhereShared(changes: readonly Change[], read: (change: Change) => string): Change[] {
  const counts = new Map<string, number>();
  for (const { id } of changes) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return changes.map((change) =>
    (counts.get(change.id) ?? 0) > 1 ? { ...change, id: `${change.id} (${read(change)})` } : change,
  );
}
