import { findHighestLevel, type Level } from "../level";
import type { CustomRole, RoleAssignment } from "../model/role-assignment";
import { assessRights } from "../risk/assess-role";
import { assessRoleAssignment } from "../risk/assess-role-assignment";
import { readCustomRights } from "../risk/find-rights";
import { findRelation, gains, loses, type Relation } from "../risk/relation";
import { coversRights } from "../risk/rights";
import type { ChangeContext } from "./change-context";
import type { ClassRules, Pair } from "./class-rules";
import { compareValues, isSameText } from "./compare-values";
import { createLookup } from "./lookup";
import { writeValue } from "./name-value";
import { atLeast, joinVerdicts, noChange, type Verdict } from "./verdict";

const lists = ["actions", "notActions", "dataActions", "notDataActions"] as const;

/** Custom roles: what those who have them may do. */
export const customRoleRules: ClassRules<CustomRole> = {
  hasOwnId: true,
  formatMeaning: () => undefined,
  formatPairKeys: ({ entity }) => [entity.roleName.state === "known" ? entity.roleName.value.toLowerCase() : undefined],
  describe: ({ entity }) => (entity.roleName.state === "known" ? writeValue(entity.roleName) : entity.name),
  judgeAdded: (role) => {
    const rights = readCustomRights(role);
    return rights === undefined
      ? {
          level: "medium",
          effects: ["cannotBeReviewed"],
          reasons: [["What the role allows cannot be seen before the deployment."]],
        }
      : {
          level: "low",
          effects: [],
          reasons: [["A role gives nothing until it is assigned."], [`It ${assessRights(rights).reason}.`]],
        };
  },
  judgeRemoved: () => ({ level: "low", effects: [], reasons: [["Nobody can be given this role any more."]] }),
  judgeChanged: (pair, context) => joinVerdicts([judgeRights(pair, context), judgeOthers(pair, context)]),
  judgeReplaced: () => ({
    level: "low",
    effects: [],
    reasons: [["The role's ID is new: what was assigned under the old one outside of this stack is lost."]],
  }),
};

function judgeRights(pair: Pair<CustomRole>, context: ChangeContext): Verdict {
  const fields = lists.filter(
    (field) =>
      compareValues({ before: pair.before[field], after: pair.after[field], isSame: isSameList }, pair, context) !==
      "same",
  );
  if (fields.length === 0) {
    return noChange;
  }
  const [before, after] = [readCustomRights(pair.before), readCustomRights(pair.after)];
  const relation: Relation =
    before === undefined || after === undefined
      ? "unknown"
      : findRelation({ beforeHasAll: coversRights(before, after), afterHasAll: coversRights(after, before) });
  if (relation === "unknown") {
    return {
      level: atLeast(findAssignedLevel(pair.after, context), "medium"),
      effects: ["cannotBeReviewed"],
      fields,
      reasons: [["What the role allows cannot be compared with before."]],
    };
  }
  const isWider = gains(relation);
  const reason = after === undefined ? "" : assessRights(after).reason;
  const newlyAssigns =
    after !== undefined &&
    before !== undefined &&
    assessRights(after).assignsRoles &&
    !assessRights(before).assignsRoles;
  return {
    level: isWider ? atLeast(findAssignedLevel(pair.after, context), "medium") : "low",
    effects: [
      ...(isWider ? (["widensAccess"] as const) : []),
      ...(loses(relation) ? (["narrowsAccess"] as const) : []),
      ...(newlyAssigns ? (["escalates"] as const) : []),
    ],
    fields,
    reasons: isWider
      ? [["Everybody who has the role may do more."], [`It ${reason}.`]]
      : [
          [
            relation === "same"
              ? "It is written in another way, but allows the same."
              : "Everybody who has the role may do less.",
          ],
        ],
  };
}

/** The highest level that an assignment of the role has. */
function findAssignedLevel(role: CustomRole, context: ChangeContext): Level {
  return findHighestLevel(
    findAssignments(context, role.urn).map(
      (assignment) => assessRoleAssignment(assignment, context.models.after).level,
    ),
  );
}

const findAssignments = createLookup<ChangeContext, RoleAssignment>(
  ({ index }) => index.after.list("roleAssignment"),
  ({ role }) => (role.kind === "declared" ? role.urn : undefined),
);

function judgeOthers(pair: Pair<CustomRole>, context: ChangeContext): Verdict {
  const { before, after } = pair;
  const isRenamed =
    compareValues({ before: before.roleName, after: after.roleName, isSame: isSameText }, pair, context) !== "same";
  const isMoved =
    compareValues(
      { before: before.assignableScopes, after: after.assignableScopes, isSame: isSameList },
      pair,
      context,
    ) !== "same";
  return joinVerdicts([
    isRenamed
      ? { level: "info", effects: [], fields: ["roleName"], reasons: [["Its name differs; what it allows does not."]] }
      : noChange,
    isMoved
      ? {
          level: "low",
          effects: [],
          fields: ["assignableScopes"],
          reasons: [["It can be assigned in other places; nobody gets it by that alone."]],
        }
      : noChange,
  ]);
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  const normalize = (list: readonly string[]): string =>
    JSON.stringify([...new Set(list.map((item) => item.toLowerCase()))].sort());
  return normalize(a) === normalize(b);
}
