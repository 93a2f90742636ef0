import { startEmulator, type Emulator } from "../../../../emulator/start-emulator";
import { formatAccessTokenIssuer } from "../../../../emulator/services/login/issuers";
import { runVendorClient } from "../run-vendor-client";
import type { GraphClientInput } from "./clients/graph-client";

let emulator: Emulator;
let result: unknown;
let callerId: string;

beforeAll(async () => {
  emulator = await startEmulator();
  const { deployer } = emulator.seed();
  callerId = deployer.principalId;
  const sign = (roles: readonly string[], principalId: string): Promise<string> => {
    const { tenantId, clientId } = deployer;
    const claims = { aud: "https://graph.microsoft.com", oid: principalId, appid: clientId, tid: tenantId, roles };
    return emulator.tokens.sign(formatAccessTokenIssuer("AzureCloud", tenantId), claims, 3600);
  };
  const input: GraphClientInput = {
    callerId,
    token: await sign(["Application.ReadWrite.OwnedBy"], callerId),
    strangerToken: await sign(["Application.ReadWrite.OwnedBy"], "3c3c3c3c-0000-4000-8000-000000000000"),
  };
  result = await runVendorClient({
    script: "graph/clients/graph-client.ts",
    input,
    environment: emulator.clientEnvironment,
  });
}, 60_000);

afterAll(() => emulator.stop());

describe("the vendor's client of Microsoft Graph, through the proxy", () => {
  it("creates, changes, pages and finds", () => {
    const { principalId } = result as { principalId: string };
    expect(result).toMatchObject({
      owners: [{ "@odata.type": "#microsoft.graph.servicePrincipal", id: callerId }],
      names: ["platform-deploy", "shop two"],
      found: { value: [{ id: principalId }] },
      readByName: { name: "main", issuer: "https://issuer.example", subject: "one" },
      strangerReads: "shop two",
    });
    expect(result).toHaveProperty("readByName.id", (result as { credentialId: string }).credentialId);
  });

  it("is refused with the codes that it knows", () => {
    const notFound = { statusCode: 404, code: "Request_ResourceNotFound" };
    expect(result).toMatchObject({
      sameName: { statusCode: 409, code: "Request_MultipleObjectsWithSameKeyValue" },
      sameTrust: { statusCode: 400, code: "InvalidFederatedIdentityCredentialValue" },
      samePrincipal: { statusCode: 409, code: "Request_MultipleObjectsWithSameKeyValue" },
      strangerWrites: { statusCode: 403, code: "Authorization_RequestDenied" },
      gone: notFound,
      principalGone: notFound,
    });
  });
});
