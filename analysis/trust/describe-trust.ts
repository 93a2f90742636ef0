import { type ClaimCondition, parseClaimsExpression } from "../../facts/claims-expressions";
import type { Trust } from "../model/trust";
import type { Value } from "../model/value";
import { describeAdmitted } from "./describe-admitted";
import { readParty } from "./read-party";
import type { Exactness, Party, TrustedParty, UnknownParty } from "./trusted-party";

/**
 * Describes whom a federated identity credential lets in, from its issuer and its subject or expression alone: a subject means
 * something only under the issuer whose form it has.
 *
 * Microsoft Entra takes a subject literally. One with a `*` counts as a pattern all the same: nobody means the character itself.
 */
export function describeTrust(trust: Trust): TrustedParty {
  const { issuer, subject, expression } = trust;
  if (issuer.state !== "known") {
    return describeUnknown("issuer", issuer);
  }
  if (expression.state !== "absent") {
    return expression.state === "known"
      ? describeExpression(issuer.value, expression.value)
      : describeUnknown("expression", expression);
  }
  if (subject.state === "known") {
    const isPattern = subject.value.includes("*");
    return complete(readParty(issuer.value, subject.value), isPattern ? "pattern" : "exact");
  }
  return subject.state === "absent"
    ? complete(readParty(issuer.value), "issuerOnly")
    : describeUnknown("subject", subject);
}

function describeExpression(issuer: string, expression: string): TrustedParty {
  const conditions = parseClaimsExpression(expression);
  if (conditions === undefined) {
    return {
      kind: "otherIssuer",
      issuer,
      exactness: "unknown",
      conditions: [],
      admits: [
        "whoever has a token of the issuer ",
        { value: issuer, kind: "issuer" },
        " that fits the expression ",
        { value: expression, kind: "subject" },
      ],
    };
  }
  const subject = conditions.find(({ claim }) => claim === "sub");
  const isExact = subject !== undefined && !isWildcard(subject);
  return complete(
    readParty(issuer, subject?.comparand),
    isExact ? "exact" : "pattern",
    conditions.filter((condition) => condition !== subject),
  );
}

function isWildcard({ operator, comparand }: ClaimCondition): boolean {
  return operator === "matches" && /[*?]/.test(comparand);
}

function complete(party: Party, exactness: Exactness, conditions: readonly ClaimCondition[] = []): TrustedParty {
  return { ...party, exactness, conditions, admits: describeAdmitted(party, exactness, conditions) };
}

function describeUnknown(part: UnknownParty["part"], value: Exclude<Value, { readonly state: "known" }>): TrustedParty {
  const party: UnknownParty = {
    kind: "unknown",
    part,
    why: value.state,
    from: value.state === "unknown" ? value.from : [],
  };
  return complete(party, "unknown");
}
