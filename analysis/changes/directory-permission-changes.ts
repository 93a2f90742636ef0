import { findDirectoryRole, findGraphAppRole } from "../../facts/directory-permissions";
import type { KnownDirectoryPermission } from "../../facts/directory-permissions-table";
import type { DirectoryPermission } from "../model/directory-permission";
import type { Value } from "../model/value";
import type { Phrase } from "../phrase";
import type { ChangeContext } from "./change-context";
import type { ClassRules, Pair } from "./class-rules";
import { startSentence } from "../rules/name-thing";
import { compareReferences, compareValues, isSameText } from "./compare-values";
import type { Side } from "./side";
import { nameIdentityOf, nameValue, writeReference, writeValue } from "./name-value";
import { joinVerdicts, noChange, type Verdict } from "./verdict";

/** Directory permissions: what an identity may do in Microsoft Entra ID. */
export const directoryPermissionRules: ClassRules<DirectoryPermission> = {
  hasOwnId: false,
  formatMeaning: ({ entity, side }, { lineage }) => {
    const principal = lineage.formatReferenceKey(side, entity.principal);
    const values = [entity.permission, entity.resource];
    return principal !== undefined && values.every(({ state }) => state === "known" || state === "absent")
      ? JSON.stringify([principal, entity.kind, ...values])
      : undefined;
  },
  formatPairKeys: () => [],
  describe: ({ entity, side }, context) =>
    `${writeReference(entity.principal, side, context)} has ${entity.kind} ${findKnown(entity)?.name ?? writeValue(entity.permission)} of ${writeValue(entity.resource)}`,
  judgeAdded: (permission, context) => judgeNew(permission, "after", context),
  judgeRemoved: (permission, context) => ({
    level: "low",
    effects: ["narrowsAccess"],
    reasons: [[...nameHolder(permission, "before", context), " no longer has ", ...namePermission(permission), "."]],
  }),
  judgeChanged: (pair, context) => joinVerdicts([judgePrincipal(pair, context), judgePermission(pair, context)]),
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
      : { level: "low", effects: [], reasons: [["It is deleted and made anew."]] };
  },
};

function findKnown({ kind, permission }: DirectoryPermission): KnownDirectoryPermission | undefined {
  if (permission.state !== "known") {
    return undefined;
  }
  switch (kind) {
    case "appRole":
      return findGraphAppRole(permission.value);
    case "directoryRole":
      return findDirectoryRole(permission.value);
    default:
      return undefined;
  }
}

/** Delegated permissions by their names: the same ones are dangerous, as far as the user who signs in may do it. */
function findScopes({ permission }: DirectoryPermission): readonly string[] {
  return permission.state === "known" ? permission.value.split(/[\s,]+/).filter((scope) => scope !== "") : [];
}

function namePermission(permission: DirectoryPermission): Phrase {
  const value =
    findKnown(permission)?.name ?? (permission.permission.state === "known" ? permission.permission.value : undefined);
  const name: Phrase = value === undefined ? nameValue(permission.permission, "id") : [{ value, kind: "role" }];
  switch (permission.kind) {
    case "appRole":
      return ["the application permission ", ...name];
    case "delegated":
      return ["the delegated permissions ", ...name];
    case "directoryRole":
      return ["the directory role ", ...name];
    case "groupMembership":
      return ["a membership in the group ", ...nameTarget(permission.permission)];
    case "owner":
      return ["the ownership of ", ...nameTarget(permission.resource)];
  }
}

/** Names a group or an application: one that is made here has a name before it has an ID. */
function nameTarget(value: Value): Phrase {
  const urn = findOnlySource(value);
  return urn === undefined
    ? nameValue(value, "id")
    : [{ value: urn.split("::").at(-1) ?? urn, kind: "name" }, " of this stack"];
}

/** The one resource whose ID a value will be. */
function findOnlySource(value: Value): string | undefined {
  return value.state === "unknown" && value.from.length === 1 ? value.from[0] : undefined;
}

/** Names who has a permission: an owner may be a person. */
function nameHolder({ principal }: DirectoryPermission, side: Side, context: ChangeContext): Phrase {
  return principal.to === "other"
    ? ["Whoever has the ID ", { value: principal.id, kind: "id" }]
    : startSentence(nameIdentityOf(principal, side, context));
}

/** Whether it can be seen what is given to whom. */
function isSeen({ kind, permission, principal, resource }: DirectoryPermission): boolean {
  const target = kind === "owner" ? resource : permission;
  const isTargetSeen =
    target.state === "known" ||
    ((kind === "owner" || kind === "groupMembership") && findOnlySource(target) !== undefined);
  return isTargetSeen && !["unknown", "secret", "unreadable"].includes(principal.to);
}

