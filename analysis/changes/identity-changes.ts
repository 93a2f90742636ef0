import type { DirectoryPermission } from "../model/directory-permission";
import type { Identity } from "../model/identity";
import type { RoleAssignment } from "../model/role-assignment";
import type { Phrase } from "../phrase";
import type { ChangeContext } from "./change-context";
import type { ClassRules, Pair } from "./class-rules";
import { compareValues } from "./compare-values";
import { findConnectionsOf } from "./find-connections-of";
import { createLookup } from "./lookup";
import { nameValue, writeValue } from "./name-value";
import { joinVerdicts, noChange, type Verdict } from "./verdict";

/** Identities: who gets in. */
export const identityRules: ClassRules<Identity> = {
  hasOwnId: true,
  formatMeaning: () => undefined,
  formatPairKeys: () => [],
  describe: ({ entity }) =>
    `${entity.kind} ${entity.displayName.state === "known" ? writeValue(entity.displayName) : entity.name}`,
  judgeAdded: (identity, context) => {
    const isGivenSomething = findGrants(context, identity.urn).length > 0;
    return {
      level: isGivenSomething ? "medium" : "low",
      effects: [],
      reasons: [
        isGivenSomething
          ? ["The new identity gets roles or permissions in the same change."]
          : ["A new identity may do nothing until it is given something."],
        ...(readOwners(identity).length > 0 ? [explainOwners(readOwners(identity))] : []),
      ],
    };
  },
  judgeRemoved: (identity, context) => {
    const isNamed = findConnectionsOf(context, context.lineage.formatKey("before", identity)).length > 0;
    return {
      level: isNamed ? "medium" : "low",
      effects: isNamed ? ["breaksUse", "narrowsAccess"] : ["narrowsAccess"],
      reasons: [
        isNamed
          ? ["A service connection still names the identity: pipelines that use it fail."]
          : ["Nobody can act as this identity any more, and whatever it was given elsewhere is lost."],
      ],
    };
  },
  judgeChanged: (pair, context) =>
    joinVerdicts([
      judgeOwners(pair, context),
      judgeSignInAudience(pair, context),
      judgeParts(pair, context),
      ...(["displayName", "resourceGroup"] as const).map((field) => judgePlainField(field, pair, context)),
    ]),
  judgeReplaced: () => ({
    level: "high",
    effects: ["replacesIdentity"],
    reasons: [["Its principal ID is new: whatever was given to the old one outside of this stack is lost."]],
  }),
};

const findGrants = createLookup<ChangeContext, RoleAssignment | DirectoryPermission>(
  ({ index }) => [...index.after.list("roleAssignment"), ...index.after.list("directoryPermission")],
  ({ principal }) => (principal.to === "declared" ? principal.urn : undefined),
);

function readOwners({ owners }: Identity): readonly string[] {
  return owners.state === "known" ? owners.value : [];
}

function explainOwners(owners: readonly string[]): Phrase {
  return owners.length === 1
    ? ["It has one owner, who can add credentials to it."]
    : [`It has ${owners.length} owners, who can add credentials to it.`];
}

function judgeOwners(pair: Pair<Identity>, context: ChangeContext): Verdict {
  const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
    b.every((id) => includesId(a, id)) && a.every((id) => includesId(b, id));
  const relation = compareValues(
    { before: pair.before.owners, after: pair.after.owners, isSame: isSameSet },
    pair,
    context,
  );
  if (relation === "same" || relation === "reattached") {
    return noChange;
  }
  if (relation === "unseen") {
    return {
      level: "medium",
      effects: ["cannotBeReviewed"],
      fields: ["owners"],
      reasons: [["Who owns it cannot be seen before the deployment: an owner can add credentials to it."]],
    };
  }
  const added = readOwners(pair.after).filter((id) => !includesId(readOwners(pair.before), id));
  const removed = readOwners(pair.before).filter((id) => !includesId(readOwners(pair.after), id));
  return {
    level: added.length > 0 ? "medium" : "low",
    effects: [
      ...(added.length > 0 ? (["widensAccess"] as const) : []),
      ...(removed.length > 0 ? (["narrowsAccess"] as const) : []),
    ],
    fields: ["owners"],
    reasons: [
      ...added.map((id): Phrase => [
        "A new owner can add credentials to it, and so act as it: ",
        { value: id, kind: "id" },
        ".",
      ]),
      ...removed.map((id): Phrase => ["No longer an owner: ", { value: id, kind: "id" }, "."]),
    ],
  };
}

