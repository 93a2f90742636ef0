import type { ProviderTarget } from "../model/provider-target";
import type { Phrase } from "../phrase";
import type { ChangeContext } from "./change-context";
import type { ClassRules, Pair } from "./class-rules";
import { compareValues } from "./compare-values";
import { nameValue, writeValue } from "./name-value";
import { joinVerdicts, noChange, type Verdict } from "./verdict";

const texts = {
  tenantId: "tenant",
  subscriptionId: "subscription",
  organization: "Azure DevOps organization",
  environment: "cloud",
} as const;
type Field = keyof typeof texts;
const fields: readonly Field[] = ["tenantId", "subscriptionId", "organization", "environment"];

/** Targets of explicit providers: where everything that they manage lives. */
export const providerTargetRules: ClassRules<ProviderTarget> = {
  hasOwnId: false,
  formatMeaning: () => undefined,
  formatPairKeys: () => [],
  describe: ({ entity }) =>
    [
      `${entity.package} provider ${entity.name}`,
      ...fields.flatMap((field) => (entity[field].state === "absent" ? [] : [`${field}=${writeValue(entity[field])}`])),
    ].join(" "),
  judgeAdded: (target, context) => {
    const moved = countMoved(target, context);
    return moved === 0
      ? {
          level: "low",
          effects: [],
          reasons: [["What is declared with it is made where it points."], ...nameTargets(target)],
        }
      : {
          level: "high",
          effects: ["cannotBeReviewed"],
          reasons: [
            [
              `${moved === 1 ? "One resource that was there before comes" : `${moved} resources that were there before come`} under it: whether that is the same place cannot be seen.`,
            ],
            ...nameTargets(target),
          ],
        };
  },
  judgeRemoved: () => ({ level: "info", effects: [], reasons: [["Nothing is declared with it any more."]] }),
  judgeChanged: (pair, context) => joinVerdicts(fields.map((field) => judgeField(field, pair, context))),
  judgeReplaced: () => ({
    level: "high",
    effects: [],
    reasons: [["The provider is made anew, and what it manages with it."]],
  }),
};

function nameTargets(target: ProviderTarget): readonly Phrase[] {
  return fields.flatMap((field): readonly Phrase[] =>
    target[field].state === "absent" ? [] : [[`Its ${texts[field]} is `, ...nameValue(target[field], "id"), "."]],
  );
}

/** How many resources had another provider before. */
function countMoved(target: ProviderTarget, { run, lineage }: ChangeContext): number {
  return run.steps.filter(
    ({ before, after }) =>
      before?.provider !== undefined &&
      after?.provider === target.urn &&
      lineage.followUrn("before", before.provider) !== target.urn,
  ).length;
}

function judgeField(field: Field, pair: Pair<ProviderTarget>, context: ChangeContext): Verdict {
  const { before, after } = { before: pair.before[field], after: pair.after[field] };
  const relation = compareValues({ before, after, isSame: isSameTarget }, pair, context);
  if (relation === "same" || relation === "reattached") {
    return noChange;
  }
  // Where the program gave no value, the provider took one from its surroundings: it may be the same.
  const isCertain = relation === "different" && before.state === "known" && after.state === "known";
  return {
    level: isCertain ? "critical" : "high",
    effects: isCertain ? ["narrowsAccess", "widensAccess"] : ["cannotBeReviewed"],
    fields: [field],
    reasons: [
      isCertain
        ? [
            `Everything that this provider manages moves to another ${texts[field]}: `,
            ...nameValue(after, "id"),
            " instead of ",
            ...nameValue(before, "id"),
            ".",
          ]
        : [
            `Whether everything that this provider manages moves to another ${texts[field]} cannot be seen: it changes from `,
            ...nameValue(before, "id"),
            " to ",
            ...nameValue(after, "id"),
            ".",
          ],
    ],
  };
}

function isSameTarget(a: string, b: string): boolean {
  const normalize = (text: string): string => text.trim().replace(/\/+$/, "").toLowerCase();
  return normalize(a) === normalize(b);
}
