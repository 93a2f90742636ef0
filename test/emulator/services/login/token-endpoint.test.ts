import { decodeJwt, generateKeyPair, SignJWT } from "jose";
import { createLoginHarness, type LoginHarness, type TokenAnswer } from "./login-harness";

// Codes and their meaning: https://learn.microsoft.com/entra/identity-platform/reference-error-codes and
// https://learn.microsoft.com/azure/devops/pipelines/release/troubleshoot-workload-identity. Status 401 with invalid_client
// for a credential that does not match: as captured in Azure/azure-workload-identity#1200 and microsoft/Agents#202.

const login = createLoginHarness();
const legacy = createLoginHarness({ issuerGeneration: "azure-devops" });
const government = createLoginHarness({ cloud: "AzureUSGovernment" });

beforeEach(() => {
  for (const harness of [login, legacy, government]) harness.reset();
});

function expectRefusal(answer: TokenAnswer, status: number, error: string, number: number): void {
  expect(answer).toMatchObject({ status, body: { error, error_codes: [number] } });
  expect(answer.body["error_description"]).toMatch(
    new RegExp(
      `^AADSTS${number}: .+ Trace ID: [0-9a-f-]{36} Correlation ID: [0-9a-f-]{36} Timestamp: [0-9-]{10} [0-9:]{8}Z$`,
    ),
  );
  expect(answer.body).not.toHaveProperty("access_token");
}

describe("a good request", () => {
  test("gets a version 1 access token with the claims that Entra gives to an application", async () => {
    const { status, body } = await login.askForToken();
    expect({ status, type: body["token_type"] }).toEqual({ status: 200, type: "Bearer" });
    expect(body["expires_in"]).toBeGreaterThanOrEqual(3600);
    const { tenantId } = login.platform.tenant;
    const { clientId, principalId } = login.platform.deployer;
    expect(decodeJwt(String(body["access_token"]))).toMatchObject({
      aud: "https://management.azure.com",
      iss: `https://sts.windows.net/${tenantId}/`,
      idp: `https://sts.windows.net/${tenantId}/`,
      appid: clientId,
      appidacr: "2",
      idtyp: "app",
      oid: principalId,
      sub: principalId,
      tid: tenantId,
      ver: "1.0",
    });
  });

  test.each([
    ["https://management.azure.com//.default", "https://management.azure.com/"],
    ["https://management.core.windows.net//.default", "https://management.core.windows.net/"],
    ["https://graph.microsoft.com/.default", "https://graph.microsoft.com"],
    ["499b84ac-1321-427f-aa17-267ca6975798/.default", "499b84ac-1321-427f-aa17-267ca6975798"],
  ])("for %s gets a token whose audience is %s", async (scope, audience) => {
    const { body } = await login.askForToken({ scope });
    expect(decodeJwt(String(body["access_token"])).aud).toBe(audience);
  });

  // As Microsoft's Go library, and with it the azuredevops provider, was seen to ask.
  test("may name OpenID scopes beside its resource, and gets the resource's token", async () => {
    const scope = "499b84ac-1321-427f-aa17-267ca6975798/.default openid offline_access profile";
    const { body } = await login.askForToken({ scope });
    expect(decodeJwt(String(body["access_token"])).aud).toBe("499b84ac-1321-427f-aa17-267ca6975798");
  });

  test("carries granted application permissions for Microsoft Graph and for nothing else", async () => {
    const graph = await login.askForToken({ scope: "https://graph.microsoft.com/.default" });
    const arm = await login.askForToken();
    expect(decodeJwt(String(graph.body["access_token"]))["roles"]).toEqual(["Application.ReadWrite.OwnedBy"]);
    expect(decodeJwt(String(arm.body["access_token"]))).not.toHaveProperty("roles");
  });

  test("of a managed identity names the identity's resource", async () => {
    const { store } = login.core;
    const { tenant, subscription, resources, deployer } = login.platform;
    const id = `${resources.identityGroupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/release`;
    const clientId = "11111111-2222-4333-8444-555555555555";
    const principalId = "11111111-2222-4333-8444-666666666666";
    const shared = { tenantId: tenant.tenantId, clientId };
    store.managedIdentities.insert({
      ...shared,
      id,
      principalId,
      subscriptionId: subscription.subscriptionId,
      resourceGroupName: resources.identityGroupName,
      name: "release",
      location: "westeurope",
      tags: {},
    });
    store.servicePrincipals.insert({
      ...shared,
      objectId: principalId,
      displayName: "release",
      kind: "ManagedIdentity",
      managedIdentityId: id,
      ownerIds: [],
      properties: {},
    });
    expectRefusal(await login.askForToken({ client_id: clientId }), 401, "invalid_client", 70025);
    const { issuer, subject, audience } = deployer;
    store.federatedIdentityCredentials.insert({
      credentialId: "release-1",
      parentId: id.toUpperCase(),
      parentKind: "managedIdentity",
      name: "one",
      issuer,
      subject,
      audiences: [audience],
    });
    const { body } = await login.askForToken({ client_id: clientId });
    expect(decodeJwt(String(body["access_token"]))).toMatchObject({ oid: principalId, xms_mirid: id });
  });
});

