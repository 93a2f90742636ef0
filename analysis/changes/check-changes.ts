import type { Check, CheckKind } from "../model/check";
import type { ChangeContext } from "./change-context";
import type { ClassRules, Pair } from "./class-rules";
import { compareCheckSettings } from "./compare-check-settings";
import { compareReferences } from "./compare-values";
import { isConnectionGone } from "./is-connection-gone";
import { nameConnectionOf, writeReference, writeValue } from "./name-value";
import { joinVerdicts, noChange, type Verdict } from "./verdict";

/** How each kind is called in a sentence. */
const kindTexts: Readonly<Record<CheckKind, string>> = {
  approval: "approval",
  branchControl: "branch control",
  requiredTemplate: "required template",
  exclusiveLock: "exclusive lock",
  businessHours: "business hours check",
  restApi: "REST check",
  other: "check of a kind that Keyless does not know",
};

/** Approvals and checks: what stops those who get in. */
export const checkRules: ClassRules<Check> = {
  hasOwnId: false,
  formatMeaning: ({ entity, side }, { lineage }) => {
    const connection = lineage.formatReferenceKey(side, entity.connection);
    const settings = Object.entries(entity.settings).sort(([a], [b]) => (a < b ? -1 : 1));
    return connection !== undefined &&
      entity.kind !== "other" &&
      settings.every(([, { state }]) => state === "known" || state === "absent")
      ? JSON.stringify([connection, entity.kind, settings])
      : undefined;
  },
  formatPairKeys: ({ entity, side }, { lineage }) => {
    const connection = lineage.formatReferenceKey(side, entity.connection);
    return connection === undefined ? [] : [JSON.stringify([connection, entity.kind])];
  },
  describe: ({ entity, side }, context) => {
    const settings = Object.entries(entity.settings)
      .filter(([, { state }]) => state !== "absent")
      .map(([name, value]) => `${name}=${writeValue(value)}`)
      .sort();
    return `${entity.kind} on ${writeReference(entity.connection, side, context)} ${settings.join(" ")}`.trim();
  },
  judgeAdded: (check, context) => ({
    level: "low",
    effects: ["addsGuard"],
    reasons: [
      [`A new ${kindTexts[check.kind]} stops runs on `, ...nameConnectionOf(check.connection, "after", context), "."],
    ],
  }),
  judgeRemoved: (check, context) =>
    isConnectionGone(check.connection, context)
      ? { level: "info", effects: [], reasons: [["It goes with its service connection: nothing is left to guard."]] }
      : judgeLost(check, context),
  judgeChanged: (pair, context) => joinVerdicts([judgeConnection(pair, context), judgeSettings(pair, context)]),
  judgeReplaced: ({ after }, { lineage }) => {
    const step = lineage.findStep("after", after.urn);
    return step?.replacement === "create-before-delete"
      ? {
          level: "low",
          effects: [],
          reasons: [["The new one is made before the old one is deleted: something guards at every moment."]],
        }
      : {
          level: "medium",
          effects: [],
          reasons: [["It is deleted and made anew: nothing guards the connection in between."]],
        };
  },
};

function judgeLost(check: Check, context: ChangeContext): Verdict {
  return {
    level: "high",
    effects: ["removesGuard"],
    reasons: [
      [
        `The ${kindTexts[check.kind]} no longer stops runs on `,
        ...nameConnectionOf(check.connection, "before", context),
        ".",
      ],
    ],
  };
}

function judgeConnection(pair: Pair<Check>, context: ChangeContext): Verdict {
  const { before, after } = pair;
  switch (compareReferences({ before: before.connection, after: after.connection }, pair, context)) {
    case "different":
      return isConnectionGone(before.connection, context)
        ? {
            level: "low",
            effects: ["addsGuard"],
            fields: ["connection"],
            reasons: [
              [
                "It now guards ",
                ...nameConnectionOf(after.connection, "after", context),
                "; the connection that it guarded is gone.",
              ],
            ],
          }
        : { ...judgeLost(before, context), effects: ["addsGuard", "removesGuard"], fields: ["connection"] };
    case "unseen":
      return {
        level: "high",
        effects: ["cannotBeReviewed"],
        fields: ["connection"],
        reasons: [["Which connection it guards cannot be seen before the deployment."]],
      };
    case "reattached":
      return {
        level: "low",
        effects: [],
        fields: ["connection"],
        reasons: [["It is re-attached to the connection that it guarded before, whose ID is new."]],
      };
    case "same":
      return noChange;
  }
}

function judgeSettings(pair: Pair<Check>, context: ChangeContext): Verdict {
  const verdict = compareCheckSettings(pair, context);
  const step = context.lineage.findStep("after", pair.after.urn);
  const isHidden =
    (pair.after.kind === "other" || pair.after.kind === "restApi") &&
    step?.operation === "update" &&
    step.differences.length > 0 &&
    verdict.level === "none";
  return isHidden
    ? {
        level: "medium",
        effects: ["cannotBeReviewed"],
        fields: ["settings"],
        reasons: [["It changes in a way that Keyless does not understand: it may stop less than before."]],
      }
    : verdict;
}
