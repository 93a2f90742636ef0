import { randomUUID } from "node:crypto";
import { startEmulator, type Emulator } from "../../../../emulator/start-emulator";
import { formatAccessTokenIssuer } from "../../../../emulator/services/login/issuers";
import { runVendorClient } from "../run-vendor-client";
import type { ArmClientsInput } from "./clients/arm-clients";

// Literals of https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

let emulator: Emulator;
let result: unknown;
let subscription: string;

async function createPrincipal(emulated: Emulator, tenantId: string, roleId: string): Promise<string> {
  const { store } = emulated;
  const principalId = randomUUID();
  const clientId = randomUUID();
  store.servicePrincipals.insert({
    objectId: principalId,
    clientId,
    tenantId,
    displayName: "client",
    kind: "Application",
    ownerIds: [],
    properties: {},
  });
  store.roleAssignments.insert({
    id: `${subscription}/providers/Microsoft.Authorization/roleAssignments/${roleId}`,
    name: roleId,
    scope: subscription,
    roleDefinitionId: roleId,
    principalId,
    principalType: "ServicePrincipal",
    createdBy: "test",
    createdOn: new Date().toISOString(),
  });
  const claims = { aud: "https://management.azure.com", oid: principalId, appid: clientId, tid: tenantId };
  return emulated.tokens.sign(formatAccessTokenIssuer("AzureCloud", tenantId), claims, 3600);
}

beforeAll(async () => {
  emulator = await startEmulator();
  const { tenant, resources, subscription: seeded } = emulator.seed();
  subscription = `/subscriptions/${seeded.subscriptionId}`;
  const input: ArmClientsInput = {
    subscriptionId: seeded.subscriptionId,
    token: await createPrincipal(emulator, tenant.tenantId, owner),
    readerToken: await createPrincipal(emulator, tenant.tenantId, reader),
    webAppId: resources.webAppId,
  };
  result = await runVendorClient({
    script: "arm/clients/arm-clients.ts",
    input,
    environment: emulator.clientEnvironment,
  });
}, 60_000);

afterAll(() => emulator.stop());

describe("the vendor's clients of Azure Resource Manager, through the proxy", () => {
  it("use resource groups and resources, each as its role allows", () => {
    const refused = { statusCode: 403, code: "AuthorizationFailed" };
    expect(result).toHaveProperty("resources", {
      existedBefore: false,
      group: {
        id: `${subscription}/resourceGroups/shop`,
        name: "shop",
        type: "Microsoft.Resources/resourceGroups",
        location: "westeurope",
        tags: { team: "shop" },
        properties: { provisioningState: "Succeeded" },
      },
      existsAfter: true,
      groups: ["payments-app", "payments-identities", "shop"],
      resources: ["payments-web", "paymentsassets"],
      read: "payments-web",
      refusedWrite: refused,
      refusedDelete: refused,
      written: "Microsoft.Web/sites",
      missing: { statusCode: 404, code: "ResourceGroupNotFound" },
    });
  });

  it("use managed identities and their credentials, one write at a time", () => {
    const guid = expect.stringMatching(/^[0-9a-f-]{36}$/) as string;
    expect(result).toHaveProperty(
      "identities",
      expect.objectContaining({
        identity: {
          id: `${subscription}/resourcegroups/shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/shop-identity`,
          name: "shop-identity",
          type: "Microsoft.ManagedIdentity/userAssignedIdentities",
          location: "westeurope",
          tenantId: guid,
          principalId: guid,
          clientId: guid,
        },
        parallel: expect.arrayContaining([
          expect.objectContaining({ issuer: "https://issuer.example" }),
          { statusCode: 409, code: "ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity" },
        ]) as unknown[],
        next: expect.objectContaining({ name: "three", subject: "three" }) as unknown,
        read: expect.objectContaining({ audiences: ["api://AzureADTokenExchange"] }) as unknown,
        listed: 2,
        identities: ["shop-identity"],
        twoAudiences: expect.objectContaining({ statusCode: 400 }) as unknown,
      }),
    );
  });

  it("use role definitions and role assignments", () => {
    const roleDefinitionId = `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${reader}`;
    const assignment = expect.objectContaining({
      roleDefinitionId,
      principalType: "ServicePrincipal",
      scope: `${subscription}/resourceGroups/shop`,
    }) as unknown;
    expect(result).toHaveProperty("roles", {
      reader: expect.objectContaining({ id: roleDefinitionId, roleName: "Reader", roleType: "BuiltInRole" }) as unknown,
      assignment,
      twin: { statusCode: 409, code: "RoleAssignmentExists" },
      wrongType: { statusCode: 400, code: "UnmatchedPrincipalType" },
      byId: assignment,
      listed: 1,
      atGroup: true,
      deleted: "0d8a3f6e-3f0e-4a6f-8c7b-1f2f5d3c9a01",
      gone: { statusCode: 404, code: "RoleAssignmentNotFound" },
    });
  });

  it("leave nothing behind", () => {
    expect(result).toHaveProperty("existsAtTheEnd", false);
    expect(emulator.store.managedIdentities.list()).toEqual([]);
    expect(emulator.store.servicePrincipals.list(({ kind }) => kind === "ManagedIdentity")).toEqual([]);
  });
});
