import type { WireErrorStatus } from "../../wire/wire-error";

/** How sure the project is of a row: told by a vendor page, seen in public captures, or neither. */
export type Evidence = "documented" | "observed" | "guessed";

/** One refusal of the token endpoint. Words in braces stand for values. */
export interface AadstsError {
  status: WireErrorStatus;
  /** The OAuth 2.0 error name. */
  error: string;
  /** Gist of the vendor's sentence, in our words where none is public. */
  message: string;
  /** For the number, the status and the error name together: the weakest of the three. */
  evidence: Evidence;
}

/**
 * The refusals that the token endpoint knows, by number. The numbers are listed at
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes and, for federated credentials, at
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations and in public captures.
 */
export const aadstsErrors = {
  50027: {
    status: 400,
    error: "invalid_request",
    message: "JWT token is invalid or malformed.",
    evidence: "documented",
  },
  50166: {
    status: 400,
    error: "invalid_request",
    message: "Request to external OIDC endpoint failed: the issuer {issuer} publishes no keys.",
    evidence: "guessed",
  },
  70003: {
    status: 400,
    error: "unsupported_grant_type",
    message: "The app requested an unsupported grant type '{grantType}'.",
    evidence: "documented",
  },
  70011: {
    status: 400,
    error: "invalid_scope",
    message: "The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid.",
    evidence: "documented",
  },
  70023: {
    status: 400,
    error: "invalid_request",
    message:
      "External token lifetime is too long or the claim iat is missing: at most {hours} hours may lie between iat and exp.",
    evidence: "guessed",
  },
  70025: {
    status: 401,
    error: "invalid_client",
    message: "The client '{client}' has no configured federated identity credentials.",
    evidence: "observed",
  },
  70052: {
    status: 401,
    error: "invalid_client",
    message: "The identity must be a managed identity, a single tenant application or a service account.",
    evidence: "guessed",
  },
  90002: {
    status: 400,
    error: "invalid_request",
    message:
      "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.",
    evidence: "documented",
  },
  500011: {
    status: 400,
    error: "invalid_resource",
    message: "The resource principal named {resource} was not found in the tenant named {tenant}.",
    evidence: "documented",
  },
  700016: {
    status: 400,
    error: "unauthorized_client",
    message: "Application with identifier '{client}' was not found in the directory '{tenant}'.",
    evidence: "documented",
  },
  700024: {
    status: 401,
    error: "invalid_client",
    message:
      "Client assertion is not within its valid time range. Current time: {now}, assertion valid from {notBefore}, expiry time of assertion {expiry}.",
    evidence: "observed",
  },
  700027: {
    status: 401,
    error: "invalid_client",
    message: "Client assertion failed signature validation.",
    evidence: "documented",
  },
  700211: {
    status: 401,
    error: "invalid_client",
    message:
      "No matching federated identity record found for presented assertion issuer '{issuer}'. Check your federated identity credential Subject, Audience and Issuer against the presented assertion.",
    evidence: "observed",
  },
  700212: {
    status: 401,
    error: "invalid_client",
    message:
      "No matching federated identity record found for presented assertion audience '{audience}'. Check your federated identity credential Subject, Audience and Issuer against the presented assertion.",
    evidence: "observed",
  },
  700213: {
    status: 401,
    error: "invalid_client",
    message:
      "No matching federated identity record found for presented assertion subject '{subject}'. Check your federated identity credential Subject, Audience and Issuer against the presented assertion.",
    evidence: "observed",
  },
  900144: {
    status: 400,
    error: "invalid_request",
    message: "The request body must contain the following parameter: '{parameter}'.",
    evidence: "documented",
  },
  900382: {
    status: 400,
    error: "invalid_request",
    message: "Confidential Client is not supported in Cross Cloud request.",
    evidence: "guessed",
  },
  1002012: {
    status: 400,
    error: "invalid_scope",
    message:
      "The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).",
    evidence: "observed",
  },
  7000112: {
    status: 400,
    error: "unauthorized_client",
    message: "Application '{client}' is disabled.",
    evidence: "documented",
  },
  7000215: {
    status: 401,
    error: "invalid_client",
    message:
      "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{client}'.",
    evidence: "documented",
  },
  7000218: {
    status: 401,
    error: "invalid_client",
    message: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    evidence: "documented",
  },
  7000229: {
    status: 401,
    error: "unauthorized_client",
    message: "The client application {client} is missing service principal in the tenant {tenant}.",
    evidence: "observed",
  },
  7000272: {
    status: 401,
    error: "invalid_client",
    message: "The signing key {kid} of the assertion is not among the keys that the issuer {issuer} publishes.",
    evidence: "guessed",
  },
  7002137: {
    status: 401,
    error: "invalid_client",
    message:
      "No matching federated identity record found for presented assertion subject '{subject}'. Please make sure the federated identity credential Subject is the presented one, part by part.",
    evidence: "observed",
  },
  7002138: {
    status: 401,
    error: "invalid_client",
    message:
      "No matching federated identity record found for presented assertion subject '{subject}'. The subject matches with case-insensitive comparison, but not with case-sensitive comparison.",
    evidence: "observed",
  },
  9002313: {
    status: 400,
    error: "invalid_request",
    message: "Invalid request. Request is malformed or invalid.",
    evidence: "documented",
  },
} as const satisfies Record<number, AadstsError>;

export type AadstsNumber = keyof typeof aadstsErrors;