describe("an assertion is refused", () => {
  test("700211 from an issuer that no credential trusts, however well signed", async () => {
    const issuer = "https://issuer.example.com";
    login.core.control.registerIssuer(issuer);
    const answer = await login.askForToken({ client_assertion: await login.signAssertion({ issuer }) });
    expectRefusal(answer, 401, "invalid_client", 700211);
    expect(answer.body["error_description"]).toContain(`'${issuer}'`);
  });

  test("700211 from an issuer that differs by a slash at the end", async () => {
    const issuer = `${login.platform.deployer.issuer}/`;
    const answer = await login.askForToken({ client_assertion: await login.signAssertion({ issuer }) });
    expectRefusal(answer, 401, "invalid_client", 700211);
  });

  test("7002137 for another service connection's subject, of Entra's form", async () => {
    const sub = login.platform.deployer.subject.replace(/[^/]+$/, "00000000-0000-4000-8000-000000000000");
    const answer = await login.askForToken({ client_assertion: await login.signAssertion({ claims: { sub } }) });
    expectRefusal(answer, 401, "invalid_client", 7002137);
  });

  test("700213 for another service connection's subject, of Azure DevOps' form", async () => {
    expect((await legacy.askForToken()).status).toBe(200);
    const sub = "sc://contoso/payments/another";
    const answer = await legacy.askForToken({ client_assertion: await legacy.signAssertion({ claims: { sub } }) });
    expectRefusal(answer, 401, "invalid_client", 700213);
    expect(answer.body["error_description"]).toContain("'sc://contoso/payments/another'");
  });

  test("7002138 for a subject that differs only by letter case", async () => {
    const sub = legacy.platform.deployer.subject.replace("payments", "Payments");
    const answer = await legacy.askForToken({ client_assertion: await legacy.signAssertion({ claims: { sub } }) });
    expectRefusal(answer, 401, "invalid_client", 7002138);
  });

  test("700212 for an audience that the credential does not name", async () => {
    const claims = { aud: "api://somebody-else" };
    const answer = await login.askForToken({ client_assertion: await login.signAssertion({ claims }) });
    expectRefusal(answer, 401, "invalid_client", 700212);
  });

  test("700212 for the id of Entra's token exchange in a token that Azure DevOps signed", async () => {
    const claims = { aud: "fb60f99c-7a34-4190-8149-302f77469936" };
    const answer = await legacy.askForToken({ client_assertion: await legacy.signAssertion({ claims }) });
    expectRefusal(answer, 401, "invalid_client", 700212);
  });

  test("70025 by a client without any credential", async () => {
    login.core.store.federatedIdentityCredentials.remove(login.credential.credentialId);
    expectRefusal(await login.askForToken(), 401, "invalid_client", 70025);
  });

  test("700027 when its content was changed after signing", async () => {
    const [header, , signature] = (await login.signAssertion()).split(".");
    const { deployer } = login.platform;
    const claims = { iss: deployer.issuer, sub: deployer.subject, aud: deployer.audience, iat: 1, exp: 4_000_000_000 };
    const payload = Buffer.from(JSON.stringify(claims)).toString("base64url");
    const answer = await login.askForToken({ client_assertion: `${header}.${payload}.${signature}` });
    expectRefusal(answer, 401, "invalid_client", 700027);
  });

  test("7000272 when it is signed with a key that the issuer does not publish", async () => {
    const { privateKey } = await generateKeyPair("RS256");
    const { deployer } = login.platform;
    const forged = await new SignJWT({ sub: deployer.subject, aud: deployer.audience })
      .setProtectedHeader({ alg: "RS256", kid: "mine" })
      .setIssuer(deployer.issuer)
      .setIssuedAt()
      .setExpirationTime("1h")
      .sign(privateKey);
    expectRefusal(await login.askForToken({ client_assertion: forged }), 401, "invalid_client", 7000272);
  });

  test("700027 when it borrows the issuer's key id for another algorithm", async () => {
    const { keys } = await login.core.tokens.keys(login.platform.deployer.issuer);
    const { deployer } = login.platform;
    const forged = await new SignJWT({ sub: deployer.subject, aud: deployer.audience })
      .setProtectedHeader({ alg: "HS256", kid: String(keys[0]?.kid) })
      .setIssuer(deployer.issuer)
      .setIssuedAt()
      .setExpirationTime("1h")
      .sign(Buffer.from(String(keys[0]?.n)));
    expectRefusal(await login.askForToken({ client_assertion: forged }), 401, "invalid_client", 700027);
  });

  test("700024 after it has expired", async () => {
    const assertion = await login.signAssertion({ lifetimeSeconds: 600 });
    login.core.control.advanceClock(16 * 60 * 1000);
    const answer = await login.askForToken({ client_assertion: assertion });
    expectRefusal(answer, 401, "invalid_client", 700024);
  });

  test("700024 long before it is valid", async () => {
    const nbf = Math.floor(login.core.store.clock.now() / 1000) + 3600;
    const answer = await login.askForToken({
      client_assertion: await login.signAssertion({ claims: { nbf }, lifetimeSeconds: 7200 }),
    });
    expectRefusal(answer, 401, "invalid_client", 700024);
  });

  test.each([
    ["more than 25 hours lie between iat and exp", { lifetimeSeconds: 25 * 3600 + 1 }],
    ["iat is missing", { claims: { iat: undefined } }],
  ])("70023 when %s", async (_case, changes) => {
    const client_assertion = await login.signAssertion(changes as Parameters<LoginHarness["signAssertion"]>[0]);
    expectRefusal(await login.askForToken({ client_assertion }), 400, "invalid_request", 70023);
  });

  test("70052 by a multi-tenant application when Entra signed it", async () => {
    const [application] = login.core.store.applications.list();
    if (application === undefined) throw new Error("the seed made no application");
    login.core.store.applications.update({ ...application, signInAudience: "AzureADMultipleOrgs" });
    expectRefusal(await login.askForToken(), 401, "invalid_client", 70052);
  });

  test("but not by a multi-tenant application when Azure DevOps signed it", async () => {
    const [application] = legacy.core.store.applications.list();
    if (application === undefined) throw new Error("the seed made no application");
    legacy.core.store.applications.update({ ...application, signInAudience: "AzureADMultipleOrgs" });
    expect((await legacy.askForToken()).status).toBe(200);
  });

  test("50166 from a trusted issuer that publishes no keys", async () => {
    const issuer = "https://issuer.example.com";
    login.core.store.federatedIdentityCredentials.update({ ...login.credential, issuer });
    const claims = { aud: login.platform.deployer.audience };
    const client_assertion = await login.signAssertion({ issuer, claims });
    expectRefusal(await login.askForToken({ client_assertion }), 400, "invalid_request", 50166);
    login.core.control.registerIssuer(issuer);
    expect((await login.askForToken({ client_assertion })).status).toBe(200);
  });

  test("50027 when it is no token at all", async () => {
    expectRefusal(await login.askForToken({ client_assertion: "not.a.token" }), 400, "invalid_request", 50027);
  });
});

