import { parseScope } from "../../../facts/scopes";
import { deployerEnvironment, seedPlatform, type PlatformSeed, type SeedOptions } from "../../../emulator/seed";
import { listIdentities } from "../../../emulator/services/devops/organization-identities";
import { signDeployerAssertion } from "../../../emulator/seed/deployer-environment";
import { SigningAuthority } from "../../../emulator/services/login/signing-authority";
import { Store } from "../../../emulator/state/store";
import { decodeJwt } from "jose";

function seed(options: SeedOptions = {}): { store: Store; platform: PlatformSeed } {
  const store = new Store();
  return { store, platform: seedPlatform(store, options) };
}

/** The groups that somebody who signs in was put into. */
function listGroups(store: Store, principalId: string): string[] {
  const [organization] = store.organizations.list();
  const known = listIdentities(store, organization?.organizationId ?? "");
  const self = known.find(({ originId }) => originId === principalId);
  return store.identityMemberships
    .list(({ memberId }) => memberId === self?.identityId)
    .map(({ containerId }) => {
      const group = known.find(({ identityId }) => identityId === containerId);
      return `${group?.displayName} of ${store.projects.get(group?.projectId ?? "")?.name}`;
    });
}

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
const rbacAdministrator = "f58310d9-a9f6-439a-9e8d-f62e7b41a168";
const managedIdentityContributor = "e40ec5ca-96e0-45a2-b4ff-59039f2c2b59";
const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

test("the deploying identity has a credential, the least rights, and no secret", () => {
  const { store, platform } = seed();
  const { deployer, subscription } = platform;
  expect(store.federatedIdentityCredentials.list()).toMatchObject([
    {
      parentId: deployer.applicationId,
      issuer: deployer.issuer,
      subject: deployer.subject,
      audiences: ["api://AzureADTokenExchange"],
    },
  ]);
  const assignments = store.roleAssignments.list();
  const [custom] = store.roleDefinitions.list();
  expect(new Set(assignments.map(({ scope }) => scope))).toEqual(
    new Set([`/subscriptions/${subscription.subscriptionId}`]),
  );
  expect(assignments.map(({ roleDefinitionId }) => roleDefinitionId)).toEqual([
    rbacAdministrator,
    managedIdentityContributor,
    reader,
    custom?.roleDefinitionId,
  ]);
  expect(custom?.permissions.flatMap(({ actions }) => actions)).toEqual([
    "Microsoft.Resources/subscriptions/resourceGroups/read",
    "Microsoft.Resources/subscriptions/resourceGroups/write",
    "Microsoft.Resources/subscriptions/resourceGroups/delete",
  ]);
  expect(listGroups(store, deployer.principalId)).toEqual(["Project Administrators of payments"]);
  expect(store.servicePrincipals.list()[0]?.properties["appRoles"]).toEqual(["Application.ReadWrite.OwnedBy"]);
  expect(JSON.stringify(store.snapshot())).not.toMatch(/secret|password|eyJ/i);
});

test("only the platform team's pipeline may use its connection", () => {
  const { store, platform } = seed();
  expect(store.pipelinePermissions.list()).toMatchObject([
    {
      resourceId: platform.deployer.connectionId,
      allPipelines: false,
      pipelineIds: [platform.pipelines.platform.pipelineId],
    },
  ]);
});

test("issuer and subject name the connection by ids, or by names in the legacy generation", () => {
  const { deployer, tenant } = seed().platform;
  expect(deployer.issuer).toBe(`https://login.microsoftonline.com/${tenant.tenantId}/v2.0`);
  expect(deployer.subject).toMatch(
    new RegExp(`^/eid1/c/pub/t/[\\w-]{22}/a/rISbSSETf0KqFyZ8ppdXmA/sc/.+/${deployer.connectionId}$`),
  );
  const legacy = seed({ issuerGeneration: "azure-devops", organizationName: "fabrikam", projectName: "shop" }).platform;
  expect(legacy.deployer).toMatchObject({
    issuer: `https://vstoken.dev.azure.com/${legacy.organization.organizationId}`,
    subject: "sc://fabrikam/shop/platform-deploy",
  });
});

test("in another cloud, Azure DevOps stays in the public one and has an identity of its own", () => {
  const { store, platform } = seed({ cloud: "AzureChinaCloud" });
  expect(platform.tenant.cloud).toBe("AzureChinaCloud");
  expect(platform.organizationTenant.cloud).toBe("AzureCloud");
  expect(platform.deployer).toMatchObject({
    tenantId: platform.tenant.tenantId,
    audience: "api://AzureADTokenExchangeChina",
  });
  expect(platform.devopsDeployer.tenantId).toBe(platform.organizationTenant.tenantId);
  expect(listGroups(store, platform.devopsDeployer.principalId)).toEqual(["Project Administrators of payments"]);
  expect(listGroups(store, platform.deployer.principalId)).toEqual([]);
  expect(store.roleAssignments.list().map(({ principalId }) => principalId)).not.toContain(
    platform.devopsDeployer.principalId,
  );
});

test("there are resources at every level that a role can be scoped to", () => {
  const { resources, subscription } = seed().platform;
  const scopes = [resources.identityGroupId, resources.webAppId, resources.storageAccountId].map(parseScope);
  expect(scopes).toMatchObject([
    { kind: "resource-group", subscriptionId: subscription.subscriptionId, resourceGroupName: "payments-identities" },
    { kind: "resource", provider: "Microsoft.Web" },
    { kind: "resource", provider: "Microsoft.Storage" },
  ]);
});

test("ids are made by who asks for it", () => {
  let count = 0;
  const newId = (): string => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, "0")}`;
  const { platform } = seed({ newId });
  expect(platform.tenant.tenantId).toBe("00000000-0000-4000-8000-000000000001");
});

describe("what the providers read", () => {
  const place = { oidcTokenFile: "/run/token", organizationUrl: "https://dev.azure.com/contoso" };

  test("signs in by token file, and names no subscription", () => {
    const { deployer } = seed().platform;
    expect(deployerEnvironment(deployer, { ...place, cloud: "AzureCloud" })).toEqual({
      ARM_USE_OIDC: "true",
      ARM_USE_CLI: "false",
      ARM_CLIENT_ID: deployer.clientId,
      ARM_TENANT_ID: deployer.tenantId,
      ARM_OIDC_TOKEN_FILE_PATH: "/run/token",
      AZDO_ORG_SERVICE_URL: "https://dev.azure.com/contoso",
    });
  });

  test("names the cloud where it is another", () => {
    const { deployer } = seed({ cloud: "AzureUSGovernment" }).platform;
    const environment = deployerEnvironment(deployer, { ...place, cloud: "AzureUSGovernment" });
    expect(environment["ARM_ENVIRONMENT"]).toBe("usgovernment");
  });

  test.each([
    ["entra" as const, "fb60f99c-7a34-4190-8149-302f77469936"],
    ["azure-devops" as const, "api://AzureADTokenExchange"],
  ])("the assertion of the %s generation has the audience %s", async (issuerGeneration, audience) => {
    const { store, platform } = seed({ issuerGeneration });
    const claims = decodeJwt(await signDeployerAssertion(new SigningAuthority(store), platform.deployer));
    expect(claims).toMatchObject({ iss: platform.deployer.issuer, sub: platform.deployer.subject, aud: audience });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(86_700);
  });
});
