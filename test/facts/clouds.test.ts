import {
  azureDevOpsApplicationId,
  microsoftGraphApplicationId,
  tokenExchangeApplicationId,
} from "../../facts/applications";
import { findAudiences, pipelineTokenAudience } from "../../facts/audiences";
import { cloudNames, clouds, findCloudByLoginHost, isCloudName } from "../../facts/clouds";

describe("clouds", () => {
  // https://learn.microsoft.com/graph/deployments
  it.each([
    ["AzureCloud", "login.microsoftonline.com", "graph.microsoft.com"],
    ["AzureUSGovernment", "login.microsoftonline.us", "graph.microsoft.us"],
    ["AzureChinaCloud", "login.chinacloudapi.cn", "microsoftgraph.chinacloudapi.cn"],
  ] as const)("%s signs in at %s and has its directory at %s", (name, loginHost, graphHost) => {
    expect(clouds[name]).toMatchObject({ loginHost, graphHost });
  });

  // The table "Audience, Issuer URL, Subject prefix" at https://learn.microsoft.com/power-platform/admin/set-up-managed-identity
  it.each([
    ["AzureCloud", "login.microsoftonline.com", "api://AzureADTokenExchange"],
    ["AzureUSGovernment", "login.microsoftonline.us", "api://AzureADTokenExchangeUSGov"],
    ["AzureChinaCloud", "login.partner.microsoftonline.cn", "api://AzureADTokenExchangeChina"],
  ] as const)("%s issues as %s and exchanges for %s", (name, issuerHost, federatedCredentialAudience) => {
    expect(clouds[name]).toMatchObject({ issuerHost, federatedCredentialAudience });
  });

  // https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure and
  // https://learn.microsoft.com/azure/china/resources-developer-guide
  it.each([
    ["AzureCloud", "management.azure.com", "https://management.core.windows.net"],
    ["AzureUSGovernment", "management.usgovcloudapi.net", "https://management.core.usgovcloudapi.net"],
    ["AzureChinaCloud", "management.chinacloudapi.cn", "https://management.core.chinacloudapi.cn"],
  ] as const)("%s is managed at %s", (name, resourceManagerHost, classicResourceManagerAudience) => {
    expect(clouds[name]).toMatchObject({
      resourceManagerHost,
      resourceManagerAudience: `https://${resourceManagerHost}`,
      classicResourceManagerAudience,
    });
  });

  // https://devblogs.microsoft.com/devops/retirement-of-azure-devops-issuer-in-workload-identity-federation-service-connections/
  it("moves only the public cloud to the Entra issuer", () => {
    expect(cloudNames.filter((name) => clouds[name].issuerGeneration === "entra")).toEqual(["AzureCloud"]);
  });

  // https://www.pulumi.com/registry/packages/azuread/api-docs/provider/
  it("names the environments as the Pulumi providers do", () => {
    expect(cloudNames.map((name) => clouds[name].pulumiEnvironment)).toEqual(["public", "usgovernment", "china"]);
  });

  it("lists every cloud once, under its own name", () => {
    expect(new Set(cloudNames)).toEqual(new Set(Object.keys(clouds)));
    expect(cloudNames).toHaveLength(Object.keys(clouds).length);
    expect(cloudNames.map((name) => clouds[name].name)).toEqual(cloudNames);
  });

  it.each(["azurecloud", "AzureGermanCloud", "toString", ""])("does not take %j for a cloud", (name) => {
    expect(isCloudName(name)).toBe(false);
  });
});

describe("findCloudByLoginHost", () => {
  it.each([
    ["login.microsoftonline.com", "AzureCloud"],
    ["LOGIN.MICROSOFTONLINE.US", "AzureUSGovernment"],
    ["login.chinacloudapi.cn", "AzureChinaCloud"],
    ["login.partner.microsoftonline.cn", "AzureChinaCloud"],
    ["login.windows.net", "AzureCloud"],
  ])("knows %s", (host, name) => {
    expect(findCloudByLoginHost(host)?.name).toBe(name);
  });

  it.each(["login.example.com", "https://login.microsoftonline.com", ""])("does not know %j", (host) => {
    expect(findCloudByLoginHost(host)).toBeUndefined();
  });
});

describe("well-known applications", () => {
  it("are the ones of the vendor's pages and tokens", () => {
    // https://learn.microsoft.com/azure/devops/integrate/get-started/authentication/service-principal-managed-identity
    expect(azureDevOpsApplicationId).toBe("499b84ac-1321-427f-aa17-267ca6975798");
    // https://learn.microsoft.com/graph/permissions-reference
    expect(microsoftGraphApplicationId).toBe("00000003-0000-0000-c000-000000000000");
    // The aud claim of a token for a service connection, gravitational/teleport rfd/0211-azure-devops-joining.md
    expect(tokenExchangeApplicationId).toBe("fb60f99c-7a34-4190-8149-302f77469936");
  });
});

describe("findAudiences", () => {
  it("separates what the credential names from what the token says, with the Entra issuer", () => {
    expect(findAudiences({ cloud: "AzureCloud", issuerGeneration: "entra" })).toEqual({
      credentialAudience: "api://AzureADTokenExchange",
      tokenAudience: "fb60f99c-7a34-4190-8149-302f77469936",
    });
    expect(pipelineTokenAudience).toBe("fb60f99c-7a34-4190-8149-302f77469936");
  });

  // The aud claim of both sc:// and p:// tokens, gravitational/teleport rfd/0211-azure-devops-joining.md
  it("has one audience for both with the Azure DevOps issuer", () => {
    expect(findAudiences({ cloud: "AzureCloud", issuerGeneration: "azure-devops" })).toEqual({
      credentialAudience: "api://AzureADTokenExchange",
      tokenAudience: "api://AzureADTokenExchange",
    });
  });

  it("follows the cloud", () => {
    expect(findAudiences({ cloud: "AzureUSGovernment", issuerGeneration: "azure-devops" }).credentialAudience).toBe(
      "api://AzureADTokenExchangeUSGov",
    );
  });
});
