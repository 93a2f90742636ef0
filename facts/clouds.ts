/** The Azure clouds, by the names that Azure DevOps uses for the environment of a service connection. */
export type CloudName = "AzureCloud" | "AzureUSGovernment" | "AzureChinaCloud";

/**
 * Who signs the token that a service connection gives to a pipeline: Microsoft Entra (the current issuer) or Azure DevOps
 * itself (the earlier one; retired in the public cloud on 1 July 2027, kept in the other clouds).
 */
export type IssuerGeneration = "entra" | "azure-devops";

/** What differs from one Azure cloud to the next. Hosts are bare names, without scheme or path. */
export interface Cloud {
  /** The name that Azure DevOps uses. */
  readonly name: CloudName;
  /** The name that Microsoft's pages use. */
  readonly title: string;
  /** Host of the token endpoint. */
  readonly loginHost: string;
  /** Host in the issuer of Entra's v2.0 tokens. */
  readonly issuerHost: string;
  /** Further hosts that answer for the token endpoint of this cloud. */
  readonly loginHostAliases: readonly string[];
  /** Host of Azure Resource Manager. */
  readonly resourceManagerHost: string;
  /** Resource that a token for Azure Resource Manager is asked for, without a slash at the end. */
  readonly resourceManagerAudience: string;
  /** The older resource of the same API, which Azure Resource Manager accepts as well; without a slash at the end. */
  readonly classicResourceManagerAudience: string;
  /** Host of Microsoft Graph. */
  readonly graphHost: string;
  /** The audience that Entra's token exchange expects in a federated identity credential of this cloud. */
  readonly federatedCredentialAudience: string;
  /** Who signs the tokens of a new Azure service connection into this cloud. */
  readonly issuerGeneration: IssuerGeneration;
  /** The `environment` setting of the azuread and azure-native providers. */
  readonly pulumiEnvironment: "public" | "usgovernment" | "china";
}

/**
 * The three clouds that Azure DevOps offers for an Azure service connection.
 *
 * Documented at https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud (login hosts),
 * https://learn.microsoft.com/graph/deployments (Graph),
 * https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure and
 * https://learn.microsoft.com/azure/china/resources-developer-guide (Azure Resource Manager), and
 * https://learn.microsoft.com/graph/api/resources/federatedidentitycredential (audiences).
 */
export const clouds: Readonly<Record<CloudName, Cloud>> = {
  AzureCloud: {
    name: "AzureCloud",
    title: "Azure",
    loginHost: "login.microsoftonline.com",
    issuerHost: "login.microsoftonline.com",
    loginHostAliases: ["login.windows.net", "login.microsoft.com"],
    resourceManagerHost: "management.azure.com",
    resourceManagerAudience: "https://management.azure.com",
    classicResourceManagerAudience: "https://management.core.windows.net",
    graphHost: "graph.microsoft.com",
    federatedCredentialAudience: "api://AzureADTokenExchange",
    issuerGeneration: "entra",
    pulumiEnvironment: "public",
  },
  AzureUSGovernment: {
    name: "AzureUSGovernment",
    title: "Azure Government",
    loginHost: "login.microsoftonline.us",
    issuerHost: "login.microsoftonline.us",
    loginHostAliases: [],
    resourceManagerHost: "management.usgovcloudapi.net",
    resourceManagerAudience: "https://management.usgovcloudapi.net",
    classicResourceManagerAudience: "https://management.core.usgovcloudapi.net",
    graphHost: "graph.microsoft.us",
    federatedCredentialAudience: "api://AzureADTokenExchangeUSGov",
    issuerGeneration: "azure-devops",
    pulumiEnvironment: "usgovernment",
  },
  AzureChinaCloud: {
    name: "AzureChinaCloud",
    title: "Azure operated by 21Vianet",
    loginHost: "login.chinacloudapi.cn",
    issuerHost: "login.partner.microsoftonline.cn",
    loginHostAliases: [],
    resourceManagerHost: "management.chinacloudapi.cn",
    resourceManagerAudience: "https://management.chinacloudapi.cn",
    classicResourceManagerAudience: "https://management.core.chinacloudapi.cn",
    graphHost: "microsoftgraph.chinacloudapi.cn",
    federatedCredentialAudience: "api://AzureADTokenExchangeChina",
    issuerGeneration: "azure-devops",
    pulumiEnvironment: "china",
  },
};

/** The names of all clouds, in the order of their table. */
export const cloudNames: readonly CloudName[] = ["AzureCloud", "AzureUSGovernment", "AzureChinaCloud"];

/** Whether the text names one of the {@link clouds}, exactly as Azure DevOps writes it. */
export function isCloudName(value: string): value is CloudName {
  return cloudNames.some((name) => name === value);
}

/**
 * Finds the cloud that a login host belongs to: the host of its token endpoint or of its issuer, or an alias. Host names
 * have no letter case.
 *
 * @param host a bare host name, such as `login.microsoftonline.us`.
 */
export function findCloudByLoginHost(host: string): Cloud | undefined {
  const wanted = host.toLowerCase();
  return cloudNames
    .map((name) => clouds[name])
    .find((cloud) => [cloud.loginHost, cloud.issuerHost, ...cloud.loginHostAliases].includes(wanted));
}
