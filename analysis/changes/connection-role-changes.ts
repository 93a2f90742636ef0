import type { ConnectionRole } from "../model/connection-role";
import type { Phrase } from "../phrase";
import type { ChangeContext } from "./change-context";
import type { ClassRules, Pair, Placed } from "./class-rules";
import { compareReferences, compareValues, isSameText } from "./compare-values";
import { findStandingChecks } from "./find-standing-checks";
import { isConnectionGone } from "./is-connection-gone";
import { nameConnectionOf, nameValue, writeReference, writeValue } from "./name-value";
import { joinVerdicts, noChange, type Verdict } from "./verdict";

/** What each role or permission holds beside itself, in small letters. */
const heldRoles: Readonly<Record<string, readonly string[]>> = {
  administrator: ["user", "reader", "creator", "administer", "use", "create", "viewauthorization", "viewendpoint"],
  administer: ["administrator", "user", "reader", "creator", "use", "create", "viewauthorization", "viewendpoint"],
  user: ["reader", "use", "viewendpoint"],
  use: ["user", "reader", "viewendpoint"],
  creator: ["create"],
  create: ["creator"],
  viewauthorization: ["viewendpoint"],
};

/** Connection roles: who may change what protects a connection. */
export const connectionRoleRules: ClassRules<ConnectionRole> = {
  hasOwnId: false,
  formatMeaning: (placed, context) => {
    const place = formatPlace(placed, context);
    const { roles } = placed.entity;
    return place !== undefined && roles.state === "known" ? JSON.stringify([place, roles.value]) : undefined;
  },
  formatPairKeys: (placed, context) => [formatPlace(placed, context)],
  describe: ({ entity, side }, context) =>
    `${writeValue(entity.principal)} is ${writeValue(entity.roles)} on ${entity.connection.to === "absent" ? `all connections of ${writeValue(entity.project)}` : writeReference(entity.connection, side, context)}`,
  judgeAdded: (role, context) => judgeNew(role, readRoles(role), context),
  judgeRemoved: (role, context) => ({
    level: "low",
    effects: ["narrowsAccess"],
    reasons: [
      isConnectionGone(role.connection, context)
        ? ["It goes with its service connection."]
        : [{ value: writeValue(role.principal), kind: "id" }, " loses ", ...nameValue(role.roles, "role"), "."],
    ],
  }),
  judgeChanged: (pair, context) => joinVerdicts([judgeHolder(pair, context), judgeRoles(pair, context)]),
  judgeReplaced: () => ({
    level: "low",
    effects: [],
    reasons: [["It is deleted and made anew."]],
  }),
};

function formatPlace({ entity, side }: Placed<ConnectionRole>, { lineage }: ChangeContext): string | undefined {
  const connection = lineage.formatReferenceKey(side, entity.connection);
  const { project, principal } = entity;
  return connection !== undefined &&
    principal.state === "known" &&
    (project.state === "known" || project.state === "absent")
    ? JSON.stringify([
        connection,
        project.state === "known" ? project.value.toLowerCase() : "",
        principal.value.toLowerCase(),
      ])
    : undefined;
}

function readRoles({ roles }: ConnectionRole): readonly string[] {
  return roles.state === "known" ? roles.value : [];
}

function judgeNew(role: ConnectionRole, gained: readonly string[], context: ChangeContext): Verdict {
  const isProjectWide = role.connection.to === "absent";
  const administers = gained.some((name) => /^administ(?:er|rator)$/i.test(name));
  const isUnseen =
    role.roles.state !== "known" || (role.principal.state !== "known" && role.principal.state !== "absent");
  const where: Phrase = isProjectWide
    ? ["every connection of the project, also later ones"]
    : nameConnectionOf(role.connection, "after", context);
  return {
    level: administers || isProjectWide || role.roles.state !== "known" ? "high" : "medium",
    effects: [
      "widensAccess",
      ...(administers && isGuarded(role, context) ? (["weakensGuard"] as const) : []),
      ...(isUnseen ? (["cannotBeReviewed"] as const) : []),
    ],
    reasons: [
      [
        { value: writeValue(role.principal), kind: "id" },
        " gets ",
        ...nameValue(role.roles, "role"),
        " on ",
        ...where,
        ".",
      ],
      ...(administers
        ? [
            [
              "An administrator of a connection can take its checks away, permit pipelines and make it act as another identity.",
            ],
          ]
        : []),
    ],
  };
}

/** Whether somebody who administers it from now on can take away what stood before. */
function isGuarded({ connection }: ConnectionRole, context: ChangeContext): boolean {
  return connection.to === "absent"
    ? context.index.before.list("check").length > 0
    : findStandingChecks(context, context.lineage.formatReferenceKey("after", connection)).length > 0;
}

function judgeHolder(pair: Pair<ConnectionRole>, context: ChangeContext): Verdict {
  const { before, after } = pair;
  const relations = [
    compareReferences({ before: before.connection, after: after.connection }, pair, context),
    compareValues({ before: before.project, after: after.project, isSame: isSameText }, pair, context),
    compareValues({ before: before.principal, after: after.principal, isSame: isSameText }, pair, context),
  ];
  const names = ["connection", "project", "principal"];
  const fields = names.filter((_, index) => relations[index] !== "same");
  if (relations.includes("different")) {
    const verdict = judgeNew(after, readRoles(after), context);
    return { ...verdict, effects: ["narrowsAccess", ...verdict.effects], fields };
  }
  if (relations.includes("unseen")) {
    return { ...judgeNew(after, readRoles(after), context), effects: ["cannotBeReviewed"], fields };
  }
  return fields.length === 0
    ? noChange
    : {
        level: "low",
        effects: [],
        fields,
        reasons: [["It is re-attached to what it belonged to before, whose ID is new."]],
      };
}

function judgeRoles(pair: Pair<ConnectionRole>, context: ChangeContext): Verdict {
  const { before, after } = pair;
  const relation = compareValues({ before: before.roles, after: after.roles }, pair, context);
  if (relation === "same") {
    return noChange;
  }
  if (relation !== "different" || after.roles.state !== "known" || before.roles.state !== "known") {
    return { ...judgeNew(after, [], context), effects: ["cannotBeReviewed"], fields: ["roles"] };
  }
  const gained = findNotHeld(readRoles(after), readRoles(before));
  const lost = findNotHeld(readRoles(before), readRoles(after));
  if (gained.length > 0) {
    const verdict = judgeNew(after, gained, context);
    return {
      ...verdict,
      effects: [...verdict.effects, ...(lost.length > 0 ? (["narrowsAccess"] as const) : [])],
      fields: ["roles"],
    };
  }
  return {
    level: "low",
    effects: lost.length > 0 ? ["narrowsAccess"] : [],
    fields: ["roles"],
    reasons: [
      [
        { value: writeValue(after.principal), kind: "id" },
        " has less than before: ",
        ...nameValue(after.roles, "role"),
        ".",
      ],
    ],
  };
}

/** Which roles somebody who has others does not have by them. */
function findNotHeld(roles: readonly string[], by: readonly string[]): readonly string[] {
  const held = new Set(by.flatMap((role) => [role.toLowerCase(), ...(heldRoles[role.toLowerCase()] ?? [])]));
  return roles.filter((role) => !held.has(role.toLowerCase()));
}
