import { cloudNames, clouds, type CloudName } from "../facts/clouds";
import { azureDevOpsIssuerHost } from "../facts/issuers";
import type { ServiceName } from "./wire/service";

/** What the emulator answers for one public host name. */
export interface HostEntry {
  host: string;
  service: ServiceName;
  cloud: CloudName;
  /** Set where the vendor answers under this name and the emulator does not: what a request gets to read with its 501. */
  unbuilt?: string;
}

/** Hosts that sign version 1 access tokens; clients ask them for nothing but discovery. */
export const securityTokenServiceHosts: Readonly<Record<CloudName, string>> = {
  AzureCloud: "sts.windows.net",
  // Guessed: Azure Government tokens are seen with the public cloud's name, and no page says otherwise.
  AzureUSGovernment: "sts.windows.net",
  AzureChinaCloud: "sts.chinacloudapi.cn",
};

// GitHub belongs to no cloud of Microsoft's; the public one stands where one has to.
const gitHubHost: HostEntry = { host: "api.github.com", service: "github", cloud: "AzureCloud" };

const entries = new Map<string, HostEntry>(
  [...cloudNames.flatMap(listCloudHosts), ...listAzureDevOpsHosts(), gitHubHost].map((entry) => [entry.host, entry]),
);

// Names with the organization in front. The newer form with the organization in the path is the one that is built.
const wildcards: { pattern: RegExp; unbuilt: string }[] = [
  { pattern: /^[^.]+\.vssps\.visualstudio\.com$/, unbuilt: "the organization's account service" },
  { pattern: /^[^.]+\.(?:vsaex|vsrm|feeds|pkgs)\.visualstudio\.com$/, unbuilt: "this Azure DevOps service" },
  { pattern: /^[^.]+\.visualstudio\.com$/, unbuilt: "Azure DevOps under its earlier host name; ask dev.azure.com" },
];

/** Finds who answers for a host name, or nobody. Host names have no letter case. */
export function findHost(host: string): HostEntry | undefined {
  const name = host.toLowerCase();
  const exact = entries.get(name);
  if (exact !== undefined) return exact;
  const wildcard = wildcards.find(({ pattern }) => pattern.test(name));
  return wildcard && { host: name, service: "devops", cloud: "AzureCloud", unbuilt: wildcard.unbuilt };
}

/** The host names that are built, for a person to read. */
export function listHosts(): HostEntry[] {
  return [...entries.values()].filter((entry) => entry.unbuilt === undefined);
}

function listCloudHosts(cloud: CloudName): HostEntry[] {
  const { loginHost, issuerHost, loginHostAliases, graphHost, resourceManagerHost } = clouds[cloud];
  const sts = securityTokenServiceHosts[cloud];
  const owner = cloudNames.find((name) => securityTokenServiceHosts[name] === sts) ?? cloud;
  return [
    ...[...new Set([loginHost, issuerHost, ...loginHostAliases])].map((host): HostEntry => ({
      host,
      service: "login",
      cloud,
    })),
    { host: sts, service: "login", cloud: owner },
    { host: graphHost, service: "graph", cloud },
    { host: resourceManagerHost, service: "arm", cloud },
  ];
}

function listAzureDevOpsHosts(): HostEntry[] {
  const cloud = "AzureCloud";
  return [
    { host: "dev.azure.com", service: "devops", cloud },
    { host: azureDevOpsIssuerHost, service: "login", cloud },
    { host: "vssps.dev.azure.com", service: "devops", cloud },
    { host: "vsaex.dev.azure.com", service: "devops", cloud, unbuilt: "the user entitlement service" },
    { host: "vsrm.dev.azure.com", service: "devops", cloud, unbuilt: "the release service" },
  ];
}
