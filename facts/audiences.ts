import { tokenExchangeApplicationId } from "./applications";
import { type CloudName, clouds, type IssuerGeneration } from "./clouds";

/**
 * The `aud` claim of a service connection's token when Microsoft Entra signs it. Observed; not documented.
 *
 * It is the ID of Entra's own token exchange. Entra reads it as `api://AzureADTokenExchange`, so the federated identity
 * credential names the latter; any other relying party sees this one.
 */
export const pipelineTokenAudience = tokenExchangeApplicationId;

/** The two audiences of one service connection. */
export interface Audiences {
  /** What the federated identity credential must name. */
  readonly credentialAudience: string;
  /** The `aud` claim that a relying party other than Microsoft Entra finds in the token. */
  readonly tokenAudience: string;
}

/** What decides the audiences of a service connection. */
export interface AudienceQuery {
  /** The cloud that the connection goes into. */
  readonly cloud: CloudName;
  /** Who signs the connection's tokens. */
  readonly issuerGeneration: IssuerGeneration;
}

/**
 * The audiences of a service connection into the given cloud whose tokens come from the given issuer generation.
 *
 * The credential's audience is documented at
 * https://learn.microsoft.com/graph/api/resources/federatedidentitycredential; the token's is observed in the public cloud.
 * In the other clouds the token's audience is a guess: it must equal the credential's, or no exchange could succeed.
 */
export function findAudiences(query: AudienceQuery): Audiences {
  const credentialAudience = clouds[query.cloud].federatedCredentialAudience;
  return {
    credentialAudience,
    tokenAudience: query.issuerGeneration === "entra" ? pipelineTokenAudience : credentialAudience,
  };
}
