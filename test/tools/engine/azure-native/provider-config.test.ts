import { findAzureEnvironment, readAzureEnvironment } from "../../../../tools/engine/azure-native/azure-environment";
import { parseProviderConfig } from "../../../../tools/engine/azure-native/provider-config";
import { respond, respondError } from "./azure-double";

const complete = {
  ARM_SUBSCRIPTION_ID: "s",
  ARM_TENANT_ID: "t",
  ARM_CLIENT_ID: "c",
  ARM_USE_OIDC: "true",
  ARM_OIDC_TOKEN: "assertion",
};

function parse(environment: Record<string, string | undefined>, settings: Record<string, string> = {}) {
  const variables = Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [`azure-native:config:${key}`, value]),
  );
  return parseProviderConfig({ variables, environment });
}

describe("the provider's settings", () => {
  it("come from the environment", () => {
    expect(parse(complete)).toEqual({
      subscriptionId: "s",
      signIn: { tenantId: "t", clientId: "c", assertion: { kind: "token", token: "assertion" } },
      environment: "",
      metadataHost: undefined,
      location: undefined,
      skipReadOnUpdate: false,
    });
  });

  it("come from the stack before the environment", () => {
    const settings = {
      subscriptionId: "s2",
      tenantId: "t2",
      clientId: "c2",
      oidcToken: "assertion2",
      environment: "usgovernment",
      metadataHost: "localhost:1",
      location: "westeurope",
      skipReadOnUpdate: "true",
    };
    expect(parse({ ...complete, ARM_ENVIRONMENT: "china" }, settings)).toEqual({
      subscriptionId: "s2",
      signIn: { tenantId: "t2", clientId: "c2", assertion: { kind: "token", token: "assertion2" } },
      environment: "usgovernment",
      metadataHost: "localhost:1",
      location: "westeurope",
      skipReadOnUpdate: true,
    });
  });

  it.each([
    ["ARM_SUBSCRIPTION_ID", "A Subscription ID must be configured when authenticating with OIDC."],
    ["ARM_TENANT_ID", "A Tenant ID must be configured when authenticating with OIDC."],
    ["ARM_CLIENT_ID", "A Client ID must be configured when authenticating with OIDC."],
    ["ARM_OIDC_TOKEN", "A OIDC token or request URL and token must be configured when authenticating with OIDC."],
  ])("without %s are refused", (name, message) => {
    expect(() => parse({ ...complete, [name]: undefined })).toThrow(message);
  });

  it.each([
    [{ ARM_USE_OIDC: undefined }],
    [{ ARM_USE_OIDC: "false" }],
    [{ ARM_CLIENT_SECRET: "s3cret" }],
    [{ ARM_CLIENT_CERTIFICATE_PATH: "/certificate" }],
    [{ ARM_USE_DEFAULT_AZURE_CREDENTIAL: "true" }],
  ])("that sign in another way are refused without showing them: %j", (change) => {
    const attempt = () => parse({ ...complete, ...change });
    expect(attempt).toThrow("the azure-native stand-in signs in by OIDC only");
    expect(attempt).not.toThrow("s3cret");
  });

  it("take the assertion from a token, a file or a request, in this order", () => {
    const withoutToken = { ...complete, ARM_OIDC_TOKEN: undefined };
    const file = { oidcTokenFilePath: "/token" };
    const github = { ACTIONS_ID_TOKEN_REQUEST_URL: "https://github/1", ACTIONS_ID_TOKEN_REQUEST_TOKEN: "bearer" };
    const readAssertion = (...args: Parameters<typeof parse>) => parse(...args).signIn.assertion;
    expect(readAssertion({ ...complete, ...github }, file)).toEqual({ kind: "token", token: "assertion" });
    expect(readAssertion({ ...withoutToken, ...github }, file)).toEqual({ kind: "file", path: "/token" });
    expect(readAssertion({ ...withoutToken, ...github })).toEqual({
      kind: "request",
      url: "https://github/1",
      token: "bearer",
      audience: "api://AzureADTokenExchange",
    });
    expect(readAssertion({ ...withoutToken, ...github, ARM_OIDC_AUDIENCE: "mine" })).toMatchObject({
      audience: "mine",
    });
  });
});

/** https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud and the Azure developer guides. */
describe("the Azure environment", () => {
  it.each([
    ["", "https://login.microsoftonline.com", "https://management.azure.com"],
    ["public", "https://login.microsoftonline.com", "https://management.azure.com"],
    ["USGovernment", "https://login.microsoftonline.us", "https://management.usgovcloudapi.net"],
    ["china", "https://login.chinacloudapi.cn", "https://management.chinacloudapi.cn"],
  ])("named '%s' answers at %s and %s", (name, loginEndpoint, resourceManagerEndpoint) => {
    expect(findAzureEnvironment(name)).toMatchObject({ loginEndpoint, resourceManagerEndpoint });
  });

  it("of an unknown name is refused", () => {
    expect(() => findAzureEnvironment("german")).toThrow(
      "unknown Azure environment 'german': write public, usgovernment or china",
    );
  });

  it("is asked of a metadata host, with or without a scheme", async () => {
    const urls: string[] = [];
    const read = (host: string) =>
      readAzureEnvironment(host, ({ url }) => {
        urls.push(url);
        return Promise.resolve(
          respond(200, {
            authentication: { loginEndpoint: "https://login.example/", audiences: ["https://arm.example/", "other"] },
            resourceManager: "https://arm.example/",
            microsoftGraphResourceId: "https://graph.example",
          }),
        );
      });
    const environment = {
      loginEndpoint: "https://login.example",
      resourceManagerEndpoint: "https://arm.example",
      resourceManagerAudience: "https://arm.example/",
      graphEndpoint: "https://graph.example/",
    };
    expect(await read("localhost:8443")).toEqual(environment);
    expect(await read("https://metadata.example")).toEqual(environment);
    expect(urls).toEqual([
      "https://localhost:8443/metadata/endpoints?api-version=2022-09-01",
      "https://metadata.example/metadata/endpoints?api-version=2022-09-01",
    ]);
  });

  it.each([
    [respondError(500, ""), "failed to get Azure environment metadata from https://h: expected 200 OK but got 500"],
    [respond(200, {}), "the Azure environment metadata from https://h lacks an endpoint or audience"],
  ])("of a metadata host that answers %j is refused", async (response, message) => {
    await expect(readAzureEnvironment("h", () => Promise.resolve(response))).rejects.toThrow(message);
  });
});
