import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from "jose";
import { createLoginHarness } from "./login-harness";

const login = createLoginHarness();
const legacy = createLoginHarness({ issuerGeneration: "azure-devops" });
const { tenantId } = login.platform.tenant;

function isKeySet(value: object): value is JSONWebKeySet {
  return "keys" in value && Array.isArray(value.keys);
}

async function readKeys(harness: typeof login, url: unknown): Promise<JSONWebKeySet> {
  const { body } = await harness.get(String(url));
  if (!isKeySet(body)) throw new Error("no key set");
  return body;
}

// https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc
test("version 2: the document names an issuer whose keys verify the pipeline's token", async () => {
  const url = `https://login.microsoftonline.com/${tenantId}/v2.0/.well-known/openid-configuration`;
  const { status, body } = await login.get(url);
  expect({ status, body }).toMatchObject({
    status: 200,
    body: {
      issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
      token_endpoint: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`,
      authorization_endpoint: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/authorize`,
      jwks_uri: `https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`,
    },
  });
  const keys = createLocalJWKSet(await readKeys(login, body["jwks_uri"]));
  const { payload } = await jwtVerify(await login.signAssertion(), keys, { issuer: String(body["issuer"]) });
  expect(payload.sub).toBe(login.platform.deployer.subject);
});

test("version 1: the document names the issuer of access tokens, and its keys verify them", async () => {
  const url = `https://login.microsoftonline.com/${tenantId}/.well-known/openid-configuration`;
  const { body } = await login.get(url);
  expect(body["issuer"]).toBe(`https://sts.windows.net/${tenantId}/`);
  const token = String((await login.askForToken()).body["access_token"]);
  const keys = createLocalJWKSet(await readKeys(login, body["jwks_uri"]));
  await expect(jwtVerify(token, keys, { issuer: String(body["issuer"]) })).resolves.toBeDefined();
  await expect(jwtVerify(await login.signAssertion(), keys)).rejects.toThrow("no applicable key");
});

test("before a tenant is known, the issuer is a template", async () => {
  const { body } = await login.get("https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration");
  expect(body["issuer"]).toBe("https://login.microsoftonline.com/{tenantid}/v2.0");
});

test("an unknown tenant has no document", async () => {
  const nobody = "00000000-0000-4000-8000-000000000000";
  const url = `https://login.microsoftonline.com/${nobody}/v2.0/.well-known/openid-configuration`;
  expect(await login.get(url)).toMatchObject({ status: 400, body: { error_codes: [90002] } });
});

// https://learn.microsoft.com/azure/devops/pipelines/release/configure-workload-identity
test("Azure DevOps: an organization's document leads to keys that verify its tokens", async () => {
  const { organizationId } = legacy.platform.organization;
  const { body } = await legacy.get(`https://vstoken.dev.azure.com/${organizationId}/.well-known/openid-configuration`);
  expect(body).toMatchObject({
    issuer: `https://vstoken.dev.azure.com/${organizationId}`,
    jwks_uri: "https://vstoken.dev.azure.com/.well-known/jwks",
  });
  const keys = createLocalJWKSet(await readKeys(legacy, body["jwks_uri"]));
  const { payload } = await jwtVerify(await legacy.signAssertion(), keys, { issuer: String(body["issuer"]) });
  expect(payload.sub).toBe("sc://contoso/payments/platform-deploy");
});

test.each([
  `https://vstoken.dev.azure.com/${tenantId}/v2.0/.well-known/openid-configuration`,
  `https://vstoken.dev.azure.com/${tenantId}/.well-known/openid-configuration`,
  "https://login.microsoftonline.com/.well-known/jwks",
])("the two issuers do not answer for each other: %s", async (url) => {
  expect((await login.get(url)).status).toBe(404);
});

test("instance discovery names the hosts of the cloud that was asked", async () => {
  const endpoint = `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/authorize`;
  const url = `https://login.microsoftonline.com/common/discovery/instance?api-version=1.1&authorization_endpoint=${endpoint}`;
  const { body } = await login.get(url);
  expect(body).toMatchObject({
    tenant_discovery_endpoint: `https://login.microsoftonline.com/${tenantId}/v2.0/.well-known/openid-configuration`,
    metadata: [{ preferred_network: "login.microsoftonline.com" }],
  });
});

test.each(["oauth2/token", "oauth2/v2.0/devicecode"])("what is not built says so: %s", async (path) => {
  const response = await login.core.server.fetch(
    new Request(`https://login.microsoftonline.com/${tenantId}/${path}`, { method: "POST" }),
  );
  expect(response.status).toBe(501);
  expect(await response.text()).toContain("does not build");
});
