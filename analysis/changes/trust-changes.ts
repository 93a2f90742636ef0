import { parseSubject } from "../../facts/subjects";
import type { ServiceConnection } from "../model/service-connection";
import type { Trust } from "../model/trust";
import type { Value } from "../model/value";
import type { Phrase } from "../phrase";
import { assessTrust } from "../risk/assess-trust";
import { coversWildcard } from "../risk/wildcard";
import { findTrustSource } from "../rules/find-trust-source";
import { startSentence } from "../rules/name-thing";
import type { ChangeContext } from "./change-context";
import type { ClassRules, Pair } from "./class-rules";
import { compareReferences, compareValues, type ValueRelation } from "./compare-values";
import { findConnectionsOf } from "./find-connections-of";
import type { Side } from "./side";
import { formatVisible, joinKeys } from "./join-keys";
import { nameIdentityOf, nameValue, writeReference, writeValue } from "./name-value";
import { atLeast, joinVerdicts, noChange, type Verdict } from "./verdict";

const deciding = ["issuer", "subject", "audience", "expression"] as const;

/** Federated identity credentials: who gets in, and from where. */
export const trustRules: ClassRules<Trust> = {
  hasOwnId: false,
  formatMeaning: ({ entity, side }, { lineage }) => {
    const identity = lineage.formatReferenceKey(side, entity.identity);
    const values = deciding.map((name) => entity[name]);
    return joinKeys([identity, ...values.map(formatVisible)]);
  },
  formatPairKeys: ({ entity, side }, context) => {
    const identity = context.lineage.formatReferenceKey(side, entity.identity);
    const party = findParty(entity, side, context);
    return identity === undefined || party === undefined ? [] : [JSON.stringify([identity, party])];
  },
  describe: ({ entity, side }, context) =>
    `${writeReference(entity.identity, side, context)} trusts ${writeParty(entity, side, context)}`,
  judgeAdded: (trust, { models }) => {
    const { level, cannotBeReviewed, reasons } = assessTrust(trust, models.after);
    return { level, effects: ["widensAccess", ...(cannotBeReviewed ? (["cannotBeReviewed"] as const) : [])], reasons };
  },
  judgeRemoved: (trust, context) => ({
    level: "low",
    effects: ["narrowsAccess", ...(isStillUsed(trust, context) ? (["breaksUse"] as const) : [])],
    reasons: [
      [
        "This party no longer gets in: ",
        ...nameValue(trust.expression.state === "absent" ? trust.subject : trust.expression, "subject"),
        ".",
      ],
      ...(isStillUsed(trust, context)
        ? [["A service connection still signs in as the identity, and fails unless another credential lets it in."]]
        : []),
    ],
  }),
  judgeChanged: (pair, context) => joinVerdicts([judgeIdentity(pair, context), judgeParty(pair, context)]),
  judgeReplaced: ({ after }, { lineage }) => {
    const key = lineage.formatReferenceKey("after", after.identity);
    return {
      level: "low",
      effects: ["replacesCredential"],
      reasons: [
        ...(key !== undefined && lineage.isReplaced(key)
          ? [["It is attached to the new identity that takes the place of the old one: this is no new trust."]]
          : []),
        ["It is deleted and made anew: tokens are refused in between, and for some minutes after."],
      ],
    };
  },
};

/** The service connection of the stack that a trust is for, by its key: only for pairing, it proves nothing. */
function findParty(trust: Trust, side: Side, { index, lineage }: ChangeContext): string | undefined {
  const source = findTrustSource(trust, index[side]);
  if (source !== undefined) {
    return lineage.formatKey(side, source);
  }
  const subject = trust.subject.state === "known" ? parseSubject(trust.subject.value) : undefined;
  return subject?.kind === "entra-service-connection"
    ? lineage.formatReferenceKey(side, { to: "other", id: subject.connectionId })
    : undefined;
}

function writeParty(trust: Trust, side: Side, { index }: ChangeContext): string {
  const { issuer, subject, audience, expression } = trust;
  const source = findTrustSource(trust, index[side]);
  if (source !== undefined) {
    return `service connection ${source.connectionName.state === "known" ? source.connectionName.value : source.name} for ${writeValue(audience)}`;
  }
  const who = expression.state === "absent" ? writeValue(subject) : `expression ${writeValue(expression)}`;
  return `${who} of ${writeValue(issuer)} for ${writeValue(audience)}`;
}

function isStillUsed(trust: Trust, context: ChangeContext): boolean {
  return findConnectionsOf(context, context.lineage.formatReferenceKey("before", trust.identity)).length > 0;
}

