import { createRule } from "./create-rule";
import { nameReferredIdentity, nameThing } from "./name-thing";
import { readTrusts } from "./read-trust";

/** Finds trusts that no token can match. */
export const trustNeverMatches = createRule("trust-never-matches", (model, options) =>
  [...readTrusts(model, options)].flatMap(([trust, reading]) =>
    reading.kind === "nobody"
      ? [
          {
            on: trust,
            message: [
              "The federated identity credential ",
              ...nameThing(trust),
              " of ",
              ...nameReferredIdentity(trust.identity, model),
              ...reading.why,
              ".",
            ],
          },
        ]
      : [],
  ),
);
