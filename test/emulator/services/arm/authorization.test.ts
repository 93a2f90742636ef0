import { type AccessDecision, type AccessQuery, decideAccess } from "../../../../emulator/services/arm/authorization";
import type { RoleDefinition } from "../../../../emulator/state/entities";
import { Store } from "../../../../emulator/state/store";

const subscriptionId = "0b1f6471-1bf0-4dda-aec3-cb9272f09590";
const subscription = `/subscriptions/${subscriptionId}`;
const group = `${subscription}/resourceGroups/app`;
const site = `${group}/providers/Microsoft.Web/sites/shop`;
const managementGroup = "/providers/Microsoft.Management/managementGroups/payments";
const principalId = "5f2222b1-57c3-48ba-8ad5-d4759f1fde6f";

// Literals of https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
const roles = {
  owner: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
  contributor: "b24988ac-6180-42a0-ab88-20f7382dd24c",
  reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
  blobContributor: "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
  websiteContributor: "de139f84-1756-47ae-9be6-808fbbe84772",
  // Exists by name and id; the table of actions has none for it.
  billingReader: "fa23ad8b-c56e-40d8-ac0c-ce449e1d2c64",
};

let store: Store;

beforeEach(() => {
  store = new Store();
  const managementGroupIds = ["payments", "root"];
  store.subscriptions.insert({ subscriptionId, tenantId: "t", displayName: "Payments", managementGroupIds });
});

function assign(roleDefinitionId: string, scope: string, condition?: string): string {
  const id = `${scope}/providers/Microsoft.Authorization/roleAssignments/${roleDefinitionId}`;
  store.roleAssignments.insert({
    id,
    name: roleDefinitionId,
    scope,
    roleDefinitionId,
    principalId: principalId.toUpperCase(),
    principalType: "ServicePrincipal",
    ...(condition === undefined ? {} : { condition, conditionVersion: "2.0" }),
    createdBy: "test",
    createdOn: "2026-11-24T00:00:00.000Z",
  });
  return id;
}

function decide(action: string, scope: string, more: Partial<AccessQuery> = {}): AccessDecision {
  return decideAccess(store, { principalId, action, scope, ...more });
}

const customRole: RoleDefinition = {
  roleDefinitionId: "6b1a7f0e-0f1e-4a3c-9f7a-2b9a4b1c0d11",
  roleName: "Site operator",
  type: "CustomRole",
  assignableScopes: [subscription],
  permissions: [
    { actions: ["Microsoft.Web/sites/*"], notActions: ["*/delete"], dataActions: [], notDataActions: [] },
    { actions: ["Microsoft.Web/sites/slots/delete"], notActions: [], dataActions: [], notDataActions: [] },
  ],
};

describe("decideAccess", () => {
  it("denies without a role", () => {
    expect(decide("Microsoft.Web/sites/read", site)).toBe("denied");
  });

  it.each([
    ["the resource", site],
    ["the resource group, in other letters", group.toUpperCase().replace("/SUBSCRIPTIONS", "/subscriptions")],
    ["the subscription", subscription],
    ["a management group", managementGroup],
    ["the root", "/"],
  ])("inherits a role from %s", (_name, scope) => {
    assign(roles.reader, scope);
    expect(decide("Microsoft.Web/sites/read", site)).toBe("allowed");
    expect(decide("Microsoft.Web/sites/write", site)).toBe("denied");
  });

  it("does not let a role reach up or sideways", () => {
    assign(roles.owner, site);
    expect(decide("Microsoft.Web/sites/write", site)).toBe("allowed");
    expect(decide("Microsoft.Web/sites/write", `${site}2`)).toBe("denied");
    expect(decide("Microsoft.Resources/subscriptions/resourceGroups/read", group)).toBe("denied");
  });

  it("counts the assignments of this principal alone", () => {
    assign(roles.owner, subscription);
    expect(decide("*", site, { principalId: "other" })).toBe("denied");
  });

  it("takes notActions away from their own role and from no other", () => {
    assign(roles.contributor, subscription);
    const action = "Microsoft.Authorization/roleAssignments/write";
    expect(decide("Microsoft.Web/sites/write", site)).toBe("allowed");
    expect(decide(action, site)).toBe("denied");
    assign(roles.owner, group);
    expect(decide(action, site)).toBe("allowed");
    expect(decide(action, subscription)).toBe("denied");
  });

  it("keeps data actions apart", () => {
    const action = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write";
    const account = `${group}/providers/Microsoft.Storage/storageAccounts/assets`;
    assign(roles.owner, subscription);
    expect(decide(action, account, { isDataAction: true })).toBe("denied");
    assign(roles.blobContributor, account);
    expect(decide(action, account, { isDataAction: true })).toBe("allowed");
    expect(
      decide("Microsoft.Storage/storageAccounts/blobServices/containers/blobs/manageOwnership/action", account, {
        isDataAction: true,
      }),
    ).toBe("denied");
  });

  it("reads custom roles, each of their permissions by itself", () => {
    store.roleDefinitions.insert(customRole);
    assign(customRole.roleDefinitionId, group);
    expect(decide("Microsoft.Web/sites/restart/action", site)).toBe("allowed");
    expect(decide("Microsoft.Web/sites/delete", site)).toBe("denied");
    expect(decide("Microsoft.Web/sites/slots/delete", `${site}/slots/blue`)).toBe("allowed");
  });

  it("grants nothing by a role whose actions are not known, nor by one that is gone", () => {
    assign(roles.billingReader, subscription);
    assign(customRole.roleDefinitionId, subscription);
    expect(decide("Microsoft.Web/sites/read", site)).toBe("denied");
  });

  it("grants by a condition that is true, and by none that is false or not understood", () => {
    const action = "Microsoft.Authorization/roleAssignments/write";
    const isReader = `@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] GuidEquals ${roles.reader}`;
    assign(roles.owner, group, `!(ActionMatches{'${action}'}) OR ${isReader}`);
    expect(decide(action, site, { request: { roleDefinitionId: roles.reader } })).toBe("allowed");
    expect(decide(action, site, { request: { roleDefinitionId: roles.owner } })).toBe("condition-unmet");
    expect(decide("Microsoft.Web/sites/write", site)).toBe("allowed");
    assign(roles.contributor, site, "@Environment[UtcNow] DateTimeGreaterThan '2020-01-01'");
    expect(decide("Microsoft.Web/sites/write", site)).toBe("allowed");
    store.roleAssignments.remove(`${group}/providers/Microsoft.Authorization/roleAssignments/${roles.owner}`);
    expect(decide("Microsoft.Web/sites/write", site)).toBe("condition-unmet");
    assign(roles.websiteContributor, site);
    expect(decide("Microsoft.Web/sites/write", site)).toBe("allowed");
  });

  it("sees assignments come and go as late as it is told", () => {
    store.setDelays("roleAssignments", { arm: { appearMs: 60_000, disappearMs: 30_000 } });
    const id = assign(roles.reader, group);
    expect(decide("Microsoft.Web/sites/read", site)).toBe("denied");
    store.clock.advance(60_000);
    expect(decide("Microsoft.Web/sites/read", site)).toBe("allowed");
    store.roleAssignments.remove(id);
    expect(decide("Microsoft.Web/sites/read", site)).toBe("allowed");
    store.clock.advance(30_000);
    expect(decide("Microsoft.Web/sites/read", site)).toBe("denied");
  });
});
