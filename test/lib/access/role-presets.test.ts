import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decideCondition, type ConditionFacts } from "../../../emulator/services/arm/condition";
import { findBuiltInRole } from "../../../facts/roles";
import { AzureServiceConnection, RolePreset, type RoleAssignmentArgs } from "../../../lib/index";
import { rolePresets } from "../../../lib/access/role-presets-table";
import { type RecordedResource, recordProgram } from "../../support/record-program";
import { ids } from "../../support/vendor-mocks";

const subscription = `/subscriptions/${ids.subscription}`;
const group = `${subscription}/resourceGroups/payments-app`;
const account = `${group}/providers/Microsoft.Storage/storageAccounts/payments`;
const scopes: Readonly<Record<RolePreset, string>> = {
  AssignRoles: group,
  DeployToResourceGroup: group,
  DeployWebApp: `${group}/providers/Microsoft.Web/sites/payments`,
  PullFromRegistry: `${group}/providers/Microsoft.ContainerRegistry/registries/contoso`,
  PushToRegistry: `${group}/providers/microsoft.containerregistry/Registries/contoso`,
  ReadBlobs: account,
  ReadForPreview: subscription,
  ReadSecrets: `${group}/providers/Microsoft.KeyVault/vaults/payments`,
  WriteBlobs: `${account}/blobServices/default/containers/uploads`,
};

async function assign(assignment: RoleAssignmentArgs): Promise<RecordedResource["inputs"]> {
  const { resources } = await recordProgram(
    () =>
      new AzureServiceConnection("payments", {
        project: "payments",
        subscription: { id: ids.subscription },
        roleAssignments: [assignment],
      }),
  );
  return resources.find(({ label }) => label.startsWith("RoleAssignment "))?.inputs ?? {};
}

function assignPreset(preset: RolePreset, assignableRoles: string[] = ["AcrPull", "storage blob data reader"]) {
  const roles = preset === RolePreset.AssignRoles ? { assignableRoles } : {};
  return assign({ preset, scope: scopes[preset], ...roles });
}

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
const acrPull = "7f951dda-4ed3-4680-a7ca-43fe172d538d";
const acrPush = "8311e382-0749-4cb8-b61a-304f252e45ec";
const blobReader = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";
const blobContributor = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const contributor = "b24988ac-6180-42a0-ab88-20f7382dd24c";
const accessAdministrator = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9";
const roleAdministrator = "f58310d9-a9f6-439a-9e8d-f62e7b41a168";
const identityContributor = "e40ec5ca-96e0-45a2-b4ff-59039f2c2b59";
const customRole = "c0ffee00-0000-4000-8000-000000000001";

