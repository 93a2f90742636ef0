import { cloudNames, clouds, type CloudName } from "./clouds";
import { isGuid } from "./guid";

/** Microsoft Entra, for one tenant: signs the tokens of today's service connections and of much else. */
export interface EntraIssuer {
  /** Tells the kinds apart. */
  readonly kind: "entra";
  /** GUID in lower case. */
  readonly tenantId: string;
  /** The cloud that the tenant lives in. */
  readonly cloud: CloudName;
}

/** Azure DevOps, for one organization: the earlier issuer of service connections. */
export interface AzureDevOpsIssuer {
  /** Tells the kinds apart. */
  readonly kind: "azure-devops";
  /** GUID in lower case. */
  readonly organizationId: string;
  /** Host name in the issuer. */
  readonly host: typeof azureDevOpsIssuerHost;
}

/** Azure DevOps, for all organizations at once: the issuer of the first preview, which no longer signs tokens. */
export interface AzureDevOpsPreviewIssuer {
  /** Tells the kinds apart. */
  readonly kind: "azure-devops-preview";
  /** Host name in the issuer. */
  readonly host: typeof azureDevOpsPreviewIssuerHost;
}

/** GitHub Actions on github.com. */
export interface GitHubIssuer {
  /** Tells the kinds apart. */
  readonly kind: "github";
}

/** An issuer whose text is understood. */
export type KnownIssuer = EntraIssuer | AzureDevOpsIssuer | AzureDevOpsPreviewIssuer | GitHubIssuer;

/** Any other text. */
export interface OtherIssuer {
  /** Tells the kinds apart. */
  readonly kind: "other";
  /** The text as it was given. */
  readonly issuer: string;
  /**
   * The issuer that the text would be, were it not for letter case, a slash at the end or spaces around it. Microsoft
   * Entra compares issuers exactly, so a credential with such a text never matches.
   */
  readonly nearest?: KnownIssuer;
}

/** Who signs a token, read from the text of an issuer. */
export type Issuer = KnownIssuer | OtherIssuer;

/** Host of the issuer of one Azure DevOps organization. */
export const azureDevOpsIssuerHost = "vstoken.dev.azure.com";

/** Host of the issuer that Azure DevOps used during the first preview. */
export const azureDevOpsPreviewIssuerHost = "app.vstoken.visualstudio.com";

/** Host of the issuer of GitHub Actions. */
export const gitHubIssuerHost = "token.actions.githubusercontent.com";

/**
 * Reads the text of an issuer (`iss`). Only the exact text counts, since Microsoft Entra compares it so: a slash at the
 * end or a capital letter makes it `other`, with the `nearest` known issuer for a message.
 *
 * Entra's form is documented at https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference, Azure
 * DevOps' at https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity.
 */
export function parseIssuer(issuer: string): Issuer {
  const known = parseKnownIssuer(issuer);
  if (known !== undefined) {
    return known;
  }
  const nearest = parseKnownIssuer(issuer.trim().replace(/\/+$/, "").toLowerCase());
  return nearest === undefined ? { kind: "other", issuer } : { kind: "other", issuer, nearest };
}

/**
 * Writes the text that {@link parseIssuer} reads.
 *
 * @throws RangeError when an ID of the issuer is not a GUID.
 */
export function formatIssuer(issuer: Issuer): string {
  switch (issuer.kind) {
    case "entra":
      return `https://${clouds[issuer.cloud].issuerHost}/${formatId("tenant", issuer.tenantId)}/v2.0`;
    case "azure-devops":
      return `https://${issuer.host}/${formatId("organization", issuer.organizationId)}`;
    case "azure-devops-preview":
      return `https://${issuer.host}`;
    case "github":
      return `https://${gitHubIssuerHost}`;
    case "other":
      return issuer.issuer;
  }
}

function parseKnownIssuer(text: string): KnownIssuer | undefined {
  const [, host, path] = /^https:\/\/([a-z0-9.-]+)(\/.*)?$/s.exec(text) ?? [];
  if (host === undefined) {
    return undefined;
  }
  if (path === undefined) {
    return parseHostIssuer(host);
  }
  const [, id, version] = /^\/([0-9a-f-]{36})(\/v2\.0)?$/.exec(path) ?? [];
  if (id === undefined || !isGuid(id)) {
    return undefined;
  }
  if (version === undefined) {
    return host === azureDevOpsIssuerHost ? { kind: "azure-devops", organizationId: id, host } : undefined;
  }
  const cloud = cloudNames.find((name) => clouds[name].issuerHost === host);
  return cloud === undefined ? undefined : { kind: "entra", tenantId: id, cloud };
}

function parseHostIssuer(host: string): KnownIssuer | undefined {
  if (host === azureDevOpsPreviewIssuerHost) {
    return { kind: "azure-devops-preview", host };
  }
  return host === gitHubIssuerHost ? { kind: "github" } : undefined;
}

function formatId(what: string, id: string): string {
  if (!isGuid(id)) {
    throw new RangeError(`The ${what} ID "${id}" is not a GUID: write 8-4-4-4-12 hexadecimal digits.`);
  }
  return id.toLowerCase();
}