function judgeNew(permission: DirectoryPermission, side: Side, context: ChangeContext): Verdict {
  const { level, escalates, reason } = assess(permission);
  return {
    level,
    effects: [
      "widensAccess",
      ...(escalates ? (["escalates"] as const) : []),
      ...(isSeen(permission) ? [] : (["cannotBeReviewed"] as const)),
    ],
    reasons: [[...nameHolder(permission, side, context), " gets ", ...namePermission(permission), "."], [reason]],
  };
}

interface Assessment {
  readonly level: Verdict["level"];
  readonly escalates: boolean;
  readonly reason: string;
}

function assess(permission: DirectoryPermission): Assessment {
  const known = [
    ...[findKnown(permission)],
    ...(permission.kind === "delegated" ? findScopes(permission).map(findGraphAppRole) : []),
  ].flatMap((found) => found ?? []);
  const worst =
    known.find(({ tier }) => tier === "critical") ??
    known.find(({ tier }) => tier === "high") ??
    known.find(({ tier }) => tier === "medium") ??
    known[0];
  if (worst !== undefined) {
    return {
      level: worst.tier === "low" ? "medium" : worst.tier,
      escalates: worst.escalates,
      reason: `Who has it ${worst.reason}.`,
    };
  }
  switch (permission.kind) {
    case "owner":
      return { level: "high", escalates: true, reason: "An owner can add credentials, and so act as what it owns." };
    case "groupMembership":
      return {
        level: "medium",
        escalates: false,
        reason: "A member gets whatever the group has, also later; that cannot be seen here.",
      };
    default:
      return { level: "medium", escalates: false, reason: "What it allows is not among what Keyless knows." };
  }
}

function judgePrincipal(pair: Pair<DirectoryPermission>, context: ChangeContext): Verdict {
  const { before, after } = pair;
  switch (compareReferences({ before: before.principal, after: after.principal }, pair, context)) {
    case "different":
      return {
        ...judgeNew(after, "after", context),
        effects: ["narrowsAccess", ...judgeNew(after, "after", context).effects],
        fields: ["principal"],
      };
    case "unseen":
      return { ...judgeNew(after, "after", context), effects: ["cannotBeReviewed"], fields: ["principal"] };
    case "reattached":
      return {
        level: "medium",
        effects: [],
        fields: ["principal"],
        reasons: [["It is re-attached to what had it before, whose ID is new."]],
      };
    case "same":
      return noChange;
  }
}

function judgePermission(pair: Pair<DirectoryPermission>, context: ChangeContext): Verdict {
  const { before, after } = pair;
  const relations = (["permission", "resource"] as const).map((field) => ({
    field,
    relation: compareValues({ before: before[field], after: after[field], isSame: isSameText }, pair, context),
  }));
  const fields = relations.flatMap(({ field, relation }) => (relation === "same" ? [] : [field]));
  if (fields.length === 0) {
    return noChange;
  }
  if (relations.every(({ relation }) => relation === "same" || relation === "reattached")) {
    return {
      level: "low",
      effects: [],
      fields,
      reasons: [["It comes from the same resource as before, whose ID is new."]],
    };
  }
  const verdict = judgeNew(after, "after", context);
  if (!relations.some(({ relation }) => relation === "different")) {
    return { ...verdict, effects: ["cannotBeReviewed"], fields };
  }
  if (after.kind === "delegated" && fields.every((field) => field === "permission")) {
    return judgeScopes(pair, verdict);
  }
  return { ...verdict, effects: ["narrowsAccess", ...verdict.effects], fields };
}

function judgeScopes({ before, after }: Pair<DirectoryPermission>, verdict: Verdict): Verdict {
  const gains = !includesAll(findScopes(before), findScopes(after));
  const loses = !includesAll(findScopes(after), findScopes(before));
  return gains
    ? {
        ...verdict,
        effects: [...verdict.effects, ...(loses ? (["narrowsAccess"] as const) : [])],
        fields: ["permission"],
      }
    : {
        level: "low",
        effects: loses ? ["narrowsAccess"] : [],
        fields: ["permission"],
        reasons: [["It has less than before: ", ...namePermission(after), "."]],
      };
}

function includesAll(all: readonly string[], some: readonly string[]): boolean {
  return some.every((scope) => all.some((other) => isSameText(other, scope)));
}
