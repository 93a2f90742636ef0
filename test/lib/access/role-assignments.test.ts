import * as pulumi from "@pulumi/pulumi";
import { AzureServiceConnection, type RoleAssignmentArgs } from "../../../lib/index";
import { type RecordedResource, recordProgram } from "../../support/record-program";
import { ids } from "../../support/vendor-mocks";

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
const readerGuid = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const websiteContributorGuid = "de139f84-1756-47ae-9be6-808fbbe84772";
const customRoleGuid = "c0ffee00-0000-4000-8000-000000000001";

const subscriptionId = `/subscriptions/${ids.subscription}`;
const groupId = `${subscriptionId}/resourceGroups/payments-rg`;

async function assign(...roleAssignments: RoleAssignmentArgs[]): Promise<readonly RecordedResource[]> {
  const { resources } = await recordProgram(
    () =>
      new AzureServiceConnection("payments", {
        project: "payments",
        subscription: { id: ids.subscription },
        roleAssignments,
      }),
  );
  return resources.filter(({ label }) => label.startsWith("RoleAssignment "));
}

describe("a role assignment", () => {
  it("sends Azure everything that it would otherwise look up, guess or draw by lot", async () => {
    const [assignment] = await assign({ role: "website contributor", scope: groupId, description: "Deploys the site" });

    expect(assignment).toMatchObject({
      parent: "AzureServiceConnection payments",
      inputs: {
        scope: groupId,
        principalId: ids.principal,
        principalType: "ServicePrincipal",
        roleDefinitionId: `${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${websiteContributorGuid}`,
        roleAssignmentName: "53ab8648-ce8b-5a1d-a29f-3022d1b6f089",
        description: "Deploys the site",
      },
      replaceOnChanges: ["roleDefinitionId"],
      deleteBeforeReplace: true,
      deletedWith: undefined,
    });
  });

  it.each([
    ["a name in any letter case", "READER", readerGuid],
    ["a GUID", readerGuid.toUpperCase(), readerGuid],
    ["the ID of a definition", `/providers/Microsoft.Authorization/roleDefinitions/${readerGuid}`, readerGuid],
    [
      "the ID of a custom role, written at another subscription",
      `/subscriptions/00000000-0000-4000-8000-000000000000/providers/Microsoft.Authorization/roleDefinitions/${customRoleGuid}`,
      customRoleGuid,
    ],
  ])("takes %s and sends the ID as Azure answers it", async (_, role, guid) => {
    const [assignment] = await assign({ role, scope: groupId });

    expect(assignment?.inputs["roleDefinitionId"]).toBe(
      `${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${guid}`,
    );
  });

  it.each(["/providers/Microsoft.Management/managementGroups/platform", "/", "/providers/Microsoft.Capacity"])(
    "sends the ID without a subscription at the scope %s",
    async (scope) => {
      const [assignment] = await assign({ role: "Reader", scope });

      expect(assignment?.inputs["roleDefinitionId"]).toBe(
        `/providers/Microsoft.Authorization/roleDefinitions/${readerGuid}`,
      );
    },
  );

  it("writes fixed segments of the scope in their documented letter case", async () => {
    const [assignment] = await assign({ role: "Reader", scope: groupId.replace("resourceGroups", "resourcegroups") });

    expect(assignment?.inputs["scope"]).toBe(groupId);
  });

  it("sends condition and version together, and neither without the other", async () => {
    const [limited] = await assign({ role: "Reader", scope: groupId, condition: "(true)" });
    const [free] = await assign({ role: "Contributor", scope: groupId });

    expect(limited?.inputs).toMatchObject({ condition: "(true)", conditionVersion: "2.0" });
    expect(free?.inputs).not.toHaveProperty("condition");
    expect(free?.inputs).not.toHaveProperty("conditionVersion");
  });
});

describe("the logical name of a role assignment", () => {
  const names = async (...assignments: RoleAssignmentArgs[]): Promise<readonly string[]> =>
    (await assign(...assignments)).map(({ label }) => label.replace("RoleAssignment ", ""));

  it("speaks of role and scope, whatever the order and the spelling", async () => {
    const first = await names({ role: "Reader", scope: groupId }, { role: "Contributor", scope: subscriptionId });
    const second = await names(
      { role: "Contributor", scope: subscriptionId },
      { role: readerGuid, scope: groupId.replace("resourceGroups", "resourcegroups") },
    );

    expect(first).toEqual([
      "payments-role-reader-payments-rg-3c65ed44",
      `payments-role-contributor-${ids.subscription}-90aa31c5`,
    ]);
    expect([...second].sort()).toEqual([...first].sort());
  });

  it("differs for equally named resources of different groups", async () => {
    const both = await names(
      { role: "Reader", scope: `${subscriptionId}/resourceGroups/a/providers/Microsoft.Web/sites/app` },
      { role: "Reader", scope: `${subscriptionId}/resourceGroups/b/providers/Microsoft.Web/sites/app` },
    );

    expect(new Set(both).size).toBe(2);
  });

  it("speaks of the role alone where the scope is an output, and bears a given name as it is", async () => {
    expect(
      await names(
        { role: "Storage Blob Data Contributor", scope: pulumi.output(groupId) },
        { role: "Storage Blob Data Contributor", scope: pulumi.output(subscriptionId), name: "everywhere" },
        { role: pulumi.output("Reader"), scope: groupId, name: "look" },
        { role: customRoleGuid, scope: pulumi.output(groupId) },
      ),
    ).toEqual([
      "payments-role-storage-blob-data-contributor",
      "payments-role-everywhere",
      "payments-role-look",
      `payments-role-${customRoleGuid}`,
    ]);
  });
});
