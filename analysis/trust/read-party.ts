import { type ExternalIssuer, parseExternalIssuer } from "../../facts/external-issuers";
import { parseGitHubSubject } from "../../facts/github-subjects";
import { parseGitLabSubject } from "../../facts/gitlab-subjects";
import { isGuid } from "../../facts/guid";
import { type AzureDevOpsIssuer, type EntraIssuer, parseIssuer } from "../../facts/issuers";
import { parseKubernetesSubject } from "../../facts/kubernetes-subjects";
import { parseSubject } from "../../facts/subjects";
import { parseTerraformSubject } from "../../facts/terraform-subjects";
import type { GitHubParty, Party } from "./trusted-party";

/** Reads who is meant by an issuer and a subject; by an issuer alone where no subject is given. */
export function readParty(issuer: string, subject?: string): Party {
  const parsed = parseIssuer(issuer);
  const fallback: Party = { kind: "otherIssuer", issuer, ...(subject === undefined ? {} : { subject }) };
  if (parsed.kind === "github") {
    return readGitHub(subject);
  }
  if (subject === undefined) {
    return readIssuerAlone(issuer) ?? fallback;
  }
  switch (parsed.kind) {
    case "entra":
      return readEntra({ issuer, subject }, parsed) ?? fallback;
    case "azure-devops":
      return readAzureDevOps({ issuer, subject }, parsed) ?? fallback;
    case "azure-devops-preview":
      return readAzureDevOps({ issuer, subject }) ?? fallback;
    case "other":
      // Entra compares issuers exactly: a slash too many, and no token of the issuer that was meant ever fits.
      return parsed.nearest === undefined
        ? (readExternal({ issuer, subject }, parseExternalIssuer(issuer)) ?? fallback)
        : { kind: "nobody", issuer, subject };
  }
}

interface Texts {
  readonly issuer: string;
  readonly subject: string;
}

function readIssuerAlone(issuer: string): Party | undefined {
  const external = parseExternalIssuer(issuer);
  return external?.kind === "github-enterprise"
    ? readGitHub(undefined, external.enterprise ?? external.host)
    : undefined;
}

function readEntra({ issuer, subject: text }: Texts, { tenantId, cloud }: EntraIssuer): Party | undefined {
  const subject = parseSubject(text);
  switch (subject.kind) {
    case "entra-service-connection":
      return subject.tenantId === tenantId
        ? {
            kind: "serviceConnection",
            generation: "entra",
            cloud,
            tenantId,
            organizationId: subject.organizationId,
            connectionId: subject.connectionId,
          }
        : { kind: "nobody", issuer, subject: text };
    case "entra-other":
      return subject.tenantId === tenantId
        ? {
            kind: "microsoftApplication",
            cloud,
            tenantId,
            applicationId: subject.applicationId,
            path: subject.path,
          }
        : { kind: "nobody", issuer, subject: text };
    case "service-connection":
    case "pipeline":
      return { kind: "nobody", issuer, subject: text };
    case "other":
      return isGuid(text) ? { kind: "entraIdentity", cloud, tenantId, principalId: text.toLowerCase() } : undefined;
  }
}

function readAzureDevOps({ issuer, subject: text }: Texts, signer?: AzureDevOpsIssuer): Party | undefined {
  const subject = parseSubject(text);
  const place = signer === undefined ? {} : { organizationId: signer.organizationId };
  switch (subject.kind) {
    case "service-connection": {
      const { organization, project, connection } = subject;
      return { kind: "serviceConnection", generation: "azure-devops", ...place, organization, project, connection };
    }
    case "pipeline": {
      const { organization, project, pipeline } = subject;
      return { kind: "pipeline", generation: "azure-devops", ...place, organization, project, pipeline };
    }
    case "entra-service-connection":
    case "entra-other":
      return { kind: "nobody", issuer, subject: text };
    case "other":
      return undefined;
  }
}

function readGitHub(subject: string | undefined, enterprise?: string): GitHubParty {
  const parsed = subject === undefined ? undefined : parseGitHubSubject(subject);
  const place = enterprise === undefined ? {} : { enterprise };
  if (parsed === undefined) {
    return {
      kind: "gitHub",
      ...place,
      context: subject === undefined ? { kind: "any" } : { kind: "other", text: subject },
    };
  }
  const { owner, ownerId, repository, repositoryId, context } = parsed;
  return {
    kind: "gitHub",
    ...place,
    repository: {
      owner,
      ...(ownerId === undefined ? {} : { ownerId }),
      name: repository,
      ...(repositoryId === undefined ? {} : { id: repositoryId }),
    },
    context,
  };
}

/** A subject of a documented form under an issuer that signs such tokens, or that anybody may run. */
function readExternal({ issuer, subject }: Texts, external: ExternalIssuer | undefined): Party | undefined {
  if (external?.kind === "github-enterprise") {
    return readGitHub(subject, external.enterprise ?? external.host);
  }
  const host = external !== undefined && "host" in external ? external.host : readHost(issuer);
  const gitLab = isOneOf(external, "gitlab") ? parseGitLabSubject(subject) : undefined;
  if (gitLab !== undefined) {
    return { kind: "gitLab", host, ...gitLab };
  }
  const terraform = isOneOf(external, "terraform") ? parseTerraformSubject(subject) : undefined;
  if (terraform !== undefined) {
    return { kind: "terraform", host, ...terraform };
  }
  const kubernetes = isOneOf(external, "azure-kubernetes") ? parseKubernetesSubject(subject) : undefined;
  return kubernetes === undefined ? undefined : { kind: "kubernetes", cluster: issuer, ...kubernetes };
}

/** Whether an issuer is of this kind, or of one that is not known: GitLab, Terraform and Kubernetes run anywhere. */
function isOneOf(external: ExternalIssuer | undefined, kind: ExternalIssuer["kind"]): boolean {
  return external === undefined || external.kind === kind;
}

function readHost(issuer: string): string {
  return /^https?:\/\/([^/?#\s]+)/.exec(issuer)?.[1] ?? issuer;
}
