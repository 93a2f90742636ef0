import { type Cloud, clouds } from "../../../facts/clouds";
import type { HttpTransport } from "./http-transport";
import { isPropertyList, isPropertyMap, parsePropertyMap, type PropertyMap } from "./property-value";

/** Where the services of one Azure cloud answer. */
export interface AzureEnvironment {
  /** Base URL of the token endpoint, without a slash at the end. */
  readonly loginEndpoint: string;
  /** Base URL of Azure Resource Manager, without a slash at the end. */
  readonly resourceManagerEndpoint: string;
  /** Resource that a token for Azure Resource Manager is asked for. */
  readonly resourceManagerAudience: string;
  /** Base URL of Microsoft Graph, with a slash at the end. */
  readonly graphEndpoint: string;
}

const cloudNames: Readonly<Record<string, keyof typeof clouds>> = {
  "": "AzureCloud",
  public: "AzureCloud",
  azurecloud: "AzureCloud",
  china: "AzureChinaCloud",
  azurechinacloud: "AzureChinaCloud",
  usgov: "AzureUSGovernment",
  usgovernment: "AzureUSGovernment",
  usgovernmentl4: "AzureUSGovernment",
  azureusgovernment: "AzureUSGovernment",
  azureusgovernmentcloud: "AzureUSGovernment",
};

/**
 * The environment with this name, as the provider's `environment` setting writes it; the name has no letter case.
 *
 * @throws when no cloud has this name.
 */
export function findAzureEnvironment(name: string): AzureEnvironment {
  const cloudName = cloudNames[name.toLowerCase()];
  if (cloudName === undefined) {
    throw new Error(`unknown Azure environment '${name}': write public, usgovernment or china`);
  }
  return createEnvironment(clouds[cloudName]);
}

function createEnvironment(cloud: Cloud): AzureEnvironment {
  return {
    loginEndpoint: `https://${cloud.loginHost}`,
    resourceManagerEndpoint: `https://${cloud.resourceManagerHost}`,
    resourceManagerAudience: cloud.resourceManagerAudience,
    graphEndpoint: `https://${cloud.graphHost}/`,
  };
}

/**
 * Asks a metadata host for its environment.
 *
 * @param host a host name, with or without a scheme and port.
 */
export async function readAzureEnvironment(host: string, transport: HttpTransport): Promise<AzureEnvironment> {
  const base = host.includes("://") ? host : `https://${host}`;
  const url = `${base}/metadata/endpoints?api-version=2022-09-01`;
  const response = await transport({ method: "GET", url, headers: { accept: "application/json" } });
  if (response.status !== 200) {
    throw new Error(
      `failed to get Azure environment metadata from ${base}: expected 200 OK but got ${response.status}`,
    );
  }
  return parseMetadata(parsePropertyMap(JSON.parse(response.body)), base);
}

function parseMetadata(metadata: PropertyMap, base: string): AzureEnvironment {
  const { authentication, resourceManager, microsoftGraphResourceId } = metadata;
  const { loginEndpoint, audiences } = isPropertyMap(authentication) ? authentication : {};
  const audience = isPropertyList(audiences) ? audiences[0] : undefined;
  if (
    typeof loginEndpoint !== "string" ||
    typeof resourceManager !== "string" ||
    typeof microsoftGraphResourceId !== "string" ||
    typeof audience !== "string"
  ) {
    throw new Error(`the Azure environment metadata from ${base} lacks an endpoint or audience`);
  }
  return {
    loginEndpoint: loginEndpoint.replace(/\/$/, ""),
    resourceManagerEndpoint: resourceManager.replace(/\/$/, ""),
    resourceManagerAudience: audience,
    graphEndpoint: microsoftGraphResourceId.replace(/\/?$/, "/"),
  };
}
