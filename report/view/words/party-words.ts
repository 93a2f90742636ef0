import type { Trust } from "../../../analysis/model/trust";
import type { Phrase } from "../../../analysis/phrase";
import { nameConnection } from "../../../analysis/rules/name-thing";
import { describeTrust } from "../../../analysis/trust/describe-trust";
import type { UnknownParty } from "../../../analysis/trust/trusted-party";
import type { AccessSide } from "../access-side";
import { sayWhy } from "./value-words";

/** Says whom a federated identity credential lets in, so that "can" may follow. */
export function sayParty(trust: Trust, side: AccessSide): Phrase {
  const connection = side.connectionOf(trust);
  if (connection !== undefined) {
    return ["the pipelines that may use ", ...nameConnection(connection)];
  }
  const party = describeTrust(trust);
  return party.kind === "unknown" ? sayUnseen(party) : party.admits;
}

function sayUnseen({ part, why, from }: UnknownParty): Phrase {
  const value = why === "unknown" ? { state: why, from } : { state: why };
  return [`somebody who cannot be seen (the ${part} `, ...sayWhy(value), ")"];
}
