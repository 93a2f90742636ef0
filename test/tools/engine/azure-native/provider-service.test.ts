import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { AzureNativeProvider } from "../../../../tools/engine/azure-native/azure-native-provider";
import { formatStruct } from "../../../../tools/engine/azure-native/property-struct";
import type { PropertyMap } from "../../../../tools/engine/azure-native/property-value";
import { createProviderService } from "../../../../tools/engine/azure-native/provider-service";
import { serveProvider } from "../../../../tools/engine/azure-native/serve-provider";
import { type Pause, pause as realPause } from "../../../../tools/engine/azure-native/waiting";
import { AzureDouble, respondError, signInVariables, subscriptionId } from "./azure-double";
import { PluginClient } from "./plugin-client";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const scope = `/subscriptions/${subscriptionId}/resourceGroups/payments`;

const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function startPlugin(settings: Record<string, string> = {}, pause: Pause = () => Promise.resolve()) {
  const azure = new AzureDouble();
  const warnings: string[] = [];
  const provider = new AzureNativeProvider({
    transport: azure.transport,
    environment: {},
    pause,
    now: () => 0,
    warn: (_, message) => warnings.push(message),
  });
  const { port, stop } = await serveProvider(createProviderService(provider));
  const plugin = new PluginClient(port);
  stops.push(() => {
    plugin.close();
    stop();
  });
  const configuration = await plugin.configure({ ...signInVariables, ...settings });
  return { azure, warnings, plugin, configuration };
}

const assignmentInputs = {
  scope,
  roleAssignmentName: "2a88abc7-f599-0eba-a21f-a1817e597115",
  principalId: "p",
  principalType: "ServicePrincipal",
  roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/r",
};

const assignmentPath = `${scope}/providers/Microsoft.Authorization/roleAssignments/${assignmentInputs.roleAssignmentName}`;

describe("the plugin", () => {
  it("offers previews and takes no secrets, so that the engine keeps them", async () => {
    const { configuration } = await startPlugin();
    expect(configuration.getSupportspreview()).toBe(true);
    expect(configuration.getSupportsAutonamingConfiguration()).toBe(true);
    expect(configuration.getAcceptsecrets()).toBe(false);
  });

  it("says in its version that it is a stand-in", async () => {
    const { plugin } = await startPlugin();
    expect(await plugin.version()).toMatch(/^3\.28\.0\+.*stand\.in$/);
  });

  it("refuses settings that it cannot sign in with", async () => {
    await expect(startPlugin({ "azure-native:config:useOidc": "false" })).rejects.toThrow(
      "the azure-native stand-in signs in by OIDC only",
    );
  });

  it("gives its settings back as they came, secrets with their marks", async () => {
    const { plugin } = await startPlugin();
    const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "c" };
    const news = formatStruct({ clientId: secret });
    const response = await plugin.checkConfig(new proto.CheckRequest().setNews(news));
    expect(response.getInputs()?.toJavaScript()).toEqual({ clientId: secret });
  });

  it("refuses a type that it does not serve", async () => {
    const { plugin } = await startPlugin();
    await expect(plugin.create("storage:StorageAccount", {})).rejects.toThrow(
      "Resource type azure-native:storage:StorageAccount not found: the azure-native stand-in serves only",
    );
  });
});

