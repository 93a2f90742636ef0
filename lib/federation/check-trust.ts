import { formatIssuer, parseIssuer } from "../../facts/issuers";
import { parseSubject, type Subject } from "../../facts/subjects";
import { createProblem, type Problem } from "../errors/problem";

/** What Azure DevOps says of the tokens of a service connection, and what must hold of it. */
export interface NamedTrust {
  readonly issuer: string;
  readonly subject: string;
  /** GUID of the connection that was made. */
  readonly connectionId: string;
  /** GUID of the tenant that its identity lives in. */
  readonly tenantId: string;
}

/**
 * Checks that issuer and subject speak of this connection and of nothing else, before anything trusts them. The values are read
 * from Azure DevOps; they are never built.
 */
export function checkTrust({ issuer, subject, connectionId, tenantId }: NamedTrust): readonly Problem[] {
  const missing = [
    ...(issuer === "" ? [createProblem("issuer", "issuer-missing", { what: "issuer" })] : []),
    ...(subject === "" ? [createProblem("subject", "issuer-missing", { what: "subject" })] : []),
  ];
  if (missing.length > 0) {
    return missing;
  }
  const known = parseIssuer(issuer);
  const named = parseSubject(subject);
  switch (known.kind) {
    case "entra":
      return [
        ...checkTenant("issuer", known.tenantId, tenantId),
        ...checkEntraSubject(subject, named, { connectionId, tenantId }),
      ];
    case "azure-devops":
      return named.kind === "service-connection"
        ? []
        : [createProblem("subject", "subject-foreign", { subject, expected: "a service connection by its names" })];
    case "azure-devops-preview":
    case "github":
      return [createProblem("issuer", "issuer-unknown", { issuer })];
    case "other":
      return [
        createProblem("issuer", "issuer-unknown", {
          issuer,
          ...(known.nearest !== undefined && { nearest: formatIssuer(known.nearest) }),
        }),
      ];
  }
}

function checkEntraSubject(
  text: string,
  subject: Subject,
  { connectionId, tenantId }: Pick<NamedTrust, "connectionId" | "tenantId">,
): readonly Problem[] {
  if (subject.kind !== "entra-service-connection" || subject.connectionId !== connectionId.toLowerCase()) {
    return [createProblem("subject", "subject-foreign", { subject: text, expected: `the connection ${connectionId}` })];
  }
  return checkTenant("subject", subject.tenantId, tenantId);
}

function checkTenant(path: string, tenantId: string, expected: string): readonly Problem[] {
  return tenantId === expected.toLowerCase() ? [] : [createProblem(path, "tenant-foreign", { tenantId, expected })];
}
