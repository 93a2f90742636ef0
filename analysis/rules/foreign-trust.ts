import type { Level } from "../level";
import type { Phrase } from "../phrase";
import type { TrustedParty } from "../trust/trusted-party";
import { createRule } from "./create-rule";
import { nameReferredIdentity, startSentence } from "./name-thing";
import { readTrusts, type TrustReading } from "./read-trust";

/** Finds trusts in anybody but a service connection of one's own organization. */
export const foreignTrust = createRule("foreign-trust", (model, options) =>
  [...readTrusts(model, options)].flatMap(([trust, reading]) => {
    const stranger = describeStranger(reading);
    return stranger === undefined
      ? []
      : [
          {
            on: trust,
            level: stranger.level,
            message: [...startSentence(nameReferredIdentity(trust.identity, model)), " trusts ", ...stranger.name, "."],
          },
        ];
  }),
);

interface Stranger {
  readonly level: Level;
  readonly name: Phrase;
}

function describeStranger(reading: TrustReading): Stranger | undefined {
  switch (reading.kind) {
    case "foreignOrganization":
      return { level: "critical", name: [...reading.party.admits, ...nameForeign(reading)] };
    case "stranger": {
      const { party } = reading;
      const past = party.kind === "pipeline" ? ", past the checks of every service connection" : "";
      return { level: findLevel(party), name: [...party.admits, past] };
    }
    default:
      return undefined;
  }
}

function nameForeign({ party, by }: Extract<TrustReading, { readonly kind: "foreignOrganization" }>): Phrase {
  const isTold = by === "name" || party.generation === "entra" || party.organizationId === undefined;
  return isTold
    ? ["; that is no organization of this stack"]
    : [
        ", in tokens of the organization with the ID ",
        { value: party.organizationId, kind: "id" },
        "; that is no organization of this stack",
      ];
}

function findLevel(party: TrustedParty): Level {
  switch (party.kind) {
    case "microsoftApplication":
      return "critical";
    case "gitHub":
      // Anybody who may open a pull request decides what runs in it.
      return ["pull-request", "any", "other"].includes(party.context.kind) ? "high" : "medium";
    case "gitLab":
    case "kubernetes":
    case "pipeline":
    case "terraform":
      return "medium";
    default:
      return "high";
  }
}
