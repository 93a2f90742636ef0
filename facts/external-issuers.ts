import { isGuid } from "./guid";

/** Actions of a GitHub Enterprise: with an issuer of its own, with data residency, or on a server of its own. */
export interface GitHubEnterpriseIssuer {
  /** Tells the kinds apart. */
  readonly kind: "github-enterprise";
  /** Host name in the issuer. */
  readonly host: string;
  /** Name of the enterprise, where the issuer tells it. */
  readonly enterprise?: string;
}

/** GitLab, as a service. */
export interface GitLabIssuer {
  /** Tells the kinds apart. */
  readonly kind: "gitlab";
  /** Host name in the issuer. */
  readonly host: string;
}

/** HCP Terraform, formerly Terraform Cloud. */
export interface TerraformIssuer {
  /** Tells the kinds apart. */
  readonly kind: "terraform";
  /** Host name in the issuer. */
  readonly host: string;
}

/** One cluster of Azure Kubernetes Service. */
export interface AzureKubernetesIssuer {
  /** Tells the kinds apart. */
  readonly kind: "azure-kubernetes";
  /** The cluster, as the issuer names it: the issuer's text. */
  readonly cluster: string;
  /** Tenant of the cluster in lower case, where the issuer tells it. */
  readonly tenantId?: string;
}

/** An issuer outside of Entra and Azure DevOps whose tokens say who runs in a form that is documented. */
export type ExternalIssuer = GitHubEnterpriseIssuer | GitLabIssuer | TerraformIssuer | AzureKubernetesIssuer;

const gitLabHosts: readonly string[] = ["gitlab.com"];
const terraformHosts: readonly string[] = ["app.terraform.io", "app.eu.terraform.io"];

/**
 * Reads an issuer that is not one of Entra, Azure DevOps or github.com. Only the exact text counts, since Microsoft Entra compares
 * it so.
 *
 * GitHub's forms are documented at https://docs.github.com/enterprise-cloud@latest/actions/reference/security/oidc, GitLab's and
 * Terraform's at https://learn.microsoft.com/entra/workload-id/workload-identities-flexible-federated-identity-credentials, those of
 * Azure Kubernetes Service at https://learn.microsoft.com/azure/aks/use-oidc-issuer. A GitLab of one's own has any host: it is told
 * by its subjects.
 */
export function parseExternalIssuer(issuer: string): ExternalIssuer | undefined {
  const [, host, path = ""] = /^https:\/\/([a-z0-9.-]+)(\/\S*)?$/.exec(issuer) ?? [];
  if (host === undefined) {
    return undefined;
  }
  if (path === "" && gitLabHosts.includes(host)) {
    return { kind: "gitlab", host };
  }
  if (path === "" && terraformHosts.includes(host)) {
    return { kind: "terraform", host };
  }
  return parseGitHubEnterprise(host, path) ?? parseAzureKubernetes(issuer, host, path);
}

function parseGitHubEnterprise(host: string, path: string): GitHubEnterpriseIssuer | undefined {
  const [, slug] = /^\/([A-Za-z0-9-]+)$/.exec(path) ?? [];
  if (host === "token.actions.githubusercontent.com") {
    return slug === undefined ? undefined : { kind: "github-enterprise", host, enterprise: slug };
  }
  const [, subdomain] = /^token\.actions\.([a-z0-9-]+)\.ghe\.com$/.exec(host) ?? [];
  if (subdomain !== undefined && (path === "" || slug !== undefined)) {
    return { kind: "github-enterprise", host, enterprise: slug ?? subdomain };
  }
  return path === "/_services/token" ? { kind: "github-enterprise", host } : undefined;
}

function parseAzureKubernetes(issuer: string, host: string, path: string): AzureKubernetesIssuer | undefined {
  if (!/^(?:[a-z0-9-]+\.oic|oidc)\.prod-aks\.azure\.(?:com|us|cn)$/.test(host)) {
    return undefined;
  }
  const [, first = "", second] = /^\/([^/]+)(?:\/([^/]+))?\/?$/.exec(path) ?? [];
  return isGuid(first) && second !== undefined
    ? { kind: "azure-kubernetes", cluster: issuer, tenantId: first.toLowerCase() }
    : { kind: "azure-kubernetes", cluster: issuer };
}
