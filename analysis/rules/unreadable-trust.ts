import { createRule } from "./create-rule";
import { nameReferredIdentity } from "./name-thing";
import { readTrusts } from "./read-trust";

/** Finds trusts of which issuer or subject cannot be seen, other than those that come from a connection of the stack. */
export const unreadableTrust = createRule("unreadable-trust", (model, options) =>
  [...readTrusts(model, options)].flatMap(([trust, reading]) =>
    reading.kind === "unseen"
      ? [
          {
            on: trust,
            level: "high" as const,
            message: [
              "It cannot be judged whom ",
              ...nameReferredIdentity(trust.identity, model),
              ` will trust: the ${reading.part} ${reading.why}.`,
            ],
            cannotBeJudged: true,
          },
        ]
      : [],
  ),
);
