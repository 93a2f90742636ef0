import { findAudiences } from "../../facts/audiences";
import type { CloudName } from "../../facts/clouds";
import { parseIssuer } from "../../facts/issuers";

/** What decides the `aud` claim of a service connection's token. */
export interface TokenAudienceQuery {
  readonly cloud: CloudName;
  readonly issuer: string;
  /** What the federated identity credential accepts. */
  readonly audience: string;
}

/**
 * Finds the `aud` that a relying party other than Microsoft Entra sees. Azure DevOps' own tokens carry what the credential must
 * accept; those that Microsoft Entra signs carry an ID of its own.
 */
export function findTokenAudience({ cloud, issuer, audience }: TokenAudienceQuery): string {
  return parseIssuer(issuer).kind === "entra"
    ? findAudiences({ cloud, issuerGeneration: "entra" }).tokenAudience
    : audience;
}
