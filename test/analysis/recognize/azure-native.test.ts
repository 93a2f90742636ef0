import { createResource, findAll, findOnly, listClasses } from "../../support/engine-resources";

const subscription = "/subscriptions/0b1f6471-1bf0-4dda-aec3-111122223333";
const identityId = `${subscription}/resourcegroups/identities/providers/Microsoft.ManagedIdentity/userAssignedIdentities/deploy`;
const type = "azure-native:managedidentity:UserAssignedIdentity";
const clientId = "cccccccc-0000-0000-0000-000000000001";
const principalId = "dddddddd-0000-0000-0000-000000000001";
const guid = "12345678-0000-0000-0000-00000000000a";

const identity = createResource(type, "deploy", {
  id: identityId,
  inputs: { resourceGroupName: "identities", resourceName: "deploy" },
  outputs: { clientId, principalId, tenantId: "EEEEEEEE-0000-0000-0000-000000000001" },
});
const toIdentity = { to: "declared", urn: identity.urn };

describe("managed identities of azure-native", () => {
  it("have what Azure answers", () => {
    expect(findOnly("identity", [identity])).toMatchObject({
      kind: "managedIdentity",
      parts: [identity.urn],
      displayName: { state: "known", value: "deploy" },
      clientId: { state: "known", value: clientId },
      principalId: { state: "known", value: principalId },
      tenantId: { state: "known", value: "eeeeeeee-0000-0000-0000-000000000001" },
      signInAudience: { state: "absent" },
      owners: { state: "absent" },
      resourceGroup: { state: "known", value: `${subscription}/resourceGroups/identities` },
    });
  });

  it("have names alone before they exist", () => {
    const planned = createResource(type, "deploy", {
      inputs: { resourceGroupName: "identities", resourceName: "deploy" },
    });

    expect(findOnly("identity", [planned])).toMatchObject({
      clientId: { state: "unknown", from: [planned.urn] },
      resourceGroup: { state: "known", value: "identities" },
    });
  });
});

describe("trusts of azure-native", () => {
  const credential = (spec: Parameters<typeof createResource>[2], version = "") =>
    createResource(`azure-native:managedidentity${version}:FederatedIdentityCredential`, "c", spec);
  const group = createResource("azure-native:resources:ResourceGroup", "rg");

  it.each(["", "/v20230131", "/v20220131preview"])("are recognized in every version of the API: %j", (version) => {
    const inputs = {
      issuer: "i",
      subject: "S",
      audiences: ["a"],
      resourceGroupName: "Identities",
      resourceName: "DEPLOY",
    };

    expect(findOnly("trust", [identity, credential({ inputs }, version)])).toMatchObject({
      identity: toIdentity,
      issuer: { state: "known", value: "i" },
      subject: { state: "known", value: "S" },
      audience: { state: "known", value: "a" },
      expression: { state: "absent" },
    });
  });

  it("point at the identity before their names in their own ID", () => {
    const inputs = { resourceGroupName: "identities", resourceName: "deploy" };
    const other = identityId.replace("/deploy", "/other");

    expect(
      findOnly("trust", [
        identity,
        credential({ id: `${identityId.toUpperCase()}/federatedIdentityCredentials/c`, inputs }),
      ]).identity,
    ).toEqual(toIdentity);
    expect(
      findOnly("trust", [identity, credential({ id: `${other}/federatedIdentityCredentials/c`, inputs })]).identity,
    ).toEqual({ to: "other", id: other });
  });

  it("point at an identity whose name or group is not known yet", () => {
    const planned = createResource(type, "deploy", { inputs: { resourceGroupName: group, resourceName: "deploy" } });

    for (const inputs of [
      { resourceGroupName: group, resourceName: planned },
      { resourceGroupName: group, resourceName: "deploy" },
    ]) {
      expect(findOnly("trust", [group, planned, credential({ inputs })]).identity).toEqual({
        to: "declared",
        urn: planned.urn,
      });
    }
  });

  it("do not take an identity of the same name for another one's", () => {
    const elsewhere = { resourceGroupName: "elsewhere", resourceName: "deploy" };
    const unknownGroup = { resourceGroupName: group, resourceName: "deploy" };

    expect(findOnly("trust", [identity, credential({ inputs: elsewhere })]).identity).toEqual({
      to: "other",
      id: "resourceGroups/elsewhere/providers/Microsoft.ManagedIdentity/userAssignedIdentities/deploy",
    });
    expect(findOnly("trust", [identity, group, credential({ inputs: unknownGroup })]).identity).toEqual({
      to: "unknown",
      from: [group.urn],
    });
  });

  it("do not choose between two identities of the same names in different subscriptions", () => {
    const planned = (name: string) =>
      createResource(type, name, { inputs: { resourceGroupName: "identities", resourceName: "deploy" } });
    const inputs = { resourceGroupName: "identities", resourceName: "deploy" };

    expect(findOnly("trust", [planned("one"), planned("two"), credential({ inputs })]).identity.to).toBe("other");
  });

  it("may have an expression", () => {
    const inputs = {
      claimsMatchingExpression: { value: "claims['sub'] eq 'x'", languageVersion: 1 },
      resourceName: "x",
    };

    expect(findOnly("trust", [credential({ inputs }, "/v20250531preview")]).expression).toEqual({
      state: "known",
      value: "claims['sub'] eq 'x'",
    });
  });
});