describe("the presets", () => {
  it.each(Object.values(RolePreset))("%s assign the role at the scope, and say what it is for", async (preset) => {
    const { role, summary } = rolePresets[preset];

    expect(await assignPreset(preset)).toMatchObject({
      roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${findBuiltInRole(role)?.id ?? ""}`,
      description: summary,
    });
  });

  it.each(Object.values(RolePreset).filter((preset) => preset !== RolePreset.AssignRoles))(
    "%s lead to no other right beyond their scope",
    (preset) => {
      const { role, scopes: kinds } = rolePresets[preset];
      // What Contributor leads to ends at the one group, and is refused where the identity lives there.
      expect([findBuiltInRole(role)?.leadsToMore ?? false, kinds]).toEqual(
        preset === RolePreset.DeployToResourceGroup ? [true, ["resource-group"]] : [false, kinds],
      );
    },
  );

  it("name the assignment as the role would, so that a program can move from one to the other", async () => {
    const scope = scopes.PushToRegistry;

    expect((await assign({ preset: RolePreset.PushToRegistry, scope }))["roleAssignmentName"]).toBe(
      (await assign({ role: "AcrPush", scope }))["roleAssignmentName"],
    );
  });

  it("keep a description of their own", async () => {
    const inputs = await assign({
      preset: RolePreset.ReadSecrets,
      scope: scopes.ReadSecrets,
      description: "For tests",
    });

    expect(inputs["description"]).toBe("For tests");
  });

  it("are the table of the documents", () => {
    const page = readFileSync(join(__dirname, "../../../docs/role-presets.md"), "utf8");
    const rows = page.split("\n").filter((line) => /^\| `[A-Z]/.test(line));

    expect(rows.map((row) => row.split("|").map((cell) => cell.trim()))).toEqual(
      Object.values(RolePreset).map((preset) => {
        const { role, at, summary } = rolePresets[preset];
        return ["", `\`${preset}\``, role, at, summary, ""];
      }),
    );
  });
});

describe("the condition of AssignRoles", () => {
  it("is the documented one", async () => {
    const inputs = await assignPreset(RolePreset.AssignRoles);

    // https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-examples
    expect(inputs).toMatchObject({
      conditionVersion: "2.0",
      condition:
        "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (" +
        `@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${blobReader}, ${acrPull}} AND ` +
        "@Request[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'})) AND " +
        "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})) OR (" +
        `@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${blobReader}, ${acrPull}} AND ` +
        "@Resource[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'}))",
    });
  });

  it("does not depend on the order in which the roles are written", async () => {
    const [one, other] = await Promise.all([
      assignPreset(RolePreset.AssignRoles, ["AcrPull", "AcrPush"]),
      assignPreset(RolePreset.AssignRoles, [acrPush.toUpperCase(), "acrpull"]),
    ]);

    expect(one["condition"]).toBe(other["condition"]);
  });
});

interface Asked {
  /** What is asked for. */
  readonly what: string;
  /** To write or delete a role assignment, or any other action by its whole name. */
  readonly action: string;
  /** GUID or whole ID of a role definition. */
  readonly role?: string;
  readonly to?: string;
  readonly allowed: boolean;
}

const definitionId = (guid: string): string =>
  `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;

/** Requests of a pipeline that may assign AcrPull and Storage Blob Data Reader. */
const requests: readonly Asked[] = [
  {
    what: "assign a listed role to a service principal",
    action: "write",
    role: acrPull,
    to: "ServicePrincipal",
    allowed: true,
  },
  { what: "assign the other listed role", action: "write", role: blobReader, to: "ServicePrincipal", allowed: true },
  {
    what: "assign a listed role by its whole ID",
    action: "write",
    role: definitionId(acrPull),
    to: "ServicePrincipal",
    allowed: true,
  },
  {
    what: "assign a listed role in capitals",
    action: "write",
    role: acrPull.toUpperCase(),
    to: "ServicePrincipal",
    allowed: true,
  },
  {
    what: "assign a listed role without dashes",
    action: "write",
    role: acrPull.replaceAll("-", ""),
    to: "ServicePrincipal",
    allowed: true,
  },
  {
    what: "name the kind of principal in small letters",
    action: "write",
    role: acrPull,
    to: "serviceprincipal",
    allowed: true,
  },
  { what: "assign a listed role to a user", action: "write", role: acrPull, to: "User", allowed: false },
  { what: "assign a listed role to a group", action: "write", role: acrPull, to: "Group", allowed: false },
  {
    what: "assign a listed role to a foreign group",
    action: "write",
    role: acrPull,
    to: "ForeignGroup",
    allowed: false,
  },
  { what: "assign a listed role to a device", action: "write", role: acrPull, to: "Device", allowed: false },
  { what: "assign a listed role to nobody knows what", action: "write", role: acrPull, allowed: false },
  { what: "assign a role without saying which", action: "write", to: "ServicePrincipal", allowed: false },
  { what: "assign a role that is not listed", action: "write", role: acrPush, to: "ServicePrincipal", allowed: false },
  {
    what: "assign what is close to a listed role",
    action: "write",
    role: blobContributor,
    to: "ServicePrincipal",
    allowed: false,
  },
  { what: "assign Owner", action: "write", role: owner, to: "ServicePrincipal", allowed: false },
  { what: "assign Owner to a user", action: "write", role: owner, to: "User", allowed: false },
  { what: "assign Contributor", action: "write", role: contributor, to: "ServicePrincipal", allowed: false },
  {
    what: "assign User Access Administrator",
    action: "write",
    role: accessAdministrator,
    to: "ServicePrincipal",
    allowed: false,
  },
  { what: "assign its own role on", action: "write", role: roleAdministrator, to: "ServicePrincipal", allowed: false },
  {
    what: "assign Managed Identity Contributor",
    action: "write",
    role: identityContributor,
    to: "ServicePrincipal",
    allowed: false,
  },
  { what: "assign a custom role", action: "write", role: customRole, to: "ServicePrincipal", allowed: false },
  {
    what: "assign a role whose name begins like a listed one",
    action: "write",
    role: `${acrPull}0`,
    to: "ServicePrincipal",
    allowed: false,
  },
  {
    what: "assign a role whose ID holds a listed one",
    action: "write",
    role: `${definitionId(acrPull)}/${owner}`,
    to: "ServicePrincipal",
    allowed: false,
  },
  {
    what: "take a listed role from a service principal",
    action: "delete",
    role: acrPull,
    to: "ServicePrincipal",
    allowed: true,
  },
  { what: "take the other listed role", action: "delete", role: blobReader, to: "ServicePrincipal", allowed: true },
  {
    what: "take a listed role by its whole ID",
    action: "delete",
    role: definitionId(blobReader),
    to: "ServicePrincipal",
    allowed: true,
  },
  { what: "take a listed role from a user", action: "delete", role: acrPull, to: "User", allowed: false },
  { what: "take a listed role from a group", action: "delete", role: acrPull, to: "Group", allowed: false },
  { what: "take a role that is not listed", action: "delete", role: acrPush, to: "ServicePrincipal", allowed: false },
  { what: "take Owner from the administrators", action: "delete", role: owner, to: "Group", allowed: false },
  {
    what: "take the right to assign roles from another pipeline",
    action: "delete",
    role: roleAdministrator,
    to: "ServicePrincipal",
    allowed: false,
  },
  { what: "take an assignment of which nothing is known", action: "delete", allowed: false },
  { what: "read role assignments", action: "Microsoft.Authorization/roleAssignments/read", allowed: true },
  { what: "read role definitions", action: "Microsoft.Authorization/roleDefinitions/read", allowed: true },
  { what: "open a support request", action: "Microsoft.Support/supportTickets/write", allowed: true },
];

/** What is to be written stands in the request, what is to be deleted in the resource; the other holds a trap. */
function describeRequest({ action, role, to }: Asked): ConditionFacts {
  const asked = {
    ...(role === undefined ? {} : { roleDefinitionId: role }),
    ...(to === undefined ? {} : { principalType: to }),
  };
  const trap = { roleDefinitionId: acrPull, principalType: "ServicePrincipal" };
  switch (action) {
    case "write":
      return { action: "Microsoft.Authorization/roleAssignments/write", request: asked, resource: trap };
    case "delete":
      return { action: "Microsoft.Authorization/roleAssignments/delete", request: trap, resource: asked };
    default:
      return { action };
  }
}

describe("a pipeline with AssignRoles", () => {
  let condition: string;

  beforeAll(async () => {
    condition = String((await assignPreset(RolePreset.AssignRoles))["condition"]);
  });

  it("is asked for at least 30 things", () => {
    expect(requests.length).toBeGreaterThanOrEqual(30);
  });

  it.each(requests)("may $what: $allowed", (asked) => {
    expect(decideCondition(condition, describeRequest(asked))).toBe(asked.allowed);
  });

  it.each(requests)("in capitals as in any letters: $what", (asked) => {
    const facts = describeRequest(asked);

    expect(decideCondition(condition, { ...facts, action: facts.action.toUpperCase() })).toBe(asked.allowed);
  });
});
