import type { Trust } from "../model/trust";
import type { Phrase } from "../phrase";
import { createRule, type Observation } from "./create-rule";
import { explainMissing, nameReferredIdentity, startSentence } from "./name-thing";
import { readTrusts, type TrustReading } from "./read-trust";

/** Finds trusts that do not name exactly one subject. */
export const trustWithoutExactSubject = createRule("trust-without-exact-subject", (model, options) =>
  [...readTrusts(model, options)].flatMap(([trust, reading]) =>
    reading.kind === "open"
      ? [describe(trust, reading, startSentence(nameReferredIdentity(trust.identity, model)))]
      : [],
  ),
);

type Opening = Extract<TrustReading, { readonly kind: "open" }>;

function describe(trust: Trust, { by, party }: Opening, identity: Phrase): Observation {
  const { expression, subject } = trust;
  if (by === "expression" && expression.state !== "known") {
    return {
      on: trust,
      level: "critical",
      message: [
        ...identity,
        ` trusts whoever matches an expression, and which one cannot be judged: it ${explainMissing(expression.state)}.`,
      ],
      cannotBeJudged: true,
    };
  }
  switch (by) {
    case "expression":
      return { on: trust, message: [...identity, " trusts ", ...party.admits, "."] };
    case "noSubject":
      return { on: trust, message: [...identity, " trusts ", ...party.admits, ": the credential names no subject."] };
    case "wildcard":
      return {
        on: trust,
        // Entra compares a plain subject letter by letter: it lets nobody in, but somebody meant it to.
        level: "high",
        message: [
          ...identity,
          " trusts the subject ",
          { value: subject.state === "known" ? subject.value : "", kind: "subject" },
          ", which is meant to let in more than one party.",
        ],
      };
  }
}
