import type { RoleAssignment } from "../../../analysis/model/role-assignment";
import {
  absent,
  builtIn,
  connection,
  customRole,
  groupScope,
  identity,
  known,
  managedIdentity,
  pipelinePermission,
  roleAssignment,
  subscriptionScope,
  to,
  toOther,
  unknown,
} from "../../support/model-builders";
import { rename } from "../../support/run-builders";
import { readReasons, readSummary } from "./read-changes";

const payments = identity("payments");
const other = identity("other");
const reader = builtIn("acdd72a7-3385-48ef-bd42-f606fba81ae7", "Reader");
const contributor = builtIn("b24988ac-6180-42a0-ab88-20f7382dd24c", "Contributor");
const owner = builtIn("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner");
const accessAdministrator = builtIn("18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "User Access Administrator");
const rbacAdministrator = builtIn("f58310d9-a9f6-439a-9e8d-f62e7b41a168", "Role Based Access Control Administrator");
const identityContributor = builtIn("e40ec5ca-96e0-45a2-b4ff-59039f2c2b59", "Managed Identity Contributor");
const secretsUser = builtIn("4633458b-17de-408a-b874-0445c86b69e6", "Key Vault Secrets User");
const blobContributor = builtIn("ba92f5b4-2d11-453d-a403-e96b0029c9fe", "Storage Blob Data Contributor");
const blobReader = builtIn("2a2b9908-6ea1-4ae2-8e65-a410df84e7d1", "Storage Blob Data Reader");
const websiteContributor = builtIn("de139f84-1756-47ae-9be6-808fbbe84772", "Website Contributor");
const unlistedRole = builtIn("01234567-0123-4123-8123-0123456789ab");
const managementGroup = "/providers/Microsoft.Management/managementGroups/production";
const account = `${groupScope}/providers/Microsoft.Storage/storageAccounts/assets`;

function assignment(changes: Partial<RoleAssignment> = {}): RoleAssignment {
  return roleAssignment(to(payments), changes);
}

/** What limits which roles may be assigned, in the documented form. */
function limitTo(...roles: readonly string[]): RoleAssignment["condition"] {
  const set = `{${roles.join(", ")}}`;
  return known(`(
 (
  !(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})
 )
 OR
 (
  @Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals ${set}
  AND
  @Request[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'}
 )
)
AND
(
 (
  !(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})
 )
 OR
 (
  @Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals ${set}
  AND
  @Resource[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'}
 )
)`);
}

const readerId = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const pullId = "7f951dda-4ed3-4680-a7ca-43fe172d538d";
const ownerId = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

describe("role assignment changes: added", () => {
  it.each([
    ["Reader of a group", { role: reader }, "medium widensAccess"],
    ["Reader of a subscription", { role: reader, scope: known(subscriptionScope) }, "high widensAccess"],
    ["Reader of a management group", { role: reader, scope: known(managementGroup) }, "critical widensAccess"],
    ["Reader of the tenant", { role: reader, scope: known("/") }, "critical widensAccess"],
    ["Contributor of a group", { role: contributor }, "high widensAccess"],
    ["Contributor of a subscription", { role: contributor, scope: known(subscriptionScope) }, "critical widensAccess"],
    ["Owner of one resource", { role: owner, scope: known(account) }, "critical escalates widensAccess"],
    ["User Access Administrator", { role: accessAdministrator }, "critical escalates widensAccess"],
    ["RBAC administrator", { role: rbacAdministrator }, "critical escalates widensAccess"],
    ["RBAC administrator for Reader", { role: rbacAdministrator, condition: limitTo(readerId) }, "high widensAccess"],
    [
      "RBAC administrator for Owner",
      { role: rbacAdministrator, condition: limitTo(readerId, ownerId) },
      "critical escalates widensAccess",
    ],
    [
      "RBAC administrator, with a condition nobody reads",
      { role: rbacAdministrator, condition: known("@Environment[x] BoolEquals true") },
      "critical escalates widensAccess",
    ],
    ["Managed Identity Contributor", { role: identityContributor }, "high escalates widensAccess"],
    [
      "secrets of one vault",
      { role: secretsUser, scope: known(`${groupScope}/providers/Microsoft.KeyVault/vaults/v`) },
      "medium widensAccess",
    ],
    ["secrets of a group", { role: secretsUser }, "high widensAccess"],
    ["a role that facts do not list", { role: unlistedRole }, "medium cannotBeReviewed widensAccess"],
    [
      "Contributor of something not known yet",
      { role: contributor, scope: unknown("urn:pulumi:dev::payments::azure-native:resources:ResourceGroup::group") },
      "high cannotBeReviewed widensAccess",
    ],
  ] as const)("%s", (_, changes, expected) => {
    const parts = { before: [payments], after: [payments, assignment(changes)] };
    expect(readSummary(parts)).toEqual([`roleAssignment added ${expected}`]);
  });

  it("names what the scope comes from", () => {
    const scope = unknown("urn:pulumi:dev::payments::azure-native:resources:ResourceGroup::group");
    expect(readReasons({ after: [assignment({ scope })] })).toContain(
      'not known until deployment: it comes from "group".',
    );
  });

  it("deserves more attention where every pipeline can use it", () => {
    const link = connection("payments-dev", to(payments));
    const open = pipelinePermission(to(link), { allPipelines: true, pipeline: absent });
    const before = [payments, link, open];
    expect(readSummary({ before, after: [...before, assignment()] })).toEqual([
      "roleAssignment added high widensAccess",
    ]);
  });

  it("says that an identity can add ways in to itself", () => {
    const managed = managedIdentity("release", { resourceGroup: known("payments") });
    const given = roleAssignment(to(managed), { role: contributor });
    const parts = { before: [managed], after: [managed, given] };
    expect(readSummary(parts)).toEqual(["roleAssignment added high escalates widensAccess"]);
    expect(readReasons(parts)).toContain("federated identity credentials to its own identity");
  });

  it.each([
    ["only writes what is harmless", ["Microsoft.Web/sites/restart/action"], [], "medium widensAccess"],
    ["only reads", ["Microsoft.Web/sites/read", "Microsoft.Storage/*/read"], [], "medium widensAccess"],
    ["runs commands on machines", ["Microsoft.Compute/virtualMachines/runCommand/action"], [], "high widensAccess"],
    ["writes everything", ["*/write"], [], "critical escalates widensAccess"],
    ["writes everything but authorization", ["*/write"], ["Microsoft.Authorization/*"], "high escalates widensAccess"],
    ["assigns roles", ["Microsoft.Authorization/roleAssignments/write"], [], "critical escalates widensAccess"],
    ["writes credentials of identities", ["Microsoft.ManagedIdentity/*"], [], "high escalates widensAccess"],
  ])("a custom role that %s", (_, actions, notActions, expected) => {
    const role = customRole("special", { actions: known(actions), notActions: known(notActions) });
    const after = [payments, role, assignment({ role: { kind: "declared", urn: role.urn } })];
    expect(readSummary({ before: [payments, role], after })).toEqual([`roleAssignment added ${expected}`]);
  });
});

describe("role assignment changes: changed", () => {
  const widens = "narrowsAccess widensAccess";

  it.each([
    ["Reader to Contributor", { role: reader }, { role: contributor }, "high widensAccess"],
    ["Contributor to Owner", { role: contributor }, { role: owner }, "critical escalates widensAccess"],
    ["Reader to Website Contributor", { role: reader }, { role: websiteContributor }, `high ${widens}`],
    ["blob reader to blob contributor", { role: blobReader }, { role: blobContributor }, "medium widensAccess"],
    ["group to subscription", {}, { scope: known(subscriptionScope) }, "high widensAccess"],
    [
      "subscription to management group",
      { scope: known(subscriptionScope) },
      { scope: known(managementGroup) },
      "critical widensAccess",
    ],
    ["group to another group", {}, { scope: known(`${groupScope}-other`) }, `medium ${widens}`],
    ["another identity", {}, { principal: to(other) }, `medium ${widens}`],
    [
      "condition dropped",
      { role: rbacAdministrator, condition: limitTo(readerId) },
      { role: rbacAdministrator },
      "critical escalates removesGuard widensAccess",
    ],
    [
      "condition lets a further role through",
      { role: rbacAdministrator, condition: limitTo(readerId) },
      { role: rbacAdministrator, condition: limitTo(readerId, ownerId) },
      "critical escalates widensAccess",
    ],
    [
      "Contributor of a group to Reader of a subscription",
      { role: contributor },
      { role: reader, scope: known(subscriptionScope) },
      `high ${widens}`,
    ],
  ] as const)("%s widens", (_, before, after, expected) => {
    const parts = { before: [payments, other, assignment(before)], after: [payments, other, assignment(after)] };
    expect(readSummary(parts)).toEqual([`roleAssignment changed ${expected}`]);
  });

  it.each([
    ["Contributor to Reader", { role: contributor }, { role: reader }],
    ["Owner to Contributor", { role: owner }, { role: contributor }],
    ["Contributor to Website Contributor", { role: contributor }, { role: websiteContributor }],
    ["blob contributor to blob reader", { role: blobContributor }, { role: blobReader }],
    ["subscription to group", { scope: known(subscriptionScope) }, {}],
    ["group to resource", {}, { scope: known(account) }],
    ["tenant to management group", { scope: known("/") }, { scope: known(managementGroup) }],
    ["condition added", { role: rbacAdministrator }, { role: rbacAdministrator, condition: limitTo(readerId) }],
    [
      "condition lets one role less through",
      { role: rbacAdministrator, condition: limitTo(readerId, pullId) },
      { role: rbacAdministrator, condition: limitTo(readerId) },
    ],
  ] as const)("%s narrows", (_, before, after) => {
    const parts = { before: [payments, assignment(before)], after: [payments, assignment(after)] };
    expect(readSummary(parts)).toEqual(["roleAssignment changed low narrowsAccess"]);
  });

  it.each([
    ["a role whose rights are not known", { role: reader }, { role: unlistedRole }, "medium cannotBeReviewed"],
    [
      "a management group to a subscription that may be elsewhere",
      { scope: known(managementGroup) },
      { scope: known(subscriptionScope) },
      "high cannotBeReviewed",
    ],
    [
      "a condition in words that nobody reads",
      { condition: known("a") },
      { condition: known("b") },
      "medium cannotBeReviewed",
    ],
    ["a scope that is not known yet", {}, { scope: unknown("urn:x::y::z::w") }, "medium cannotBeReviewed"],
    ["somebody who is not known yet", {}, { principal: { to: "unknown", from: [] } }, "medium cannotBeReviewed"],
  ] as const)("%s cannot be judged", (_, before, after, expected) => {
    const parts = { before: [payments, assignment(before)], after: [payments, assignment(after)] };
    expect(readSummary(parts)).toEqual([`roleAssignment changed ${expected}`]);
  });

  it.each([
    [
      "the letter case of the scope",
      { scope: known(groupScope.toUpperCase().replace("/SUBSCRIPTIONS", "/subscriptions")) },
    ],
    ["a slash at the end", { scope: known(`${groupScope}/`) }],
    ["spaces in the condition", { condition: known("a  b") }],
  ] as const)("%s means nothing", (_, changes) => {
    const parts = {
      before: [payments, assignment({ condition: known("a b"), ...changes })],
      after: [payments, assignment({ condition: known("a b") })],
    };
    expect(readSummary(parts)).toEqual([]);
  });

  it("takes a role in place of another one for one change, whatever the resources are called", () => {
    const before = assignment({ role: contributor });
    const narrower = rename(assignment({ role: reader }), "reader");
    expect(readSummary({ before: [payments, before], after: [payments, narrower] })).toEqual([
      "roleAssignment changed low narrowsAccess",
    ]);
    expect(readSummary({ before: [payments, narrower], after: [payments, before] })).toEqual([
      "roleAssignment changed high widensAccess",
    ]);
  });

  it("sees that a new assignment gives nothing that was not given before", () => {
    const wide = assignment({ role: contributor, scope: known(subscriptionScope) });
    const narrow = rename(assignment({ role: reader, scope: known(account) }), "narrow");
    expect(readSummary({ before: [payments, wide], after: [payments, wide, narrow] })).toEqual([
      "roleAssignment added low",
    ]);
    expect(readSummary({ before: [payments, wide, narrow], after: [payments, wide] })).toEqual([
      "roleAssignment removed info",
    ]);
    expect(readSummary({ before: [payments, wide], after: [payments, narrow] })).toEqual([
      "roleAssignment added low",
      "roleAssignment removed low narrowsAccess",
    ]);
  });
});

describe("role assignment changes: replaced, moved, removed", () => {
  it("calls the same meaning under another ID no new grant", () => {
    const parts = { before: [payments, assignment()], after: [payments, assignment()] };
    const replaced = { [assignment().urn]: { operation: "replace" as const } };
    expect(readSummary({ ...parts, steps: replaced })).toEqual(["roleAssignment replaced low"]);
    expect(readSummary({ ...parts, steps: { ...replaced, [payments.urn]: { operation: "replace" } } })).toEqual([
      "identity replaced high replacesIdentity",
      "roleAssignment replaced medium",
    ]);
  });

  it("knows an identity by its principal ID where it is declared on one side only", () => {
    const found = identity("payments", { principalId: known("d41c19a1-aaaa-4aaa-8aaa-000000000004") });
    const before = roleAssignment(toOther("D41C19A1-AAAA-4AAA-8AAA-000000000004"), { condition: known("a") });
    const after = roleAssignment(to(found), { condition: known("a") });
    expect(
      readSummary({ before: [before], after: [found, after], steps: { [found.urn]: { operation: "import" } } }),
    ).toEqual(["identity imported info"]);
  });

  it("says who loses what", () => {
    const parts = { before: [payments, assignment()], after: [payments] };
    expect(readSummary(parts)).toEqual(["roleAssignment removed low narrowsAccess"]);
    expect(readReasons(parts)).toContain(
      'Application "payments" no longer has the role "Reader" in the resource group "payments".',
    );
  });

  it("follows a custom role that is renamed", () => {
    const role = customRole("special");
    const renamed = rename(role, "special-2");
    const before = [payments, role, assignment({ role: { kind: "declared", urn: role.urn } })];
    const after = [payments, renamed, assignment({ role: { kind: "declared", urn: renamed.urn } })];
    expect(readSummary({ before, after, aliases: { [renamed.urn]: role.urn } })).toEqual(["customRole moved info"]);
  });
});
