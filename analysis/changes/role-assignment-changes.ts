import type { RoleAssignment } from "../model/role-assignment";
import type { Phrase } from "../phrase";
import { assessRoleAssignment, type AssignmentRisk } from "../risk/assess-role-assignment";
import { compareRoleAssignments } from "../risk/compare-role-assignments";
import { combineRelations, gains, loses, type Relation } from "../risk/relation";
import { nameRole } from "../rules/name-role";
import { startSentence } from "../rules/name-thing";
import { namePlace } from "../rules/place";
import { findCoveringAssignment } from "./find-covering-assignment";
import type { ChangeEffect } from "./change";
import type { ChangeContext } from "./change-context";
import type { ClassRules, Pair } from "./class-rules";
import { compareReferences, compareValues } from "./compare-values";
import { formatAssignmentMeaning, formatRoleKey, formatSuccessorKeys } from "./assignment-keys";
import type { Side } from "./side";
import { nameIdentityOf, writeReference, writeRole, writeValue } from "./name-value";
import { joinVerdicts, noChange, type Verdict } from "./verdict";

/** Role assignments: who may do what, to what. */
export const roleAssignmentRules: ClassRules<RoleAssignment> = {
  hasOwnId: false,
  formatMeaning: formatAssignmentMeaning,
  formatPairKeys: formatSuccessorKeys,
  describe: ({ entity, side }, context) =>
    [
      `${writeReference(entity.principal, side, context)} is ${writeRole(entity.role, side, context)}`,
      `at ${writeValue(entity.scope)}`,
      ...(entity.condition.state === "absent" ? [] : [`if ${writeValue(entity.condition)}`]),
    ].join(" "),
  judgeAdded: (assignment, context) => {
    const risk = assessRoleAssignment(assignment, context.models.after);
    const covering = findCoveringAssignment(assignment, "before", context);
    return covering === undefined
      ? { level: risk.level, effects: ["widensAccess", ...findRiskEffects(risk)], reasons: risk.reasons }
      : {
          level: "low",
          effects: [],
          reasons: [
            ["It gives nothing new: the identity had ", ...nameAssignment(covering, "before", context), " already."],
          ],
        };
  },
  judgeRemoved: (assignment, context) => {
    const covering = findCoveringAssignment(assignment, "after", context);
    return covering === undefined
      ? {
          level: "low",
          effects: ["narrowsAccess"],
          reasons: [
            [
              ...startSentence(nameIdentityOf(assignment.principal, "before", context)),
              " no longer has ",
              ...nameAssignment(assignment, "before", context),
              ".",
            ],
          ],
        }
      : {
          level: "info",
          effects: [],
          reasons: [
            ["It takes nothing away: the identity still has ", ...nameAssignment(covering, "after", context), "."],
          ],
        };
  },
  judgeChanged: (pair, context) =>
    joinVerdicts([judgePrincipal(pair, context), judgeRights(pair, context), judgePrincipalType(pair, context)]),
  judgeReplaced: ({ after }, { lineage }) => {
    const key = lineage.formatReferenceKey("after", after.principal);
    return key !== undefined && lineage.isReplaced(key)
      ? {
          level: "medium",
          effects: [],
          reasons: [
            ["It is re-attached to the new identity that takes the place of the old one: this is no new grant."],
          ],
        }
      : {
          level: "low",
          effects: [],
          reasons: [["It is deleted and made anew, so that the role is missing in between."]],
        };
  },
};

function findRiskEffects(risk: AssignmentRisk): readonly ChangeEffect[] {
  return [
    ...(risk.escalations.length > 0 ? (["escalates"] as const) : []),
    ...(risk.cannotBeReviewed ? (["cannotBeReviewed"] as const) : []),
  ];
}

function nameAssignment({ role, scope }: RoleAssignment, side: Side, context: ChangeContext): Phrase {
  return [...nameRole(role, context.index[side]), " in ", ...namePlace(scope)];
}

function judgePrincipal(pair: Pair<RoleAssignment>, context: ChangeContext): Verdict {
  const { before, after } = pair;
  switch (compareReferences({ before: before.principal, after: after.principal }, pair, context)) {
    case "different": {
      const risk = assessRoleAssignment(after, context.models.after);
      return {
        level: risk.level,
        effects: ["widensAccess", "narrowsAccess", ...findRiskEffects(risk)],
        fields: ["principal"],
        reasons: [
          ["Somebody else gets the role: ", ...nameIdentityOf(after.principal, "after", context), "."],
          ["The one that had it loses it: ", ...nameIdentityOf(before.principal, "before", context), "."],
          ...risk.reasons,
        ],
      };
    }
    case "unseen": {
      const risk = assessRoleAssignment(after, context.models.after);
      return {
        level: risk.level,
        effects: ["cannotBeReviewed"],
        fields: ["principal"],
        reasons: [["Who has the role cannot be seen before the deployment."], ...risk.reasons],
      };
    }
    case "reattached":
      return {
        level: "medium",
        effects: [],
        fields: ["principal"],
        reasons: [["It is re-attached to what it was attached to before, whose ID is new: this is no new grant."]],
      };
    case "same":
      return noChange;
  }
}