describe("a request is refused", () => {
  test.each(["grant_type", "client_id", "scope", "client_assertion_type"])("900144 without %s", async (field) => {
    const answer = await login.askForToken({ [field]: undefined });
    expectRefusal(answer, 400, "invalid_request", 900144);
    expect(answer.body["error_description"]).toContain(`'${field}'`);
  });

  test("7000218 without any proof of who asks", async () => {
    const changes = { client_assertion: undefined, client_assertion_type: undefined };
    expectRefusal(await login.askForToken(changes), 401, "invalid_client", 7000218);
  });

  test("7000215 with a client secret, whatever it is", async () => {
    const answer = await login.askForToken({ client_assertion: undefined, client_secret: "canary-secret" });
    expectRefusal(answer, 401, "invalid_client", 7000215);
    expect(JSON.stringify(login.core.control.listRequests())).not.toContain("canary-secret");
  });

  test("7000215 with a client secret beside a good assertion", async () => {
    expectRefusal(await login.askForToken({ client_secret: "x" }), 401, "invalid_client", 7000215);
  });

  test("70003 for another grant", async () => {
    expectRefusal(await login.askForToken({ grant_type: "password" }), 400, "unsupported_grant_type", 70003);
  });

  test.each([
    [70011, "https://management.azure.com/.default https://graph.microsoft.com/.default"],
    [70011, " "],
    [70011, "openid profile"],
    [1002012, "https://management.azure.com/user_impersonation"],
  ])("%d for the scope '%s'", async (number, scope) => {
    expectRefusal(await login.askForToken({ scope }), 400, "invalid_scope", number);
  });

  test("500011 for a resource that the tenant does not know", async () => {
    const answer = await login.askForToken({ scope: "https://nobody.example.com/.default" });
    expectRefusal(answer, 400, "invalid_resource", 500011);
  });

  test("90002 in a tenant that does not exist", async () => {
    const place = { tenantId: "00000000-0000-4000-8000-000000000000" };
    expectRefusal(await login.askForToken({}, place), 400, "invalid_request", 90002);
  });

  test("90002 in another cloud than the tenant's", async () => {
    const answer = await login.askForToken({}, { host: "login.microsoftonline.us" });
    expectRefusal(answer, 400, "invalid_request", 90002);
  });

  test("700016 by a client that does not exist", async () => {
    const client_id = "00000000-0000-4000-8000-000000000000";
    expectRefusal(await login.askForToken({ client_id }), 400, "unauthorized_client", 700016);
  });

  test("7000229 by an application without a service principal", async () => {
    login.core.store.servicePrincipals.remove(login.platform.deployer.principalId);
    expectRefusal(await login.askForToken(), 401, "unauthorized_client", 7000229);
  });

  test("7000112 by a disabled service principal", async () => {
    const { store } = login.core;
    const principal = store.servicePrincipals.get(login.platform.deployer.principalId);
    if (principal === undefined) throw new Error("the seed made no principal");
    store.servicePrincipals.update({ ...principal, properties: { accountEnabled: false } });
    expectRefusal(await login.askForToken(), 400, "unauthorized_client", 7000112);
  });
});

