import type { StoredSecret } from "../model/stored-secret";
import type { ClassRules } from "./class-rules";
import { compareReferences } from "./compare-values";
import { nameIdentityOf, writeReference } from "./name-value";
import { noChange } from "./verdict";

/** Passwords and certificates of identities: what this product is there to end. */
export const storedSecretRules: ClassRules<StoredSecret> = {
  hasOwnId: true,
  // A second password is a second way in, however alike the two look.
  formatMeaning: () => undefined,
  formatPairKeys: ({ entity, side }, { lineage }) => {
    const identity = lineage.formatReferenceKey(side, entity.identity);
    return identity === undefined ? [] : [JSON.stringify([identity, entity.kind])];
  },
  describe: ({ entity, side }, context) => `${entity.kind} of ${writeReference(entity.identity, side, context)}`,
  judgeAdded: (secret, context) => ({
    level: "critical",
    effects: ["storesSecret", "widensAccess"],
    reasons: [
      [
        "Whoever holds the ",
        secret.kind,
        " acts as ",
        ...nameIdentityOf(secret.identity, "after", context),
        " from anywhere; no approval or check applies.",
      ],
      ["It is against what Keyless is for: workload identity federation needs no secret."],
    ],
  }),
  judgeRemoved: (secret) => ({
    level: "info",
    effects: ["narrowsAccess", "removesSecret"],
    reasons: [[`The ${secret.kind} is gone: good, one way in less.`]],
  }),
  judgeChanged: (pair, context) => {
    const relation = compareReferences({ before: pair.before.identity, after: pair.after.identity }, pair, context);
    if (relation === "same" || relation === "reattached") {
      return pair.before.kind === pair.after.kind
        ? noChange
        : { level: "high", effects: [], fields: ["kind"], reasons: [["It is now a ", pair.after.kind, "."]] };
    }
    return {
      level: "critical",
      effects: relation === "different" ? ["storesSecret", "widensAccess"] : ["cannotBeReviewed", "storesSecret"],
      fields: ["identity"],
      reasons: [["It opens another identity: ", ...nameIdentityOf(pair.after.identity, "after", context), "."]],
    };
  },
  judgeReplaced: (pair) => ({
    level: "high",
    effects: ["storesSecret"],
    reasons: [
      [
        `A new ${pair.after.kind} takes the place of the old one: whoever uses it has to get the new one, and it stays a secret to keep.`,
      ],
    ],
  }),
};
