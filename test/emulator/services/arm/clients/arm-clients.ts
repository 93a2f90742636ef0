// Uses the vendor's clients of Azure Resource Manager as a program would, and says what each step gave.
import { text } from "node:stream/consumers";
import { AuthorizationManagementClient } from "@azure/arm-authorization";
import { ManagedServiceIdentityClient } from "@azure/arm-msi";
import { ResourceManagementClient } from "@azure/arm-resources";

/** What the test tells this script. */
export interface ArmClientsInput {
  subscriptionId: string;
  token: string;
  readerToken: string;
  webAppId: string;
}

const version = "2023-12-01";
const location = "westeurope";
const trust = { issuer: "https://issuer.example", subject: "one", audiences: ["api://AzureADTokenExchange"] };

type TokenCredential = ConstructorParameters<typeof ResourceManagementClient>[0];

function createCredential(token: string): TokenCredential {
  return { getToken: () => Promise.resolve({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
}

/** The result of a step, or the vendor's status and code. */
async function attempt(step: Promise<unknown>): Promise<unknown> {
  try {
    return await step;
  } catch (error) {
    const { statusCode, code } = error as { statusCode?: number; code?: string };
    if (statusCode === undefined) throw error;
    return { statusCode, code };
  }
}

async function collect<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of pages) items.push(item);
  return items;
}

async function useResources(input: ArmClientsInput): Promise<Record<string, unknown>> {
  const client = new ResourceManagementClient(createCredential(input.token), input.subscriptionId);
  const reader = new ResourceManagementClient(createCredential(input.readerToken), input.subscriptionId);
  const body = { location, properties: {} };
  return {
    existedBefore: (await client.resourceGroups.checkExistence("shop")).body,
    group: await client.resourceGroups.createOrUpdate("shop", { location, tags: { team: "shop" } }),
    existsAfter: (await client.resourceGroups.checkExistence("shop")).body,
    groups: (await collect(client.resourceGroups.list())).map(({ name }) => name),
    resources: (await collect(client.resources.listByResourceGroup("payments-app"))).map(({ name }) => name),
    read: (await reader.resources.getById(input.webAppId, version)).name,
    refusedWrite: await attempt(reader.resources.beginCreateOrUpdateByIdAndWait(input.webAppId, version, body)),
    refusedDelete: await attempt(reader.resources.beginDeleteByIdAndWait(input.webAppId, version)),
    written: (await client.resources.beginCreateOrUpdateByIdAndWait(input.webAppId, version, body)).type,
    missing: await attempt(client.resourceGroups.get("nowhere")),
  };
}

async function useIdentities(input: ArmClientsInput): Promise<Record<string, unknown>> {
  const client = new ManagedServiceIdentityClient(createCredential(input.token), input.subscriptionId);
  const { userAssignedIdentities: identities, federatedIdentityCredentials: credentials } = client;
  const identity = await identities.createOrUpdate("shop", "shop-identity", { location });
  const write = (name: string): Promise<unknown> =>
    attempt(credentials.createOrUpdate("shop", "shop-identity", name, { ...trust, subject: name }));
  return {
    identity,
    parallel: await Promise.all([write("one"), write("two")]),
    next: await write("three"),
    read: await credentials.get("shop", "shop-identity", "three"),
    listed: (await collect(credentials.list("shop", "shop-identity"))).length,
    identities: (await collect(identities.listByResourceGroup("shop"))).map(({ name }) => name),
    twoAudiences: await attempt(
      credentials.createOrUpdate("shop", "shop-identity", "four", { ...trust, audiences: ["a", "b"] }),
    ),
  };
}

async function useRoles(input: ArmClientsInput, principalId: string): Promise<Record<string, unknown>> {
  const client = new AuthorizationManagementClient(createCredential(input.token), input.subscriptionId);
  const scope = `/subscriptions/${input.subscriptionId}/resourceGroups/shop`;
  const [reader] = await collect(client.roleDefinitions.list(scope, { filter: "roleName eq 'Reader'" }));
  const roleDefinitionId = reader?.id ?? "";
  const name = "0d8a3f6e-3f0e-4a6f-8c7b-1f2f5d3c9a01";
  const other = "0d8a3f6e-3f0e-4a6f-8c7b-1f2f5d3c9a02";
  const wanted = { roleDefinitionId, principalId, principalType: "ServicePrincipal" };
  return {
    reader,
    assignment: await client.roleAssignments.create(scope, name, wanted),
    twin: await attempt(client.roleAssignments.create(scope, other, wanted)),
    wrongType: await attempt(client.roleAssignments.create(scope, other, { ...wanted, principalType: "User" })),
    byId: await client.roleAssignments.getById(`${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`),
    listed: (await collect(client.roleAssignments.listForScope(scope, { filter: `principalId eq '${principalId}'` })))
      .length,
    atGroup: (await collect(client.roleAssignments.listForResourceGroup("shop", { filter: "atScope()" }))).some(
      (each) => each.name === name,
    ),
    deleted: (await client.roleAssignments.delete(scope, name)).name,
    gone: await attempt(client.roleAssignments.get(scope, name)),
  };
}

async function cleanUp(input: ArmClientsInput): Promise<unknown> {
  const credential = createCredential(input.token);
  const identities = new ManagedServiceIdentityClient(credential, input.subscriptionId);
  await identities.federatedIdentityCredentials.delete("shop", "shop-identity", "three");
  await identities.userAssignedIdentities.delete("shop", "shop-identity");
  const { resourceGroups } = new ResourceManagementClient(credential, input.subscriptionId);
  await resourceGroups.beginDeleteAndWait("shop");
  return (await resourceGroups.checkExistence("shop")).body;
}

async function main(): Promise<void> {
  const input = JSON.parse(await text(process.stdin)) as ArmClientsInput;
  const resources = await useResources(input);
  const identities = await useIdentities(input);
  const { principalId = "" } = identities["identity"] as { principalId?: string };
  const roles = await useRoles(input, principalId);
  const existsAtTheEnd = await cleanUp(input);
  process.stdout.write(JSON.stringify({ resources, identities, roles, existsAtTheEnd }));
}

void main();