function judgeIdentity(pair: Pair<Trust>, context: ChangeContext): Verdict {
  const relation = compareReferences({ before: pair.before.identity, after: pair.after.identity }, pair, context);
  switch (relation) {
    case "different":
      return {
        level: "high",
        effects: ["widensAccess", "narrowsAccess"],
        fields: ["identity"],
        reasons: [
          [
            "The same party now gets in as ",
            ...nameIdentityOf(pair.after.identity, "after", context),
            ", with all that this identity may do.",
          ],
          ["It no longer gets in as ", ...nameIdentityOf(pair.before.identity, "before", context), "."],
        ],
      };
    case "unseen":
      return {
        level: "high",
        effects: ["cannotBeReviewed"],
        fields: ["identity"],
        reasons: [["As which identity the party gets in cannot be seen."]],
      };
    default:
      return noChange;
  }
}

function judgeParty(pair: Pair<Trust>, context: ChangeContext): Verdict {
  const relations = deciding.map((field) => ({ field, relation: compareField(field, pair, context) }));
  const fields = relations.flatMap(({ field, relation }) => (relation === "same" ? [] : [field]));
  if (fields.length === 0) {
    return noChange;
  }
  if (relations.every(({ relation }) => relation === "same" || relation === "reattached")) {
    return judgeReissued(pair, fields, context);
  }
  return isNarrower(pair) ? judgeNarrower(pair, fields) : judgeOtherParty(pair, fields, context);
}

function compareField(field: (typeof deciding)[number], pair: Pair<Trust>, context: ChangeContext): ValueRelation {
  const [before, after] = [pair.before[field], pair.after[field]];
  const relation = compareValues({ before, after }, pair, context);
  return relation === "unseen" && isOldOutput(before, findTrustSource(pair.after, context.index.after), context)
    ? "reattached"
    : relation;
}

/** Whether a text is what the same service connection answered before: taking it from there now changes nothing. */
function isOldOutput(value: Value, source: ServiceConnection | undefined, { lineage }: ChangeContext): boolean {
  const old = source === undefined ? undefined : lineage.findStep("after", source.urn)?.before;
  return old !== undefined && value.state === "known" && Object.values(old.outputs).includes(value.value);
}

function judgeReissued({ after }: Pair<Trust>, fields: readonly string[], { index }: ChangeContext): Verdict {
  const source = findTrustSource(after, index.after);
  return {
    level: "medium",
    effects: [],
    fields,
    reasons: [
      source === undefined
        ? [
            "It is re-attached: its values come from the same resources as before, and are known when these are deployed.",
          ]
        : [
            "It is re-attached to the same service connection, ",
            { value: source.name, kind: "name" },
            ", and its values are known when that is deployed.",
          ],
    ],
  };
}

/** Whether an expression gave way to one subject that it matched. */
function isNarrower({ before, after }: Pair<Trust>): boolean {
  const [, pattern] =
    (before.expression.state === "known"
      ? /^\s*claims\['sub'\]\s+(?:matches|eq)\s+'([^']*)'\s*$/.exec(before.expression.value)
      : null) ?? [];
  return (
    pattern !== undefined &&
    after.expression.state === "absent" &&
    after.subject.state === "known" &&
    coversWildcard(pattern, after.subject.value) &&
    JSON.stringify([before.issuer, before.audience]) === JSON.stringify([after.issuer, after.audience])
  );
}

function judgeNarrower({ after }: Pair<Trust>, fields: readonly string[]): Verdict {
  return {
    level: "low",
    effects: ["narrowsAccess"],
    fields,
    reasons: [["Only one of the parties that got in before still does: ", ...nameValue(after.subject, "subject"), "."]],
  };
}

function judgeOtherParty(pair: Pair<Trust>, fields: readonly string[], context: ChangeContext): Verdict {
  const { before, after } = pair;
  const risk = assessTrust(after, context.models.after);
  const isKnown = !risk.cannotBeReviewed;
  const isOther = deciding.some((field) => compareField(field, pair, context) === "different");
  const certainlyOther = isOther || (isKnown && before.subject.state === "known");
  return {
    level: atLeast(risk.level, "high"),
    effects: [
      ...(certainlyOther ? (["widensAccess", "narrowsAccess"] as const) : []),
      ...(isKnown ? [] : (["cannotBeReviewed"] as const)),
    ],
    fields,
    reasons: [...nameParties(before, after, fields, certainlyOther), ...risk.reasons],
  };
}

function nameParties(before: Trust, after: Trust, fields: readonly string[], isCertain: boolean): readonly Phrase[] {
  const who = (trust: Trust): Phrase =>
    trust.expression.state === "absent" ? nameValue(trust.subject, "subject") : nameValue(trust.expression, "subject");
  if (fields.includes("subject") || fields.includes("expression")) {
    return [
      isCertain ? ["A different party gets in: ", ...who(after), "."] : ["Who gets in changes to ", ...who(after), "."],
      ["The one that got in before loses access: ", ...who(before), "."],
    ];
  }
  return fields.includes("issuer")
    ? [
        ["Somebody else vouches for who gets in: ", ...nameValue(after.issuer, "issuer"), "."],
        ["Tokens of the issuer so far are refused: ", ...nameValue(before.issuer, "issuer"), "."],
      ]
    : [startSentence(["tokens for another audience get in: ", ...nameValue(after.audience, "text"), "."])];
}
