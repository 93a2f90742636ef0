/** An error of Microsoft Entra's token endpoint, as a person whose pipeline met it needs it. */
export interface TokenError {
  /** The number after `AADSTS`, as in the answer's `error_codes`. */
  readonly code: number;
  /** What Entra says, in plain words. */
  readonly meaning: string;
  /** Why it usually happens to a service connection. */
  readonly cause: string;
  /** What to do about it. */
  readonly remedy: string;
  /** How we know that Entra answers so: Microsoft's pages, or only answers seen in public. */
  readonly basis: "documented" | "observed";
}

/**
 * The errors of the token exchange, by code.
 *
 * Documented codes: https://learn.microsoft.com/entra/identity-platform/reference-error-codes and
 * https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity. Causes and remedies are this
 * project's own words.
 */
export const tokenErrors: readonly TokenError[] = [
  {
    code: 50012,
    meaning: "The assertion could not be authenticated.",
    cause: "The signature of the pipeline's token does not verify, or its issuer publishes no matching key.",
    remedy: "Ask for a new token; check that the credential's issuer is the one that signed it.",
    basis: "documented",
  },
  {
    code: 50013,
    meaning: "The assertion is not valid.",
    cause: "The pipeline's token is malformed, expired or meant for another endpoint.",
    remedy: "Ask for a new token and use it at once.",
    basis: "documented",
  },
  {
    code: 50146,
    meaning: "The application needs a signing key of its own.",
    cause: "The application maps claims without its own signing key; no federated identity credential is at fault.",
    remedy: "Take the claims mapping off the application, or give it a signing key.",
    basis: "documented",
  },
  {
    code: 50166,
    meaning: "The request to the issuer's discovery or key endpoint failed.",
    cause: "The issuer could not be reached, or answered too slowly.",
    remedy: "Try again; if it stays, check the health page of the issuer.",
    basis: "observed",
  },
  {
    code: 70003,
    meaning: "The grant type is not supported.",
    cause: "The request asks for another grant than client credentials.",
    remedy: "Send grant_type=client_credentials.",
    basis: "documented",
  },
  {
    code: 70011,
    meaning: "The scope is not valid.",
    cause: "The scope is not a resource followed by /.default.",
    remedy: "Ask for one resource, such as https://management.azure.com/.default.",
    basis: "documented",
  },
  {
    code: 70021,
    meaning: "No federated identity credential matches the token.",
    cause:
      "The credential is only minutes old, or its issuer or subject is not the service connection's. This is the older " +
      "text of 700211, 700212 and 700213.",
    remedy:
      "Wait and try the token again, not the deployment; then compare issuer, subject and audience with the connection's " +
      "outputs, letter by letter.",
    basis: "documented",
  },
  {
    code: 70023,
    meaning: "The lifetime of the external token is not acceptable.",
    cause: "The token lives longer than 25 hours, or lacks the time it was issued at (iat).",
    remedy: "Use the token that Azure DevOps gives to the pipeline, unchanged.",
    basis: "observed",
  },
  {
    code: 70025,
    meaning: "The application or managed identity has no federated identity credential at all.",
    cause: "The credential was deleted or never made, or the connection names another client ID.",
    remedy: "Deploy the credential; check the client ID of the connection.",
    basis: "documented",
  },
  {
    code: 70052,
    meaning: "The identity must be a managed identity, a single-tenant application or a service account.",
    cause: "The application accepts other tenants, and the token comes from the Entra issuer.",
    remedy: "Set the application's signInAudience to AzureADMyOrg; use a connection for each tenant.",
    basis: "documented",
  },
  {
    code: 90002,
    meaning: "The tenant was not found.",
    cause: "The tenant ID is wrong, or the tenant lives in another cloud.",
    remedy: "Check the connection's tenant ID and cloud.",
    basis: "documented",
  },
  {
    code: 90061,
    meaning: "The request to the issuer's discovery or key endpoint failed.",
    cause: "The issuer of the credential cannot be reached from Microsoft Entra.",
    remedy: "Check that the issuer's /.well-known/openid-configuration answers over public HTTPS.",
    basis: "observed",
  },
  {
    code: 500011,
    meaning: "The resource has no service principal in the tenant.",
    cause: "The scope names a resource that this tenant does not have.",
    remedy: "Correct the scope, or the tenant.",
    basis: "documented",
  },
  {
    code: 500133,
    meaning: "The assertion is not yet or no longer valid.",
    cause: "The pipeline's token is used too late, or a clock is wrong.",
    remedy: "Ask for a new token right before use.",
    basis: "documented",
  },
  {
    code: 501661,
    meaning: "The request to the issuer's discovery or key endpoint failed.",
    cause: "The issuer could not be reached, or its documents could not be read.",
    remedy: "Try again; check that the issuer's discovery document and keys answer over public HTTPS.",
    basis: "observed",
  },
  {
    code: 700011,
    meaning: "The application was not found in the organization's tenant.",
    cause: "The token is asked for in a tenant that does not hold the application.",
    remedy: "Check the connection's tenant ID and client ID.",
    basis: "documented",
  },
  {
    code: 700016,
    meaning: "The application was not found in the tenant.",
    cause: "The identity was deleted, or the connection names another client ID or tenant ID.",
    remedy: "Check that the identity exists and that the connection names its client ID, not its object ID.",
    basis: "documented",
  },
  {
    code: 700024,
    meaning: "The assertion is outside its time of validity.",
    cause: "A long task asks for another access token with the pipeline token that it got at its start.",
    remedy: "Ask for a new pipeline token before each exchange, or do what needs one at the start of the task.",
    basis: "documented",
  },
  {
    code: 700025,
    meaning: "The client is public and must not present a secret or an assertion.",
    cause: "The application is registered as a public client.",
    remedy: "Switch public client flows off on the application.",
    basis: "documented",
  },
  {
    code: 700027,
    meaning: "The signature of the assertion does not verify.",
    cause: "The token was changed on its way, or is signed by a key that the issuer does not publish.",
    remedy: "Use the token unchanged; check that the credential's issuer is the one that signed it.",
    basis: "documented",
  },
  {
    code: 700211,
    meaning: "No federated identity credential has the token's issuer.",
    cause: "There is no credential, or it still names the earlier issuer of a converted connection.",
    remedy: "Set the credential's issuer to the connection's; mind a slash at the end.",
    basis: "documented",
  },
  {
    code: 700212,
    meaning: "No federated identity credential has the token's audience.",
    cause: "The credential names the audience of another cloud, or the token's own aud.",
    remedy: "Set the credential's audience to api://AzureADTokenExchange, or to that of the cloud.",
    basis: "observed",
  },
  {
    code: 700213,
    meaning: "No federated identity credential has the token's subject.",
    cause:
      "The credential belongs to another connection, or a connection, project or organization with an sc:// subject was " +
      "renamed.",
    remedy: "Set the credential's subject to the connection's.",
    basis: "documented",
  },
  {
    code: 700222,
    meaning: "Tokens that Microsoft Entra issued are not accepted as an assertion.",
    cause: "The issuer is Microsoft Entra, and the token is not one that Entra lets another identity use.",
    remedy: "Use the token that Azure DevOps gives to the pipeline for this connection.",
    basis: "observed",
  },
  {
    code: 700223,
    meaning: "Workload identity federation is restricted or switched off in the tenant.",
    cause: "A tenant policy forbids federated identity credentials on applications.",
    remedy: "Ask the tenant's administrator to allow it, or use a managed identity.",
    basis: "documented",
  },
  {
    code: 700236,
    meaning: "The token's Entra issuer cannot be used for this identity in this tenant.",
    cause: "The credential names the issuer of another tenant, or of a kind of token not allowed here.",
    remedy: "Use the issuer that the connection shows.",
    basis: "observed",
  },
  {
    code: 700238,
    meaning: "The tenant does not allow this issuer for this kind of identity.",
    cause: "A tenant policy limits federated identity credentials to certain issuers.",
    remedy: "Ask the tenant's administrator to allow the issuer of the Azure DevOps organization.",
    basis: "documented",
  },
  {
    code: 900144,
    meaning: "The request lacks a required form field.",
    cause: "The client leaves out a field such as client_id or client_assertion.",
    remedy: "Send every field of the client credentials grant.",
    basis: "documented",
  },
  {
    code: 900382,
    meaning: "A confidential client is not supported across clouds.",
    cause: "The identity lives in another cloud than the token endpoint that was asked.",
    remedy: "Use the connection's own cloud for identity, endpoint and audience.",
    basis: "documented",
  },
  {
    code: 1002012,
    meaning: "The scope is not valid for the client credentials grant.",
    cause: "The scope does not end in /.default.",
    remedy: "Ask for one resource, such as https://management.azure.com/.default.",
    basis: "observed",
  },
  {
    code: 7000215,
    meaning: "The client secret is wrong.",
    cause: "The connection still signs in with a secret, which was changed or has expired.",
    remedy: "Convert the connection to workload identity federation, which has no secret.",
    basis: "documented",
  },
  {
    code: 7000222,
    meaning: "The client secret has expired.",
    cause: "The connection still signs in with a secret.",
    remedy: "Convert the connection to workload identity federation, which has no secret.",
    basis: "documented",
  },
  {
    code: 7000272,
    meaning: "The key that signed the assertion is not among the issuer's keys.",
    cause: "The issuer has just changed its keys, or the token comes from another issuer.",
    remedy: "Ask for a new token; check that the credential's issuer is the one that signed it.",
    basis: "observed",
  },
  {
    code: 7002137,
    meaning: "No federated identity credential has the token's /eid1 subject.",
    cause: "The credential's subject was put together by hand, or belongs to another connection.",
    remedy: "Set the credential's subject to the connection's, read from Azure DevOps.",
    basis: "observed",
  },
  {
    code: 7002138,
    meaning: "A federated identity credential has the token's subject, but in other letter case.",
    cause: "A name was typed, not copied; Entra compares subjects exactly since 2024.",
    remedy: "Copy the subject from the connection.",
    basis: "observed",
  },
  {
    code: 9002313,
    meaning: "The request is malformed.",
    cause: "The body is not a form, or a field is sent twice.",
    remedy: "Send the fields as application/x-www-form-urlencoded.",
    basis: "documented",
  },
];
