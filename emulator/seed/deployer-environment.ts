import type { JWTPayload } from "jose";
import { azureDevOpsApplicationId, tokenExchangeApplicationId } from "../../facts/applications";
import { clouds, type CloudName } from "../../facts/clouds";
import type { TokenAuthority } from "../wire/token-authority";
import type { Deployer } from "./deployer";

// What Azure DevOps was seen to ask Entra for. Its own tokens live minutes; a person at a terminal needs longer.
const assertionLifetimeSeconds = 86_700;

/** Signs the token that the deploying identity's pipeline would get, to be used as its client assertion. */
export function signDeployerAssertion(tokens: TokenAuthority, deployer: Deployer): Promise<string> {
  const fromEntra = deployer.subject.startsWith("/eid1");
  const claims: JWTPayload = fromEntra
    ? { aud: tokenExchangeApplicationId, azp: azureDevOpsApplicationId, idtyp: "app", ver: "2.0" }
    : { aud: deployer.audience };
  return tokens.sign(deployer.issuer, { ...claims, sub: deployer.subject }, assertionLifetimeSeconds);
}

export interface DeployerEnvironmentOptions {
  /** File that holds the assertion. */
  oidcTokenFile: string;
  /** URL of the Azure DevOps organization. */
  organizationUrl: string;
  /** The cloud to deploy to. */
  cloud: CloudName;
}

/**
 * The variables that sign the azuread, azure-native and azuredevops providers in as the deploying identity, without any
 * secret. The subscription is not among them: providers put it into bodies that have no business with it.
 */
export function deployerEnvironment(deployer: Deployer, options: DeployerEnvironmentOptions): Record<string, string> {
  const { oidcTokenFile, organizationUrl, cloud } = options;
  return {
    ARM_USE_OIDC: "true",
    // Both Go providers would rather ask the Azure CLI than fail.
    ARM_USE_CLI: "false",
    ARM_CLIENT_ID: deployer.clientId,
    ARM_TENANT_ID: deployer.tenantId,
    ARM_OIDC_TOKEN_FILE_PATH: oidcTokenFile,
    AZDO_ORG_SERVICE_URL: organizationUrl,
    ...(cloud === "AzureCloud" ? {} : { ARM_ENVIRONMENT: clouds[cloud].pulumiEnvironment }),
  };
}