describe("a managed identity through the plugin", () => {
  const token = "managedidentity:UserAssignedIdentity";

  it("lives: check, preview, create, refresh, update, import, delete", async () => {
    const { azure, plugin } = await startPlugin();
    azure.resources.set(`/subscriptions/${subscriptionId}/resourcegroups/identities`, { location: "westeurope" });
    const { inputs, failures } = await plugin.check(token, { resourceGroupName: "identities" });
    expect(failures).toEqual([]);
    expect(inputs).toMatchObject({ location: "westeurope", azureApiVersion: "2023-01-31" });

    const preview = await plugin.create(token, inputs, true);
    expect(preview).toMatchObject({ id: "", outputs: { location: "westeurope", principalId: unknown, name: unknown } });

    const created = await plugin.create(token, inputs);
    expect(created.id).toMatch(/\/resourcegroups\/identities\/providers\/.*\/payments[0-9a-f]{8}$/);
    expect(created.outputs).toMatchObject({ location: "westeurope", principalId: "made" });

    const refreshed = await plugin.read(token, created.id, { inputs, outputs: created.outputs });
    expect(refreshed).toEqual({ id: created.id, inputs, outputs: created.outputs });

    const news = { ...inputs, tags: { team: "payments" } };
    expect((await plugin.update(token, news, { olds: created.outputs }))["name"]).toBe(created.outputs["name"]);
    expect((await plugin.update(token, news))["tags"]).toEqual({ team: "payments" });

    const imported = await plugin.read(token, created.id);
    const { changes } = await plugin.diff(token, { oldInputs: imported.inputs, olds: imported.outputs, news });
    expect(changes).toBe(proto.DiffResponse.DiffChanges.DIFF_NONE);

    await plugin.delete(token, created.id);
    expect(await plugin.read(token, created.id, { inputs: news, outputs: {} })).toMatchObject({ id: "" });
    await plugin.delete(token, created.id);
  });

  it("a preview asks Azure for nothing but the resource group's location, and for that once", async () => {
    const { azure, plugin } = await startPlugin();
    azure.resources.set(`/subscriptions/${subscriptionId}/resourcegroups/identities`, { location: "westeurope" });
    for (let count = 0; count < 2; count += 1) {
      const { inputs } = await plugin.check(token, { resourceGroupName: "identities" });
      await plugin.create(token, inputs, true);
    }
    expect(azure.journal).toEqual([`GET /subscriptions/${subscriptionId}/resourceGroups/identities`]);
  });

  it("names what is absent", async () => {
    const { plugin } = await startPlugin();
    const { failures } = await plugin.check(token, { location: "westeurope" });
    expect(failures).toEqual(["missing required property 'resourceGroupName'"]);
  });
});

describe("a role assignment through the plugin", () => {
  const token = "authorization:RoleAssignment";

  it("is looked for, put and read, in this order", async () => {
    const { azure, plugin } = await startPlugin();
    await plugin.create(token, assignmentInputs);
    expect(azure.journal).toEqual([`GET ${assignmentPath}`, `PUT ${assignmentPath}`, `GET ${assignmentPath}`]);
  });

  it("is not created over an existing one", async () => {
    const { azure, plugin } = await startPlugin();
    await plugin.create(token, assignmentInputs);
    await expect(plugin.create(token, assignmentInputs)).rejects.toThrow(
      `cannot create already existing resource '${assignmentPath}'`,
    );
    expect(azure.journal.filter((entry) => entry.startsWith("PUT"))).toHaveLength(1);
  });

  it("fails with Azure's code", async () => {
    const { azure, plugin } = await startPlugin();
    azure.interceptOnce("PUT", respondError(400, "PrincipalNotFound", "Principal p does not exist."));
    await expect(plugin.create(token, assignmentInputs)).rejects.toThrow(
      'Status=400 Code="PrincipalNotFound" Message="Principal p does not exist."',
    );
  });

  it("changes its role in place, as the official provider does, and replaces for another principal", async () => {
    const { plugin } = await startPlugin();
    const compare = (change: PropertyMap) =>
      plugin.diff(token, { oldInputs: assignmentInputs, olds: {}, news: { ...assignmentInputs, ...change } });
    expect(await compare({ roleDefinitionId: "/other" })).toMatchObject({
      changes: proto.DiffResponse.DiffChanges.DIFF_SOME,
      replacesList: [],
      diffsList: ["roleDefinitionId"],
    });
    expect(await compare({ principalId: unknown })).toMatchObject({
      replacesList: ["principalId"],
      deletebeforereplace: true,
      detaileddiffMap: [["principalId", { kind: proto.PropertyDiff.Kind.UPDATE_REPLACE, inputdiff: true }]],
    });
  });

  it("is read in the tenant of the managed identity that it is delegated to", async () => {
    const { azure, plugin } = await startPlugin();
    const delegatedManagedIdentityResourceId = "/subscriptions/other/resourceGroups/a/providers/b/c/d";
    azure.resources.set("/subscriptions/other", { tenantId: "their-tenant" });
    await plugin.create(token, { ...assignmentInputs, delegatedManagedIdentityResourceId });
    expect(new URL(azure.requests.at(-1)?.url ?? "").searchParams.get("tenantId")).toBe("their-tenant");
  });

  it("stays created when the read afterwards fails, with a warning", async () => {
    const { azure, warnings, plugin } = await startPlugin();
    azure.interceptOnce("GET", respondError(404, "ResourceNotFound"), respondError(403, "AuthorizationFailed"));
    const { outputs } = await plugin.create(token, assignmentInputs);
    expect(outputs).toMatchObject({ principalId: "p", azureApiVersion: "2022-04-01" });
    expect(warnings).toEqual([
      'Failed to read resource after it was written: Status=403 Code="AuthorizationFailed" Message="It failed."',
    ]);
  });

  it("is not read afterwards where the setting says so", async () => {
    const { azure, plugin } = await startPlugin({ "azure-native:config:skipReadOnUpdate": "true" });
    await plugin.create(token, assignmentInputs);
    expect(azure.journal).toEqual([`GET ${assignmentPath}`, `PUT ${assignmentPath}`]);
  });
});