function includesId(ids: readonly string[], id: string): boolean {
  return ids.some((other) => other.toLowerCase() === id.toLowerCase());
}

/** Who can sign in, as the audiences of applications that each value lets in. */
const signInAudiences: Readonly<Record<string, readonly string[]>> = {
  AzureADMyOrg: ["own"],
  AzureADMultipleOrgs: ["own", "others"],
  AzureADandPersonalMicrosoftAccount: ["own", "others", "personal"],
  PersonalMicrosoftAccount: ["personal"],
};

// What an application has that does not say: https://learn.microsoft.com/graph/api/resources/application
const usualAudience = { state: "known", value: "AzureADMyOrg" } as const;

function judgeSignInAudience(pair: Pair<Identity>, context: ChangeContext): Verdict {
  const fill = ({ signInAudience, kind }: Identity): Identity["signInAudience"] =>
    signInAudience.state === "absent" && kind === "application" ? usualAudience : signInAudience;
  const values = { before: fill(pair.before), after: fill(pair.after) };
  const relation = compareValues(values, pair, context);
  if (relation === "same" || relation === "reattached") {
    return noChange;
  }
  const read = (value: Identity["signInAudience"]): readonly string[] | undefined =>
    value.state === "known" ? signInAudiences[value.value] : undefined;
  const [before, after] = [read(values.before), read(values.after)];
  if (relation === "unseen" || before === undefined || after === undefined) {
    return {
      level: "medium",
      effects: ["cannotBeReviewed"],
      fields: ["signInAudience"],
      reasons: [["Who may sign in to it cannot be compared with before."]],
    };
  }
  const isWider = after.some((who) => !before.includes(who));
  return {
    level: isWider ? "medium" : "low",
    effects: [
      ...(isWider ? (["widensAccess"] as const) : []),
      ...(before.some((who) => !after.includes(who)) ? (["narrowsAccess"] as const) : []),
    ],
    fields: ["signInAudience"],
    reasons: [
      isWider
        ? [
            "More may sign in to it: from ",
            ...nameValue(values.before, "text"),
            " to ",
            ...nameValue(values.after, "text"),
            ".",
          ]
        : ["Fewer may sign in to it: ", ...nameValue(values.after, "text"), "."],
    ],
  };
}

function judgeParts({ before, after }: Pair<Identity>, { lineage }: ChangeContext): Verdict {
  const old = before.parts.map((urn) => lineage.followUrn("before", urn));
  const added = after.parts.filter((urn) => !old.includes(urn));
  const removed = old.filter((urn) => !after.parts.includes(urn));
  if (added.length + removed.length === 0 || !isDeclaredOnBothSides({ before, after }, lineage)) {
    return noChange;
  }
  return {
    level: "low",
    effects: [],
    fields: ["parts"],
    reasons: [
      added.length > 0
        ? ["A further resource of this stack is part of the identity, such as its service principal."]
        : ["A resource that was part of the identity is gone, such as its service principal."],
    ],
  };
}

/** Where an identity is recognized by its ID alone, its parts are listed on one side only. */
function isDeclaredOnBothSides({ before, after }: Pair<Identity>, lineage: ChangeContext["lineage"]): boolean {
  return before.parts.some((urn) => after.parts.includes(lineage.followUrn("before", urn)));
}

function judgePlainField(
  field: "displayName" | "resourceGroup",
  pair: Pair<Identity>,
  context: ChangeContext,
): Verdict {
  const relation = compareValues({ before: pair.before[field], after: pair.after[field] }, pair, context);
  return relation === "same" || relation === "reattached"
    ? noChange
    : {
        level: "info",
        effects: [],
        fields: [field],
        reasons: [
          [field === "displayName" ? "Its name differs; who it is does not." : "It lives in another resource group."],
        ],
      };
}
