import type { CloudName } from "../../../facts/clouds";

/** Hosts and host suffixes of a cloud that only its metadata document names. */
interface CloudSuffixes {
  portal: string;
  directoryGraph: string;
  acrLoginServer: string;
  keyVaultDns: string;
  sqlServerHostname: string;
  storage: string;
}

/** As https://management.azure.com/metadata/endpoints?api-version=2019-05-01 answers; the kinds that resources here have. */
export const cloudSuffixes: Readonly<Record<CloudName, CloudSuffixes>> = {
  AzureCloud: {
    portal: "portal.azure.com",
    directoryGraph: "graph.windows.net",
    acrLoginServer: "azurecr.io",
    keyVaultDns: "vault.azure.net",
    sqlServerHostname: "database.windows.net",
    storage: "core.windows.net",
  },
  AzureUSGovernment: {
    portal: "portal.azure.us",
    directoryGraph: "graph.windows.net",
    acrLoginServer: "azurecr.us",
    keyVaultDns: "vault.usgovcloudapi.net",
    sqlServerHostname: "database.usgovcloudapi.net",
    storage: "core.usgovcloudapi.net",
  },
  AzureChinaCloud: {
    portal: "portal.azure.cn",
    directoryGraph: "graph.chinacloudapi.cn",
    acrLoginServer: "azurecr.cn",
    keyVaultDns: "vault.azure.cn",
    sqlServerHostname: "database.chinacloudapi.cn",
    storage: "core.chinacloudapi.cn",
  },
};
