import { createRule } from "./create-rule";
import { nameReferredIdentity, startSentence } from "./name-thing";
import { readTrusts } from "./read-trust";

/** Finds trusts in service connections that the stack does not declare. */
export const trustWithoutConnection = createRule("trust-without-connection", (model, options) => {
  // Without their names and IDs, the stack's connections cannot be told from others.
  const isSure =
    options.wholeStack &&
    model.list("serviceConnection").every(({ connectionName }) => connectionName.state === "known");
  return [...readTrusts(model, options)].flatMap(([trust, reading]) =>
    reading.kind === "connectionElsewhere"
      ? [
          {
            on: trust,
            message: [
              ...startSentence(nameReferredIdentity(trust.identity, model)),
              " trusts ",
              ...reading.party.admits,
              isSure
                ? "; this stack declares no such connection."
                : "; it cannot be judged whether this stack declares that connection, because not all of its connections can be seen.",
            ],
            cannotBeJudged: !isSure,
          },
        ]
      : [],
  );
});
