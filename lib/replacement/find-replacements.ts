import { createProblem, type Problem } from "../errors/problem";
import type { GuardedValue, GuardedValues } from "./guarded-values-table";

type Properties = Readonly<Record<string, unknown>>;

/** A component as it stands and as the program declares it now. */
export interface ComponentChange {
  readonly oldInputs: Properties;
  readonly oldOutputs: Properties;
  readonly newInputs: Properties;
}

/**
 * Finds what a change of a component would replace. A value that is not known, on either side, is no change: in a preview it may be
 * known only later, and the deployment looks again. Nor is one that the program no longer gives: providers then keep what stands.
 */
export function findReplacements(values: GuardedValues, change: ComponentChange): readonly Problem[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const standing = change.oldInputs[name] ?? value.findStanding?.(change.oldOutputs);
    const declared = change.newInputs[name];
    return typeof standing === "string" && typeof declared === "string" ? compare(value, standing, declared) : [];
  });
}

function compare(
  { path, replaces, normalize = (value) => value }: GuardedValue,
  standing: string,
  declared: string,
): readonly Problem[] {
  return normalize(standing) === normalize(declared)
    ? []
    : [createProblem(path ?? declared, "would-replace", { replaced: replaces, standing, declared })];
}
