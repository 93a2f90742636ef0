import { readFile } from "node:fs/promises";
import { type Emulator, startEmulator } from "../../../../emulator/start-emulator";
import { AzureNativeProvider } from "../../../../tools/engine/azure-native/azure-native-provider";
import type { HttpTransport } from "../../../../tools/engine/azure-native/http-transport";
import type { PropertyMap } from "../../../../tools/engine/azure-native/property-value";
import { createProviderService } from "../../../../tools/engine/azure-native/provider-service";
import { type ServedProvider, serveProvider } from "../../../../tools/engine/azure-native/serve-provider";
import { PluginClient } from "./plugin-client";

/** Two built-in roles; see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles. */
const readerRole = "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7";
const contributorRole = "/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c";

let emulator: Emulator;
let served: ServedProvider;
let plugin: PluginClient;
let subscriptionId: string;

beforeEach(async () => {
  emulator = await startEmulator();
  const platform = emulator.seed();
  ({ subscriptionId } = platform.subscription);
  const provider = new AzureNativeProvider({
    transport: createTransport(emulator),
    environment: {},
    pause: () => Promise.resolve(),
    now: Date.now,
    warn: (_, message) => {
      throw new Error(message);
    },
  });
  served = await serveProvider(createProviderService(provider));
  plugin = new PluginClient(served.port);
  const settings = {
    subscriptionId,
    tenantId: platform.deployer.tenantId,
    clientId: platform.deployer.clientId,
    useOidc: "true",
    oidcToken: await readFile(await emulator.writeDeployerToken(platform.deployer), "utf8"),
    location: "westeurope",
  };
  await plugin.configure(
    Object.fromEntries(Object.entries(settings).map(([key, value]) => [`azure-native:config:${key}`, value])),
  );
});

afterEach(async () => {
  plugin.close();
  served.stop();
  await emulator.stop();
});

/** The emulator in this process, under its public host names. */
function createTransport(azure: Emulator): HttpTransport {
  return async ({ url, method, headers, body }) => {
    const response = await azure.fetch(new Request(url, { method, headers, body: body ?? null }));
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  };
}

/** Creates a resource as the engine does: checked first. */
async function create(token: string, args: Record<string, string | string[]>) {
  const { inputs, failures } = await plugin.check(token, args);
  expect(failures).toEqual([]);
  return { inputs, ...(await plugin.create(token, inputs)) };
}

function readText(outputs: PropertyMap, name: string): string {
  const value = outputs[name];
  if (typeof value !== "string") throw new Error(`the output ${name} is not a text`);
  return value;
}

/** Nothing to do after a refresh, and nothing after an import. */
async function expectClean(token: string, { id, inputs, outputs }: Awaited<ReturnType<typeof create>>) {
  expect(await plugin.read(token, id, { inputs, outputs })).toEqual({ id, inputs, outputs });
  const imported = await plugin.read(token, id);
  const { diffsList } = await plugin.diff(token, { oldInputs: imported.inputs, olds: imported.outputs, news: inputs });
  expect(diffsList).toEqual([]);
}

describe("the stand-in against the emulator", () => {
  it("creates, refreshes, imports, changes and deletes what the demo needs", async () => {
    const types = {
      group: "resources:ResourceGroup",
      identity: "managedidentity:UserAssignedIdentity",
      credential: "managedidentity:FederatedIdentityCredential",
      assignment: "authorization:RoleAssignment",
    };
    const group = await create(types.group, {});
    const resourceGroupName = readText(group.outputs, "name");
    const identity = await create(types.identity, { resourceGroupName });
    const resourceName = readText(identity.outputs, "name");
    const trust = {
      issuer: "https://issuer.example",
      subject: "sc://a/b/c",
      audiences: ["api://AzureADTokenExchange"],
    };
    const credential = await create(types.credential, { resourceGroupName, resourceName, ...trust });
    const principalId = readText(identity.outputs, "principalId");
    // As Azure answers it. An ID without the subscription works as well, but an import then shows a difference.
    const roleDefinitionId = `/subscriptions/${subscriptionId}${readerRole}`;
    const role = { principalId, principalType: "ServicePrincipal", roleDefinitionId };
    const assignment = await create(types.assignment, { scope: group.id, ...role });

    await expectClean(types.group, group);
    await expectClean(types.identity, identity);
    await expectClean(types.credential, credential);
    await expectClean(types.assignment, assignment);

    await plugin.update(types.credential, { ...credential.inputs, subject: "sc://a/b/d" });
    const changed = await plugin.read(types.credential, credential.id, credential);
    expect(changed.inputs["subject"]).toBe("sc://a/b/d");
    await expect(
      plugin.update(types.assignment, { ...assignment.inputs, roleDefinitionId: contributorRole }),
    ).rejects.toThrow('Status=400 Code="RoleAssignmentUpdateNotPermitted"');

    await plugin.delete(types.assignment, assignment.id);
    await plugin.delete(types.credential, credential.id);
    await plugin.delete(types.identity, identity.id);
    await plugin.delete(types.group, group.id);
    expect((await plugin.read(types.group, group.id, group)).id).toBe("");
  });

  it("reads a built-in role and who is signed in", async () => {
    const scope = `/subscriptions/${subscriptionId}`;
    const roleDefinitionId = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    const definition = await plugin.invoke("authorization:getRoleDefinition", { scope, roleDefinitionId });
    expect(definition).toMatchObject({ roleName: "Reader", roleType: "BuiltInRole" });
    const who = await plugin.invoke("authorization:getClientConfig", {});
    expect(who["subscriptionId"]).toBe(subscriptionId);
  });

  it("shows Azure's refusals word for word", async () => {
    const scope = `/subscriptions/${subscriptionId}`;
    // What the SDK sends where a program names no type; Azure believes any other type without looking.
    const role = { scope, principalType: "User", roleDefinitionId: readerRole };
    const nobody = "11111111-2222-3333-4444-555555555555";
    await expect(create("authorization:RoleAssignment", { ...role, principalId: nobody })).rejects.toThrow(
      'Status=400 Code="PrincipalNotFound" Message="Principal 11111111222233334444555555555555 does not exist',
    );
  });
});
