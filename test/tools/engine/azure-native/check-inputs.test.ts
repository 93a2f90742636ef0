import {
  type CheckRequest,
  checkInputs,
  type LocationSource,
} from "../../../../tools/engine/azure-native/check-inputs";

const seed = new Uint8Array([1, 2, 3]);
const noLocation: LocationSource = { findByResourceGroup: () => Promise.resolve(undefined) };

function request(token: string, parts: Partial<CheckRequest>): CheckRequest {
  return { urn: `urn:pulumi:dev::demo::${token}::deployer`, olds: {}, news: {}, randomSeed: seed, ...parts };
}

const identity = "azure-native:managedidentity:UserAssignedIdentity";
const credential = "azure-native:managedidentity:FederatedIdentityCredential";
const assignment = "azure-native:authorization:RoleAssignment";
const definition = "azure-native:authorization:RoleDefinition";
const group = "azure-native:resources:ResourceGroup";
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

describe("automatic names", () => {
  it.each([
    [identity, "resourceName", /^deployer[0-9a-f]{8}$/],
    [group, "resourceGroupName", /^deployer[0-9a-f]{8}$/],
    [assignment, "roleAssignmentName", /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/],
    [definition, "roleDefinitionId", /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/],
  ])("%s: %s is made at random, and a replacement may be created first", async (token, property, pattern) => {
    const { inputs } = await checkInputs(request(token, {}), noLocation);
    expect(inputs[property]).toMatch(pattern);
    expect(inputs["__createBeforeDelete"]).toBe(true);
  });

  it("the name of a managed identity's credential is copied, and a replacement must delete first", async () => {
    const { inputs } = await checkInputs(request(credential, {}), noLocation);
    expect(inputs["federatedIdentityCredentialResourceName"]).toBe("deployer");
    expect(inputs).not.toHaveProperty("__createBeforeDelete");
  });

  it("are the same for the same seed, and others for another or for none", async () => {
    const names = await Promise.all(
      [seed, seed, new Uint8Array([4]), new Uint8Array(), new Uint8Array()].map(async (randomSeed) => {
        const { inputs } = await checkInputs(request(identity, { randomSeed }), noLocation);
        return inputs["resourceName"];
      }),
    );
    expect(names[0]).toBe(names[1]);
    expect(new Set(names).size).toBe(4);
  });

  it("stay what they were, with what they said about replacement", async () => {
    const olds = { resourceName: "deployer12345678", __createBeforeDelete: true };
    const { inputs } = await checkInputs(request(identity, { olds }), noLocation);
    expect(inputs).toMatchObject(olds);
    const named = await checkInputs(request(identity, { olds: { resourceName: "given" } }), noLocation);
    expect(named.inputs["resourceName"]).toBe("given");
    expect(named.inputs).not.toHaveProperty("__createBeforeDelete");
  });

  it("give way to the program's", async () => {
    const { inputs } = await checkInputs(request(identity, { news: { resourceName: "mine" } }), noLocation);
    expect(inputs["resourceName"]).toBe("mine");
    expect(inputs).not.toHaveProperty("__createBeforeDelete");
  });

  it.each([
    ["propose", identity, "resourceName", "proposed"],
    ["enforce", identity, "resourceName", "proposed"],
    ["propose", credential, "federatedIdentityCredentialResourceName", "proposed"],
    ["enforce", assignment, "roleAssignmentName", "proposed"],
  ] as const)("follow the engine's configuration: %s for %s", async (mode, token, property, name) => {
    const autonaming = { mode, proposedName: "proposed" };
    const { inputs } = await checkInputs(request(token, { autonaming }), noLocation);
    expect(inputs[property]).toBe(name);
  });

  it("a proposal does not displace a GUID", async () => {
    const autonaming = { mode: "propose", proposedName: "proposed" } as const;
    const { inputs } = await checkInputs(request(assignment, { autonaming }), noLocation);
    expect(inputs["roleAssignmentName"]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("are missed where the configuration forbids them", async () => {
    const autonaming = { mode: "disable", proposedName: "" } as const;
    const news = { resourceGroupName: "identities", location: "westeurope" };
    const { failures } = await checkInputs(request(identity, { autonaming, news }), noLocation);
    expect(failures).toEqual(["missing required property 'resourceName'"]);
  });
});

describe("the location", () => {
  const news = { resourceGroupName: "identities" };
  const byGroup: LocationSource = {
    configured: undefined,
    findByResourceGroup: (name) => Promise.resolve(name === "identities" ? "northeurope" : undefined),
  };

  it.each([
    [
      "stays what the program says",
      { news: { ...news, location: "uksouth" } },
      { ...byGroup, configured: "x" },
      "uksouth",
    ],
    ["stays what it was", { news, olds: { location: "uksouth" } }, { ...byGroup, configured: "x" }, "uksouth"],
    ["comes from the provider's setting", { news }, { ...byGroup, configured: "westus" }, "westus"],
    ["comes from the resource group", { news }, byGroup, "northeurope"],
    ["is unknown while the resource group is", { news: { resourceGroupName: unknown } }, byGroup, unknown],
  ])("%s", async (_, parts, locations, location) => {
    const { inputs, failures } = await checkInputs(request(identity, parts), locations);
    expect(inputs["location"]).toBe(location);
    expect(failures).toEqual([]);
  });

  it("is asked for where it cannot be found", async () => {
    const { failures } = await checkInputs(request(group, { news: { resourceGroupName: "new" } }), noLocation);
    expect(failures).toEqual([
      "missing required property 'location'. Either set it explicitly or configure it with 'pulumi config set azure-native:location <value>'.",
    ]);
  });

  it("is not looked for where a type has none", async () => {
    const findByResourceGroup = jest.fn();
    await checkInputs(request(credential, { news }), { findByResourceGroup });
    expect(findByResourceGroup).not.toHaveBeenCalled();
  });
});

describe("required inputs", () => {
  it("are all named at once", async () => {
    const { failures } = await checkInputs(request(credential, {}), noLocation);
    expect(failures).toEqual([
      "missing required property 'resourceGroupName'",
      "missing required property 'resourceName'",
      "missing required property 'audiences'",
      "missing required property 'issuer'",
      "missing required property 'subject'",
    ]);
  });

  it("count as given while they are unknown", async () => {
    const news = { principalId: unknown, roleDefinitionId: unknown, scope: unknown };
    const { failures } = await checkInputs(request(assignment, { news }), noLocation);
    expect(failures).toEqual([]);
  });

  it("the API version is filled in", async () => {
    const { inputs } = await checkInputs(request(assignment, {}), noLocation);
    expect(inputs["azureApiVersion"]).toBe("2022-04-01");
  });

  it("a type that is not served is refused by name", async () => {
    await expect(checkInputs(request("azure-native:storage:StorageAccount", {}), noLocation)).rejects.toThrow(
      "Resource type azure-native:storage:StorageAccount not found: the azure-native stand-in serves only azure-native:authorization:RoleAssignment,",
    );
  });
});
