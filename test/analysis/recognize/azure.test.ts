import { createResource, findOnly } from "../../support/engine-resources";

const subscription = "/subscriptions/0b1f6471-1bf0-4dda-aec3-111122223333";
const identityId = `${subscription}/resourceGroups/identities/providers/Microsoft.ManagedIdentity/userAssignedIdentities/deploy`;
const guid = "12345678-0000-0000-0000-00000000000a";
const identity = createResource("azure:authorization/userAssignedIdentity:UserAssignedIdentity", "deploy", {
  id: identityId,
  inputs: { name: "deploy", resourceGroupName: "identities" },
  outputs: { clientId: guid, principalId: guid, tenantId: guid },
});
const toIdentity = { to: "declared", urn: identity.urn };

describe("resources of azure", () => {
  it("have managed identities, also under an earlier name of their module", () => {
    const earlier = { ...identity, type: "azure:msi/userAssignedIdentity:UserAssignedIdentity" };

    for (const resource of [identity, earlier]) {
      expect(findOnly("identity", [resource])).toMatchObject({
        kind: "managedIdentity",
        displayName: { state: "known", value: "deploy" },
        resourceGroup: { state: "known", value: `${subscription}/resourceGroups/identities` },
      });
    }
  });

  it.each([
    ["parentId", identityId, "a"],
    ["userAssignedIdentityId", identityId.toUpperCase(), "a"],
    ["userAssignedIdentityId", identity, ["a"]],
  ])("have trusts, by %s", (property, value, audience) => {
    const credential = createResource("azure:armmsi/federatedIdentityCredential:FederatedIdentityCredential", "c", {
      inputs: { [property]: value, issuer: "i", subject: "S", audience },
    });

    expect(findOnly("trust", [identity, credential])).toMatchObject({
      identity: toIdentity,
      subject: { state: "known", value: "S" },
      audience: { state: "known", value: "a" },
    });
  });

  it.each([
    ["contributor", { kind: "builtIn", id: "b24988ac-6180-42a0-ab88-20f7382dd24c", name: "Contributor" }],
    ["Payments Deployer", { kind: "named", name: "Payments Deployer" }],
    ["Payments Operator", { kind: "declared", urn: expect.stringContaining("RoleDefinition::operator") as unknown }],
  ])("have role assignments by name: %s", (roleDefinitionName, role) => {
    const custom = createResource("azure:authorization/roleDefinition:RoleDefinition", "operator", {
      id: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${guid}|${subscription}`,
      inputs: { name: "Payments operator", scope: subscription, permissions: [{ actions: ["*"] }] },
    });
    const assignment = createResource("azure:authorization/assignment:Assignment", "r", {
      inputs: { principalId: identity, roleDefinitionName, scope: subscription },
      outputs: { principalType: "ServicePrincipal" },
    });

    expect(findOnly("roleAssignment", [identity, custom, assignment])).toMatchObject({
      principal: toIdentity,
      // The program does not say it.
      principalType: { state: "absent" },
      role,
    });
  });

  it("have role assignments by the ID of a role, scope behind a bar and all", () => {
    const custom = createResource("azure:role/definition:Definition", "operator", {
      id: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${guid}|${subscription}`,
      inputs: { name: "x", permissions: [{ actions: ["*"], notActions: ["a/*"] }] },
    });
    const assignment = createResource("azure:role/assignment:Assignment", "r", {
      inputs: {
        principalType: "Group",
        roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${guid.toUpperCase()}`,
      },
    });

    expect(findOnly("roleAssignment", [custom, assignment])).toMatchObject({
      principalType: { state: "known", value: "Group" },
      role: { kind: "declared", urn: custom.urn },
    });
    expect(findOnly("customRole", [custom])).toMatchObject({
      actions: { state: "known", value: ["*"] },
      notActions: { state: "known", value: ["a/*"] },
    });
  });

  it.each(["activeRoleAssignment:ActiveRoleAssignment", "eligibleRoleAssignment:EligibleRoleAssignment"])(
    "have role assignments by Privileged Identity Management: %s",
    (type) => {
      const assignment = createResource(`azure:pim/${type}`, "r", {
        inputs: { principalId: identity, roleDefinitionId: guid, scope: subscription },
        outputs: { principalType: "ServicePrincipal" },
      });

      expect(findOnly("roleAssignment", [identity, assignment])).toMatchObject({
        principal: toIdentity,
        principalType: { state: "known", value: "ServicePrincipal" },
        role: { kind: "builtIn", id: guid },
      });
    },
  );
});