describe("changes reach the token endpoint late when told to", () => {
  const delays = { login: { appearMs: 5000, disappearMs: 5000 } };

  test("a new credential is not seen at once", async () => {
    login.core.store.federatedIdentityCredentials.remove(login.credential.credentialId);
    login.core.control.setDelays("federatedIdentityCredentials", delays);
    login.core.control.advanceClock(5000);
    login.core.store.federatedIdentityCredentials.insert({ ...login.credential, credentialId: "second" });
    expectRefusal(await login.askForToken(), 401, "invalid_client", 70025);
    login.core.control.advanceClock(5000);
    expect((await login.askForToken()).status).toBe(200);
  });

  test("a deleted credential still works for a while", async () => {
    login.core.control.setDelays("federatedIdentityCredentials", delays);
    login.core.control.advanceClock(5000);
    login.core.store.federatedIdentityCredentials.remove(login.credential.credentialId);
    expect((await login.askForToken()).status).toBe(200);
    login.core.control.advanceClock(5000);
    expectRefusal(await login.askForToken(), 401, "invalid_client", 70025);
  });
});

describe("another cloud", () => {
  test("exchanges Azure DevOps' token for its own audiences", async () => {
    const { deployer } = government.platform;
    expect(deployer).toMatchObject({
      audience: "api://AzureADTokenExchangeUSGov",
      subject: "sc://contoso/payments/platform-deploy",
    });
    const place = { host: "login.microsoftonline.us" };
    const { status, body } = await government.askForToken(
      { scope: "https://management.usgovcloudapi.net/.default" },
      place,
    );
    expect(status).toBe(200);
    expect(decodeJwt(String(body["access_token"]))).toMatchObject({ aud: "https://management.usgovcloudapi.net" });
    expectRefusal(await government.askForToken({}, place), 400, "invalid_resource", 500011);
  });

  test("900382 for a token that Entra of the public cloud signed", async () => {
    const { store } = government.core;
    const { organizationTenant, deployer } = government.platform;
    const issuer = `https://login.microsoftonline.com/${organizationTenant.tenantId}/v2.0`;
    store.federatedIdentityCredentials.update({ ...government.credential, issuer });
    const client_assertion = await government.signAssertion({ issuer, claims: { aud: deployer.audience } });
    const scope = "https://management.usgovcloudapi.net/.default";
    const answer = await government.askForToken({ client_assertion, scope }, { host: "login.microsoftonline.us" });
    expectRefusal(answer, 400, "invalid_request", 900382);
  });
});
