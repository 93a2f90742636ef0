import { clouds, cloudNames } from "../../facts/clouds";
import { parseIssuer } from "../../facts/issuers";
import { parseSubject } from "../../facts/subjects";
import { findHighestLevel, type Level } from "../level";
import type { Model } from "../model/model";
import type { Trust } from "../model/trust";
import type { Phrase } from "../phrase";
import { findTrustSource } from "../rules/find-trust-source";
import { indexModel } from "../rules/model-index";
import { explainMissing, nameConnection } from "../rules/name-thing";

/** What trusting somebody is worth to an attacker. */
export interface TrustRisk {
  readonly level: Level;
  /** True where it cannot be seen who gets in. */
  readonly cannotBeReviewed: boolean;
  /** Why, as whole sentences; the first is the most important. */
  readonly reasons: readonly Phrase[];
}

/** What one part of a trust says. */
interface Part {
  readonly level: Level;
  readonly cannotBeReviewed?: true;
  readonly reason?: Phrase;
}

const plain: Part = { level: "medium" };

/**
 * Judges a federated identity credential by who gets in: one exact service connection is what it is made for; a pattern, an issuer
 * that is neither Microsoft Entra nor Azure DevOps, or a subject of another kind deserves more attention.
 */
export function assessTrust(trust: Trust, model: Model): TrustRisk {
  const parts = [
    assessExpression(trust),
    assessSubject(trust, model),
    assessIssuer(trust, model),
    assessAudience(trust),
  ];
  const level = findHighestLevel(parts.map((part) => part.level));
  return {
    level,
    cannotBeReviewed: parts.some(({ cannotBeReviewed }) => cannotBeReviewed === true),
    reasons: [...parts]
      .sort((a, b) => Number(b.level === level) - Number(a.level === level))
      .flatMap(({ reason }) => (reason === undefined ? [] : [reason])),
  };
}

function assessExpression({ expression }: Trust): Part {
  if (expression.state === "absent") {
    return plain;
  }
  return expression.state === "known"
    ? {
        level: "critical",
        reason: [
          "An expression decides who gets in, and whatever it matches does: ",
          { value: expression.value, kind: "subject" },
          ".",
        ],
      }
    : {
        level: "high",
        cannotBeReviewed: true,
        reason: [`The expression that decides who gets in ${explainMissing(expression.state)}.`],
      };
}

function assessSubject(trust: Trust, model: Model): Part {
  const { subject, expression } = trust;
  if (subject.state === "known") {
    return assessKnownSubject(subject.value);
  }
  const source = findTrustSource(trust, indexModel(model));
  if (source !== undefined) {
    return { level: "medium", reason: ["It lets in ", ...nameConnection(source), " of this stack."] };
  }
  if (subject.state !== "absent") {
    return {
      level: "high",
      cannotBeReviewed: true,
      reason: [`Who gets in cannot be seen: the subject ${explainMissing(subject.state)}.`],
    };
  }
  return expression.state === "absent"
    ? { level: "critical", reason: ["It names no subject: whoever gets a token from the issuer gets in."] }
    : plain;
}

function assessKnownSubject(text: string): Part {
  const value = { value: text, kind: "subject" } as const;
  if (/[*?]/.test(text)) {
    return { level: "critical", reason: ["The subject looks like a pattern: ", value, "."] };
  }
  const subject = parseSubject(text);
  switch (subject.kind) {
    case "entra-service-connection":
    case "service-connection":
      return { level: "medium", reason: ["It lets in exactly one service connection: ", value, "."] };
    case "pipeline":
      return {
        level: "high",
        reason: [
          "It lets in a pipeline without any service connection, so that no approval or check applies: ",
          value,
          ".",
        ],
      };
    default:
      return { level: "high", reason: ["It lets in somebody who is no service connection: ", value, "."] };
  }
}

function assessIssuer(trust: Trust, model: Model): Part {
  const { issuer } = trust;
  if (issuer.state === "known") {
    const { kind } = parseIssuer(issuer.value);
    return kind === "entra" || kind === "azure-devops"
      ? plain
      : {
          level: "high",
          reason: [
            "It trusts an issuer that is neither Microsoft Entra nor Azure DevOps: ",
            { value: issuer.value, kind: "issuer" },
            ".",
          ],
        };
  }
  return findTrustSource(trust, indexModel(model)) === undefined
    ? {
        level: "high",
        cannotBeReviewed: true,
        reason: [`Who vouches for it cannot be seen: the issuer ${explainMissing(issuer.state)}.`],
      }
    : plain;
}

function assessAudience({ audience }: Trust): Part {
  switch (audience.state) {
    case "known":
      return cloudNames.some((cloud) => clouds[cloud].federatedCredentialAudience === audience.value)
        ? plain
        : {
            level: "high",
            reason: [
              "Its audience is not that of Microsoft Entra's token exchange: ",
              { value: audience.value, kind: "text" },
              ".",
            ],
          };
    case "absent":
      return plain;
    default:
      return { level: "medium", cannotBeReviewed: true, reason: [`Its audience ${explainMissing(audience.state)}.`] };
  }
}