describe("role assignments of azure-native", () => {
  const assignment = (inputs: object, name = "RoleAssignment") =>
    createResource(`azure-native:authorization:${name}`, "r", { inputs: { ...inputs } });
  const role = (id: string) => `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${id}`;

  it("have role, scope and condition", () => {
    const condition = "@Resource[x] StringEquals 'y'";

    expect(
      findOnly("roleAssignment", [
        identity,
        assignment({
          principalId: principalId.toUpperCase(),
          principalType: "ServicePrincipal",
          roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/8E3AF657-A8FF-443C-A75C-2FE8C4BCB635",
          scope: subscription,
          condition,
          conditionVersion: "2.0",
        }),
      ]),
    ).toMatchObject({
      principal: toIdentity,
      principalType: { state: "known", value: "ServicePrincipal" },
      role: { kind: "builtIn", id: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", name: "Owner" },
      scope: { state: "known", value: subscription },
      condition: { state: "known", value: condition },
      conditionVersion: { state: "known", value: "2.0" },
    });
  });

  it.each([
    [guid, { kind: "builtIn", id: guid }],
    [role(guid.toUpperCase()), { kind: "builtIn", id: guid }],
    ["Owner", { kind: "unreadable" }],
    [`${subscription}/${guid}`, { kind: "unreadable" }],
    ["", { kind: "unreadable" }],
  ])("read the role %j", (roleDefinitionId, expected) => {
    expect(findOnly("roleAssignment", [assignment({ roleDefinitionId })]).role).toEqual(expected);
  });

  it("drop a condition with the program, though Azure's answer still has it", () => {
    const dropped = { ...assignment({ scope: subscription }), outputs: { condition: "x", conditionVersion: "2.0" } };

    expect(findOnly("roleAssignment", [dropped]).condition).toEqual({ state: "absent" });
  });

  it("point at a custom role of the stack by any ID of it, and before it has one", () => {
    const custom = createResource("azure-native:authorization:RoleDefinition", "deployer", {
      id: `/providers/Microsoft.Management/managementGroups/m/providers/Microsoft.Authorization/roleDefinitions/${guid}`,
      inputs: {
        roleName: "Deployer",
        permissions: [
          { actions: ["b/write", "a/read"], notActions: ["c/*"] },
          { actions: ["d/read"], dataActions: ["e/read"] },
        ],
        assignableScopes: [subscription],
      },
    });

    for (const roleDefinitionId of [role(guid), guid.toUpperCase(), custom]) {
      expect(findOnly("roleAssignment", [custom, assignment({ roleDefinitionId })]).role).toEqual({
        kind: "declared",
        urn: custom.urn,
      });
    }
    expect(findOnly("customRole", [custom])).toMatchObject({
      roleName: { state: "known", value: "Deployer" },
      actions: { state: "known", value: ["a/read", "b/write", "d/read"] },
      notActions: { state: "known", value: ["c/*"] },
      dataActions: { state: "known", value: ["e/read"] },
      notDataActions: { state: "absent" },
      assignableScopes: { state: "known", value: [subscription] },
    });
  });

  it("do not guess a role that is not known yet", () => {
    const group = createResource("azure-native:resources:ResourceGroup", "rg");

    expect(findOnly("roleAssignment", [group, assignment({ roleDefinitionId: group, scope: group })])).toMatchObject({
      role: { kind: "unknown", from: [group.urn] },
      scope: { state: "unknown", from: [group.urn] },
    });
  });

  it("are also those by Privileged Identity Management, without asking for what Azure finds out itself", () => {
    const schedule = assignment({ principalId, roleDefinitionId: guid, scope: "/" }, "PimRoleEligibilitySchedule");

    expect(findOnly("roleAssignment", [identity, schedule])).toMatchObject({
      principal: toIdentity,
      principalType: { state: "unknown", from: [schedule.urn] },
    });
  });

  it("do not include deny assignments, which are reported as not understood", () => {
    expect(listClasses([assignment({ scope: "/" }, "DenyAssignment")])).toEqual(["unrecognized"]);
    expect(findAll("roleAssignment", [assignment({ scope: "/" }, "DenyAssignment")])).toEqual([]);
  });
});