describe("a managed identity's credential through the plugin", () => {
  it("is written again after a parallel write", async () => {
    const { azure, plugin } = await startPlugin();
    const conflict = "ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity";
    azure.interceptOnce("PUT", respondError(409, conflict), respondError(409, conflict));
    const inputs = {
      resourceGroupName: "identities",
      resourceName: "deployer",
      issuer: "i",
      subject: "s",
      audiences: ["a"],
    };
    const named = { ...inputs, federatedIdentityCredentialResourceName: "pipeline" };
    const { outputs } = await plugin.create("managedidentity:FederatedIdentityCredential", named);
    expect(outputs).toMatchObject({ issuer: "i", subject: "s", audiences: ["a"], name: "pipeline" });
    expect(azure.journal.filter((entry) => entry.startsWith("PUT"))).toHaveLength(3);
  });
});

describe("functions through the plugin", () => {
  it("read a role definition", async () => {
    const { azure, plugin } = await startPlugin();
    const path = `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/r`;
    azure.resources.set(path.toLowerCase(), {
      id: path,
      name: "r",
      properties: { roleName: "Reader", type: "BuiltInRole" },
    });
    const args = { scope: `/subscriptions/${subscriptionId}`, roleDefinitionId: "r" };
    expect(await plugin.invoke("authorization:getRoleDefinition", args)).toEqual({
      id: path,
      name: "r",
      roleName: "Reader",
      roleType: "BuiltInRole",
      azureApiVersion: "2022-05-01-preview",
    });
  });

  it("tell who is signed in", async () => {
    const { azure, plugin } = await startPlugin();
    expect(await plugin.invoke("authorization:getClientConfig", {})).toEqual({
      clientId: "bbbbbbbb-1111-2222-3333-444444444444",
      objectId: "cccccccc-1111",
      tenantId: "aaaaaaaa-1111",
      subscriptionId,
    });
    expect(new URLSearchParams(azure.requests[0]?.body).get("scope")).toBe("https://graph.microsoft.com//.default");
  });

  it("give a token for an endpoint", async () => {
    const { azure, plugin } = await startPlugin();
    const scopes = () => azure.requests.map(({ body }) => new URLSearchParams(body).get("scope"));
    await plugin.invoke("authorization:getClientToken", {});
    await plugin.invoke("authorization:getClientToken", { endpoint: "https://vault.azure.net" });
    expect(scopes()).toEqual(["https://management.azure.com//.default", "https://vault.azure.net/.default"]);
  });

  it("refuse a function that is not served", async () => {
    const { plugin } = await startPlugin();
    await expect(plugin.invoke("storage:listStorageAccountKeys", {})).rejects.toThrow(
      "Invoke type azure-native:storage:listStorageAccountKeys not found: the azure-native stand-in does not serve it",
    );
  });
});

describe("the end of the plugin's work", () => {
  it("breaks off a wait that is going on", async () => {
    const { azure, plugin } = await startPlugin({}, (milliseconds, signal) => {
      void plugin.cancel();
      return realPause(milliseconds, signal);
    });
    azure.interceptOnce("PUT", respondError(503, "Busy"));
    await expect(plugin.create("authorization:RoleAssignment", assignmentInputs)).rejects.toThrow("operation canceled");
  });
});
