import { assessRights, assessRole } from "../../../analysis/risk/assess-role";
import { assessRoleAssignment } from "../../../analysis/risk/assess-role-assignment";
import { findRights } from "../../../analysis/risk/find-rights";
import { findIdentitiesInScope } from "../../../analysis/risk/identities-in-scope";
import { findIdentityUsers } from "../../../analysis/risk/identity-users";
import { readCondition } from "../../../analysis/risk/read-condition";
import { allowsAction, type Rights } from "../../../analysis/risk/rights";
import { rolePermissions } from "../../../facts/role-permissions-table";
import { findBuiltInRole } from "../../../facts/roles";
import { formatAssignableRolesCondition } from "../../../lib/access/assignable-roles-condition";
import {
  absent,
  builtIn,
  connection,
  groupScope,
  identity,
  known,
  managedIdentity,
  pipelinePermission,
  roleAssignment,
  secret,
  subscriptionScope,
  to,
  toOther,
  trust,
  unknown,
} from "../../support/model-builders";
import { ids } from "../../support/vendor-mocks";

function grant(actions: readonly string[], changes: Partial<Rights> = {}): Rights {
  return { actions, notActions: [], dataActions: [], notDataActions: [], ...changes };
}

describe("assessRights", () => {
  it.each([
    [["*"], {}, "critical assignsRoles writesFederatedCredentials"],
    [["*"], { notActions: ["Microsoft.Authorization/*"] }, "critical writesFederatedCredentials"],
    [["Microsoft.Authorization/roleAssignments/write"], {}, "critical assignsRoles"],
    [["Microsoft.Authorization/*"], {}, "critical assignsRoles"],
    [["*/write"], {}, "critical assignsRoles writesFederatedCredentials"],
    [["*/write"], { notActions: ["Microsoft.Authorization/*"] }, "high writesFederatedCredentials"],
    [["Microsoft.ManagedIdentity/*"], {}, "high writesFederatedCredentials"],
    [["Microsoft.ManagedIdentity/*"], { notActions: ["*/federatedIdentityCredentials/*", "*/action"] }, "medium"],
    [["Microsoft.Resources/deploymentScripts/*"], {}, "high"],
    [["Microsoft.Compute/virtualMachines/runCommand/action"], {}, "high"],
    [["Microsoft.Storage/storageAccounts/listKeys/action"], {}, "secrets"],
    [["Microsoft.Storage/*"], {}, "secrets"],
    [[], { dataActions: ["Microsoft.KeyVault/vaults/secrets/getSecret/action"] }, "secrets"],
    [[], { dataActions: ["*"] }, "secrets"],
    [[], { dataActions: ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"] }, "medium"],
    [["Microsoft.Web/sites/restart/action"], {}, "medium"],
    [["*/read"], {}, "low"],
    [[], {}, "low"],
  ] as const)("%j with %j is %s", (actions, changes, expected) => {
    const { tier, assignsRoles, writesFederatedCredentials } = assessRights(grant(actions, changes));
    const marks = [assignsRoles && "assignsRoles", writesFederatedCredentials && "writesFederatedCredentials"];
    expect([tier, ...marks.filter((mark) => mark !== false)].join(" ")).toBe(expected);
  });
});

describe("assessRole", () => {
  it("says what is known of a built-in role, and nothing of one that is not known", () => {
    const empty = { entities: [] };
    expect(assessRole({ kind: "named", name: "owner" }, empty)).toMatchObject({ tier: "critical", assignsRoles: true });
    expect(assessRole({ kind: "named", name: "my own role" }, empty)).toMatchObject({
      tier: "unknown",
      assignsRoles: false,
    });
    expect(assessRole({ kind: "declared", urn: "urn:gone" }, empty).tier).toBe("unknown");
  });
});

describe("assessRoleAssignment", () => {
  const payments = identity("payments");
  const managed = managedIdentity("release", { resourceGroup: known("payments") });
  const contributor = builtIn("b24988ac-6180-42a0-ab88-20f7382dd24c");

  it("names the way in to its own identity, and to others", () => {
    const model = { entities: [payments, managed] };
    const ofManaged = roleAssignment(to(managed), { role: contributor });
    expect(assessRoleAssignment(ofManaged, model).escalations).toEqual(["writesOwnCredentials"]);
    const ofOther = roleAssignment(to(payments), { role: contributor });
    expect(assessRoleAssignment(ofOther, model).escalations).toEqual(["writesCredentials"]);
    const elsewhere = roleAssignment(to(payments), { role: contributor, scope: known(`${groupScope}-other`) });
    expect(assessRoleAssignment(elsewhere, model).escalations).toEqual([]);
  });

  it.each([
    ["who", { principal: { to: "unknown", from: [] } as const }],
    ["what", { role: { kind: "unreadable" } as const }],
    ["where", { scope: secret }],
  ])("cannot review what does not say %s", (_, changes) => {
    expect(assessRoleAssignment(roleAssignment(to(payments), changes), { entities: [payments] }).cannotBeReviewed).toBe(
      true,
    );
  });

  it("says who can use it", () => {
    const link = connection("link", to(payments));
    const model = { entities: [payments, link, trust(to(payments), link), pipelinePermission(to(link))] };
    const reasons = assessRoleAssignment(roleAssignment(to(payments)), model).reasons;
    expect(reasons).toContainEqual(["One pipeline can use it, through one trusted party."]);
  });
});

describe("findIdentityUsers", () => {
  it("counts trusts, connections and pipelines, also by the connection's ID", () => {
    const payments = identity("payments");
    const link = connection("link", to(payments), { connectionId: known(ids.connection) });
    const model = {
      entities: [
        payments,
        link,
        trust(to(payments), link),
        pipelinePermission(to(link)),
        pipelinePermission(toOther(ids.connection.toUpperCase()), {
          urn: "urn:other",
          pipeline: absent,
          allPipelines: true,
        }),
        pipelinePermission(toOther("elsewhere"), { urn: "urn:elsewhere" }),
      ],
    };
    expect(findIdentityUsers(to(payments), model)).toEqual({
      trusts: 1,
      connections: 1,
      pipelines: 1,
      allPipelines: true,
    });
    expect(findIdentityUsers(toOther("nobody"), model)).toEqual({
      trusts: 0,
      connections: 0,
      pipelines: 0,
      allPipelines: false,
    });
  });
});

describe("findIdentitiesInScope", () => {
  const group = { urn: "urn:pulumi:dev::payments::azure-native:resources:ResourceGroup::group" };
  const known1 = managedIdentity("known", { resourceGroup: known("payments") });
  const whole = managedIdentity("whole", { resourceGroup: known(groupScope) });
  const made = managedIdentity("made", { resourceGroup: unknown(group.urn) });
  const model = { entities: [known1, whole, made, identity("application")] };
  const find = (scope: Parameters<typeof findIdentitiesInScope>[0]): readonly string[] =>
    findIdentitiesInScope(scope, model).map(({ name }) => name);

  it("finds what certainly lives there", () => {
    expect(find(known(groupScope))).toEqual(["known", "whole"]);
    expect(find(known(subscriptionScope))).toEqual(["whole"]);
    expect(find(known("/"))).toEqual(["known", "whole", "made"]);
    expect(find(unknown(group.urn))).toEqual(["made"]);
    expect(find(known(`${groupScope}-other`))).toEqual([]);
    expect(find(secret)).toEqual([]);
  });
});

describe("readCondition", () => {
  // https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-examples ("Constrain roles")
  const documented = `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {5e467623-bb1f-42f4-a55d-6e525e11384b, a795c7a0-d4a2-40c1-ae25-d81f01202912})) AND ((!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {5e467623-bb1f-42f4-a55d-6e525e11384b, a795c7a0-d4a2-40c1-ae25-d81f01202912}))`;

  it("reads the documented form", () => {
    expect(readCondition(known(documented))).toEqual({
      kind: "limitsAssignableRoles",
      roles: ["5e467623-bb1f-42f4-a55d-6e525e11384b", "a795c7a0-d4a2-40c1-ae25-d81f01202912"],
    });
  });

  it("reads to whom, where both parts say so", () => {
    const guids = ["5e467623-bb1f-42f4-a55d-6e525e11384b"];
    const text = formatAssignableRolesCondition(guids);
    const toBoth = text.replaceAll("{'ServicePrincipal'}", "{'ServicePrincipal', 'Group'}");
    const onlyWhenWritten = text.replace(/ AND @Resource\S+PrincipalType\] .*?\}/, "");

    expect([text, toBoth, onlyWhenWritten].map((one) => readCondition(known(one)))).toEqual([
      { kind: "limitsAssignableRoles", roles: guids, principalTypes: ["serviceprincipal"] },
      { kind: "limitsAssignableRoles", roles: guids, principalTypes: ["group", "serviceprincipal"] },
      { kind: "limitsAssignableRoles", roles: guids },
    ]);
  });

  it.each([
    ["AND turned into OR", documented.replace(")) AND ((", ")) OR ((")],
    ["a part missing", documented.slice(0, documented.indexOf(" AND "))],
    ["another operator", documented.replaceAll("GuidEquals", "GuidNotEquals")],
    ["more at the end", `${documented} OR 1 Equals 1`],
    ["the negation gone", documented.replace("!(", "(")],
  ])("does not believe %s", (_, text) => {
    expect(readCondition(known(text)).kind).toBe("unread");
  });

  it("tells none from one that is not seen", () => {
    expect(readCondition(absent)).toEqual({ kind: "none" });
    expect(readCondition(secret)).toEqual({ kind: "unseen" });
  });
});

describe("leadsToMore", () => {
  const powers = [
    "Microsoft.Authorization/roleAssignments/write",
    "Microsoft.Authorization/roleDefinitions/write",
    "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
  ];

  it.each(rolePermissions)("is what the permissions of $name say", ({ id }) => {
    const rights = findRights({ kind: "builtIn", id }, { entities: [] });
    const hasPower = powers.some((power) => rights !== undefined && allowsAction(rights, power));
    // It writes nothing, but attaches identities to machines that it controls.
    const isOperator = findBuiltInRole(id)?.name === "Managed Identity Operator";

    expect(assessRole({ kind: "builtIn", id }, { entities: [] }).leadsToMore).toBe(hasPower || isOperator);
  });

  it("is so of a role that nobody knows", () => {
    const id = "c0ffee00-0000-4000-8000-000000000001";

    expect(assessRole({ kind: "builtIn", id }, { entities: [] }).leadsToMore).toBe(true);
  });
});
