import { generateKeyPair, SignJWT } from "jose";
import { createLoginHarness } from "./login-harness";

const login = createLoginHarness();
const { tokens, control } = login.core;
const audience = "https://management.azure.com";

async function requestToken(): Promise<string> {
  return String((await login.askForToken()).body["access_token"]);
}

// Codes: https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors
test("a good token tells who calls", async () => {
  const { tenantId, principalId, clientId } = login.platform.deployer;
  await expect(tokens.verifyAccessToken(`Bearer ${await requestToken()}`, [audience])).resolves.toEqual({
    tenantId,
    principalId,
    clientId,
    audience,
    roles: [],
  });
});

test("a slash at the end of an audience counts for nothing", async () => {
  await expect(tokens.verifyAccessToken(`Bearer ${await requestToken()}`, [`${audience}/`])).resolves.toBeDefined();
});

test.each([undefined, "", "Basic Onh4", "Bearer"])("no bearer token: %p", async (authorization) => {
  await expect(tokens.verifyAccessToken(authorization, [audience])).rejects.toMatchObject({
    status: 401,
    code: "AuthenticationFailed",
  });
});

test("a token for another audience", async () => {
  const verified = tokens.verifyAccessToken(`Bearer ${await requestToken()}`, ["https://graph.microsoft.com"]);
  await expect(verified).rejects.toMatchObject({ status: 401, code: "InvalidAuthenticationToken" });
});

test("a pipeline's token is no access token", async () => {
  const assertion = await login.signAssertion({ claims: { aud: audience } });
  const verified = tokens.verifyAccessToken(`Bearer ${assertion}`, [audience]);
  await expect(verified).rejects.toMatchObject({ status: 401, code: "InvalidAuthenticationToken" });
});

test("a token that somebody else signed", async () => {
  const { privateKey } = await generateKeyPair("RS256");
  const { tenantId, principalId, clientId } = login.platform.deployer;
  const forged = await new SignJWT({ oid: principalId, appid: clientId, tid: tenantId, aud: audience })
    .setProtectedHeader({ alg: "RS256" })
    .setIssuer(`https://sts.windows.net/${tenantId}/`)
    .setExpirationTime("1h")
    .sign(privateKey);
  const verified = tokens.verifyAccessToken(`Bearer ${forged}`, [audience]);
  await expect(verified).rejects.toMatchObject({ status: 401, code: "InvalidAuthenticationToken" });
  await expect(tokens.findCaller(`Bearer ${forged}`)).resolves.toBeUndefined();
});

test("a token after its time, by the emulator's clock", async () => {
  const token = await requestToken();
  control.advanceClock(2 * 60 * 60 * 1000);
  const verified = tokens.verifyAccessToken(`Bearer ${token}`, [audience]);
  await expect(verified).rejects.toMatchObject({ status: 401, code: "ExpiredAuthenticationToken" });
});

test("a token of a tenant that is gone", async () => {
  const token = await requestToken();
  const snapshot = control.snapshot();
  login.core.store.tenants.remove(login.platform.tenant.tenantId);
  const verified = tokens.verifyAccessToken(`Bearer ${token}`, [audience]);
  await expect(verified).rejects.toMatchObject({ status: 401, code: "InvalidAuthenticationToken" });
  control.restore(snapshot);
});

test("a key belongs to one issuer and stays the same", async () => {
  const one = await tokens.keys("https://one.example.com");
  expect(await tokens.keys("https://one.example.com")).toEqual(one);
  expect(await tokens.keys("https://two.example.com")).not.toEqual(one);
  expect(one.keys[0]).not.toHaveProperty("d");
});
