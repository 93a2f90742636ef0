import { holdsUnknown } from "../engine/holds-special-value";
import type { Declared } from "../model/declared";
import type { ChangeContext } from "./change-context";

/**
 * Whether a resource that the engine would replace is replaced for sure. It is not where all that asks for it are values that are not
 * known yet, and come from resources that stay and are updated: the engine then plans for the worst.
 */
export function isReplacementCertain({ urn }: Declared, { lineage }: ChangeContext): boolean {
  const step = lineage.findStep("after", urn);
  const after = step?.after;
  if (step?.operation !== "replace" || after === undefined || step.replaceReasons.length === 0) {
    return true;
  }
  return step.replaceReasons.some((name) => {
    const input = after.inputs[name];
    const sources = after.propertyDependencies[name] ?? [];
    return (
      input === undefined ||
      !holdsUnknown(input) ||
      sources.length === 0 ||
      sources.some((source) => !isUpdated(source))
    );
  });

  function isUpdated(source: string): boolean {
    const operation = lineage.findStep("after", source)?.operation;
    return operation === "update" || operation === "same";
  }
}