function judgePrincipalType(pair: Pair<RoleAssignment>, context: ChangeContext): Verdict {
  const values = { before: pair.before.principalType, after: pair.after.principalType };
  return compareValues(values, pair, context) === "same"
    ? noChange
    : {
        level: "info",
        effects: [],
        fields: ["principalType"],
        reasons: [["What it says of the kind of its principal differs; who has the role does not."]],
      };
}

/** How role, scope and condition of a pair compare, with what the engine knows of values that are not known yet. */
function compareRights(
  pair: Pair<RoleAssignment>,
  context: ChangeContext,
): Record<"role" | "scope" | "condition", Relation> {
  const { before, after } = pair;
  const relation = compareRoleAssignments(
    { assignment: before, model: context.models.before },
    { assignment: after, model: context.models.after },
  );
  const settle = (known: Relation, field: "scope" | "condition"): Relation => {
    const value = compareValues({ before: before[field], after: after[field] }, pair, context);
    return known === "unknown" && (value === "same" || value === "reattached") ? "same" : known;
  };
  return {
    role: isSameRole(pair, context) ? "same" : relation.role,
    scope: settle(relation.scope, "scope"),
    condition: settle(relation.condition, "condition"),
  };
}

function isSameRole({ before, after }: Pair<RoleAssignment>, { lineage }: ChangeContext): boolean {
  const key = formatRoleKey(before.role, "before", lineage);
  return key !== undefined && key === formatRoleKey(after.role, "after", lineage);
}

function judgeRights(pair: Pair<RoleAssignment>, context: ChangeContext): Verdict {
  const relations = compareRights(pair, context);
  const fields = (["role", "scope", "condition"] as const).filter((name) => isDifferent(name, pair, relations[name]));
  if (fields.length === 0) {
    return noChange;
  }
  const whole = combineRelations(Object.values(relations));
  if (whole === "same") {
    return {
      level: "medium",
      effects: [],
      fields,
      reasons: [["It is re-attached to what it belonged to before, whose ID is new: this is no new grant."]],
    };
  }
  const parts = Object.values(relations);
  const risk = assessRoleAssignment(pair.after, context.models.after);
  const isWider = parts.some(gains);
  const isUnknown = whole === "unknown" || (isWider && risk.cannotBeReviewed);
  const old = assessRoleAssignment(pair.before, context.models.before);
  const isNewlyEscalating = isWider && risk.escalations.some((escalation) => !old.escalations.includes(escalation));
  return {
    level: isWider || isUnknown ? risk.level : "low",
    effects: [
      ...(isWider ? (["widensAccess"] as const) : []),
      ...(parts.some(loses) ? (["narrowsAccess"] as const) : []),
      ...(relations.condition === "wider" && pair.after.condition.state === "absent"
        ? (["removesGuard"] as const)
        : []),
      ...(isNewlyEscalating ? (["escalates"] as const) : []),
      ...(isUnknown ? (["cannotBeReviewed"] as const) : []),
    ],
    fields,
    reasons: [explainWhole(pair, { isWider, isUnknown }, context), ...(isWider || isUnknown ? risk.reasons : [])],
  };
}

function isDifferent(
  name: "role" | "scope" | "condition",
  { before, after }: Pair<RoleAssignment>,
  relation: Relation,
): boolean {
  return relation !== "same" || (name !== "role" && before[name].state !== after[name].state);
}

function explainWhole(
  { before, after }: Pair<RoleAssignment>,
  { isWider, isUnknown }: { readonly isWider: boolean; readonly isUnknown: boolean },
  context: ChangeContext,
): Phrase {
  const intro = isWider
    ? "It widens from "
    : isUnknown
      ? "It cannot be judged whether it widens: it changes from "
      : "It narrows from ";
  return [
    intro,
    ...nameAssignment(before, "before", context),
    " to ",
    ...nameAssignment(after, "after", context),
    ...(before.condition.state !== "absent" && after.condition.state === "absent"
      ? [", without the condition that limited it"]
      : []),
    ".",
  ];
}
