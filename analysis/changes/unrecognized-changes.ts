import type { Unrecognized } from "../model/unrecognized";
import type { ChangeContext } from "./change-context";
import type { ClassRules } from "./class-rules";
import { noChange, type Verdict } from "./verdict";

const unclear: Verdict = {
  level: "medium",
  effects: ["cannotBeReviewed"],
  reasons: [
    ["It is of a kind that can give access, and that this version of Keyless does not understand: review it by hand."],
  ],
};

/** Resources of kinds that can give access, which this version does not understand. */
export const unrecognizedRules: ClassRules<Unrecognized> = {
  hasOwnId: false,
  formatMeaning: () => undefined,
  formatPairKeys: () => [],
  describe: ({ entity }) => `${entity.type} ${entity.name}`,
  judgeAdded: () => unclear,
  // It may have been what stopped somebody.
  judgeRemoved: () => unclear,
  judgeChanged: ({ after }, context) => {
    const fields = findDifferences(after.urn, context);
    return fields.length === 0 ? noChange : { ...unclear, fields };
  },
  judgeReplaced: () => unclear,
};

function findDifferences(urn: string, { lineage }: ChangeContext): readonly string[] {
  const step = lineage.findStep("after", urn);
  if (step?.operation !== "update") {
    return [];
  }
  return step.differences.length > 0 ? step.differences : ["inputs"];
}
