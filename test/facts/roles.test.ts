import { isGuid } from "../../facts/guid";
import { findBuiltInRole, suggestBuiltInRoles } from "../../facts/roles";
import { builtInRoles } from "../../facts/roles-table";

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles, as of April 2026
const documentedRoles: readonly (readonly [name: string, id: string])[] = [
  ["Contributor", "b24988ac-6180-42a0-ab88-20f7382dd24c"],
  ["Owner", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"],
  ["Reservations Administrator", "a8889054-8d42-49c9-bc1c-52486c10e7cd"],
  ["Role Based Access Control Administrator", "f58310d9-a9f6-439a-9e8d-f62e7b41a168"],
  ["User Access Administrator", "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"],
  ["Reader", "acdd72a7-3385-48ef-bd42-f606fba81ae7"],
  ["Virtual Machine Contributor", "9980e02c-c2be-4d73-94e8-173b1dc7cf3c"],
  ["Virtual Machine Data Access Administrator (preview)", "66f75aeb-eabe-4b70-9f1e-c350c4c9ad04"],
  ["DNS Zone Contributor", "befefa01-2a29-4197-83a8-272ff33ce314"],
  ["Network Contributor", "4d97b98b-1d4f-4787-a291-c67834d212e7"],
  ["Private DNS Zone Contributor", "b12aa53e-6015-4669-85d0-8515ebb3ae7f"],
  ["Backup Contributor", "5e467623-bb1f-42f4-a55d-6e525e11384b"],
  ["Reader and Data Access", "c12c1c16-33a1-487b-954d-41c89c60f349"],
  ["Storage Account Contributor", "17d1049b-9a84-46fb-8f53-869881c3d3ab"],
  ["Storage Account Key Operator Service Role", "81a9662b-bebf-436f-a333-f67b29880f12"],
  ["Storage Blob Data Contributor", "ba92f5b4-2d11-453d-a403-e96b0029c9fe"],
  ["Storage Blob Data Owner", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b"],
  ["Storage Blob Data Reader", "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"],
  ["Storage Queue Data Message Sender", "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a"],
  ["Website Contributor", "de139f84-1756-47ae-9be6-808fbbe84772"],
  ["AcrPull", "7f951dda-4ed3-4680-a7ca-43fe172d538d"],
  ["AcrPush", "8311e382-0749-4cb8-b61a-304f252e45ec"],
  ["Azure Kubernetes Service RBAC Cluster Admin", "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b"],
  ["Azure Red Hat OpenShift Federated Credential", "ef318e2a-8334-4a05-9e4a-295a196c6a6e"],
  ["Container Registry Tasks Contributor", "fb382eab-e894-4461-af04-94435c366c3f"],
  ["Cosmos DB Account Reader Role", "fbdf93bf-df7d-467e-a4d2-9458aa1360c8"],
  ["SQL DB Contributor", "9b7fa17d-e63e-47b0-bb0a-15c516ac86ec"],
  ["Azure Event Hubs Data Owner", "f526a384-b230-433a-b45c-95f59c4a2dec"],
  ["Foundry User", "53ca6127-db72-4b80-b1b0-d745d6d5456d"],
  ["App Configuration Data Reader", "516239f1-63e1-4d78-a4de-a74fb236a071"],
  ["Azure Service Bus Data Sender", "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"],
  ["Managed Identity Contributor", "e40ec5ca-96e0-45a2-b4ff-59039f2c2b59"],
  ["Managed Identity Operator", "f1a07417-d97a-45cb-824c-7a7467783830"],
  ["Key Vault Administrator", "00482a5a-887f-4fb3-b363-3b7fe8e74483"],
  ["Key Vault Reader", "21090545-7ca7-4776-b22c-e363652d74d2"],
  ["Key Vault Secrets User", "4633458b-17de-408a-b874-0445c86b69e6"],
  ["Locks Contributor", "28bf596f-4eb7-45ce-b5bc-6cf482fec137"],
  ["Managed HSM contributor", "18500a29-7fe2-46b2-a342-b16a415e101d"],
  ["DevOps Infrastructure Contributor", "76153a9e-0edb-49bc-8e01-93c47e6b5180"],
  ["Log Analytics Contributor", "92aaf0da-9dab-42b6-94a3-d43ce8d16293"],
  ["Managed Application Contributor Role", "641177b8-a67a-45b9-a033-47bc880bb21e"],
  ["Tag Contributor", "4a9ae827-6dc8-4573-8ac7-8239d42aa03f"],
];

describe("builtInRoles", () => {
  it.each(documentedRoles)("has %s as documented", (name, id) => {
    expect(builtInRoles.find((role) => role.name === name)?.id).toBe(id);
  });

  it("is sorted by name", () => {
    const names = builtInRoles.map((role) => role.name.toLowerCase());
    expect(names).toEqual([...names].sort());
  });

  it("names every role and every ID once", () => {
    const names = builtInRoles
      .flatMap((role) => [role.name, ...(role.otherNames ?? [])])
      .map((name) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(builtInRoles.map((role) => role.id)).size).toBe(builtInRoles.length);
  });

  it("writes every ID as a GUID in lower case", () => {
    expect(builtInRoles.filter(({ id }) => !isGuid(id) || id !== id.toLowerCase())).toEqual([]);
  });

  it("gives a reason for every tier that finishes a sentence", () => {
    expect(builtInRoles.filter(({ reason }) => !/^[a-z].{5,}[^.\s]$/.test(reason))).toEqual([]);
  });

  // The category "Privileged" of the page above
  it("holds no role that Microsoft calls privileged for less than high", () => {
    const privileged = [
      "Contributor",
      "Owner",
      "Reservations Administrator",
      "Role Based Access Control Administrator",
      "User Access Administrator",
    ];
    expect(
      builtInRoles.filter(({ reason }) => reason.includes("Privileged, says Microsoft")).map(({ name }) => name),
    ).toEqual(privileged);
    expect(privileged.map((name) => findBuiltInRole(name)?.tier)).toEqual([
      "critical",
      "critical",
      "high",
      "critical",
      "critical",
    ]);
  });

  it("holds no role that only reads settings for more than low", () => {
    expect(
      ["Reader", "Key Vault Reader", "Monitoring Reader", "AcrPull"].map((name) => findBuiltInRole(name)?.tier),
    ).toEqual(["low", "low", "low", "low"]);
  });

  it("lowers a tier under a condition, never raises it", () => {
    const order = ["low", "medium", "secrets", "high", "critical"];
    const conditional = builtInRoles.filter((role) => role.tierWithCondition !== undefined);
    expect(conditional.map(({ name }) => name)).toEqual(["Role Based Access Control Administrator"]);
    for (const { tier, tierWithCondition = tier } of conditional) {
      expect(order.indexOf(tierWithCondition)).toBeLessThan(order.indexOf(tier));
    }
  });
});

describe("findBuiltInRole", () => {
  it.each([
    "Website Contributor",
    "website contributor",
    "de139f84-1756-47ae-9be6-808fbbe84772",
    "DE139F84-1756-47AE-9BE6-808FBBE84772",
    "/providers/Microsoft.Authorization/roleDefinitions/de139f84-1756-47ae-9be6-808fbbe84772",
    "/subscriptions/8ed75e3b-3d45-4ee2-9d1f-0a7a1f1d2c3b/providers/microsoft.authorization/roledefinitions/DE139F84-1756-47ae-9be6-808fbbe84772",
    "/providers/Microsoft.Management/managementGroups/prod/providers/Microsoft.Authorization/roleDefinitions/de139f84-1756-47ae-9be6-808fbbe84772",
  ])("finds Website Contributor by %s", (nameOrId) => {
    expect(findBuiltInRole(nameOrId)?.name).toBe("Website Contributor");
  });

  it.each([
    ["Azure AI User", "Foundry User"],
    ["Virtual Machine Data Access Administrator", "Virtual Machine Data Access Administrator (preview)"],
  ])("finds a role by its other name %s", (other, name) => {
    expect(findBuiltInRole(other)?.name).toBe(name);
  });

  it.each([
    "",
    "Website Contributer",
    "00000000-0000-0000-0000-000000000000",
    "/providers/Microsoft.Authorization/roleDefinitions/Website Contributor",
    "/providers/Microsoft.Authorization/roleAssignments/de139f84-1756-47ae-9be6-808fbbe84772",
    "/providers/Microsoft.Authorization/roleDefinitions/de139f84-1756-47ae-9be6-808fbbe84772/x",
    "constructor",
  ])("finds nothing by %j", (nameOrId) => {
    expect(findBuiltInRole(nameOrId)).toBeUndefined();
  });

  it("finds every role by its name and its ID", () => {
    for (const role of builtInRoles) {
      expect(findBuiltInRole(role.name)).toBe(role);
      expect(findBuiltInRole(role.id)).toBe(role);
    }
  });
});

describe("suggestBuiltInRoles", () => {
  it.each([
    ["Contributer", "Contributor"],
    ["Website Contributer", "Website Contributor"],
    ["Web Site Contributor", "Website Contributor"],
    ["storage blob data raeder", "Storage Blob Data Reader"],
    ["Blob Data Contributor", "Storage Blob Data Contributor"],
    ["Key Vault Secret User", "Key Vault Secrets User"],
    ["acr-push", "AcrPush"],
  ])("for %s first suggests %s", (wrong, right) => {
    expect(suggestBuiltInRoles(wrong)[0]).toBe(right);
  });

  it.each(["", "   ", "Deploys everything everywhere", "b24988ac-6180-42a0-ab88-20f7382dd24c"])(
    "suggests nothing for %j",
    (wrong) => {
      expect(suggestBuiltInRoles(wrong)).toEqual([]);
    },
  );
});
