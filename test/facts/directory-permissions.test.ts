import { findDirectoryRole, findGraphAppRole } from "../../facts/directory-permissions";
import { directoryRoles, graphAppRoles } from "../../facts/directory-permissions-table";
import { isGuid } from "../../facts/guid";

describe("graphAppRoles", () => {
  // https://learn.microsoft.com/graph/permissions-reference (the column of application permissions)
  it.each([
    ["9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30", "Application.Read.All"],
    ["fc023787-fd04-4e44-9bc7-d454f00c0f0a", "Application.ReadUpdate.All"],
    ["1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9", "Application.ReadWrite.All"],
    ["18a4783c-866b-4cc7-a460-3d5e5662c884", "Application.ReadWrite.OwnedBy"],
    ["06b708a9-e830-4db3-a914-8e69da51d44f", "AppRoleAssignment.ReadWrite.All"],
    ["7ab1d382-f21e-4acd-a863-ba3e13f7da61", "Directory.Read.All"],
    ["19dbc75e-c2e2-444c-a770-ec69d8559fc7", "Directory.ReadWrite.All"],
    ["bf7b1a76-6e77-406b-b258-bf5c7720e98f", "Group.Create"],
    ["62a82d76-70ea-41e2-9197-370581804d09", "Group.ReadWrite.All"],
    ["dbaae8cf-10b5-4b86-a4a1-f871c94c6695", "GroupMember.ReadWrite.All"],
    ["9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8", "RoleManagement.ReadWrite.Directory"],
    ["df021288-bdef-4463-88db-98f22de89214", "User.Read.All"],
  ])("%s is %s", (id, name) => {
    expect(findGraphAppRole(id)?.name).toBe(name);
    expect(findGraphAppRole(name.toLowerCase())?.id).toBe(id);
  });

  it("calls what can give itself everything critical", () => {
    const critical = graphAppRoles.filter(({ tier }) => tier === "critical").map(({ name }) => name);
    expect(critical).toEqual([
      "Application.ReadUpdate.All",
      "Application.ReadWrite.All",
      "AppRoleAssignment.ReadWrite.All",
      "RoleManagement.ReadWrite.Directory",
    ]);
  });
});

describe("directoryRoles", () => {
  // https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference ("All roles")
  it.each([
    ["62e90394-69f5-4237-9190-012177145e10", "Global Administrator"],
    ["e8611ab8-c189-46e8-94e1-60213ab1f814", "Privileged Role Administrator"],
    ["7be44c8a-adaf-4e2a-84d6-ab2649e08a13", "Privileged Authentication Administrator"],
    ["9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "Application Administrator"],
    ["158c047a-c907-4556-b7ef-446551a6b5f7", "Cloud Application Administrator"],
    ["cf1c38e5-3621-4004-a7cb-879624dced7c", "Application Developer"],
    ["c4e39bd9-1100-46d3-8c65-fb160da0071f", "Authentication Administrator"],
    ["25a516ed-2fa0-40ea-a2d0-12923a21473a", "Authentication Extensibility Administrator"],
    ["aaf43236-0c0d-4d5f-883a-6955382ac081", "B2C IEF Keyset Administrator"],
    ["b1be1c3e-b65d-4f19-8427-f6fa0d97feb9", "Conditional Access Administrator"],
    ["88d8e3e3-8f55-4a1e-953a-9b9898b8876b", "Directory Readers"],
    ["9360feb5-f418-4baa-8175-e2a00bac4301", "Directory Writers"],
    ["8329153b-31d0-4727-b945-745eb3bc5f31", "Domain Name Administrator"],
    ["be2f45a1-457d-42af-a067-6ec1fa63bc45", "External Identity Provider Administrator"],
    ["729827e3-9c14-49f7-bb1b-9608f156bbb8", "Helpdesk Administrator"],
    ["8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2", "Hybrid Identity Administrator"],
    ["3a2c62db-5318-420d-8d74-23affee5d9d5", "Intune Administrator"],
    ["59d46f88-662b-457b-bceb-5c3809e5908f", "Lifecycle Workflows Administrator"],
    ["966707d0-3269-4727-9be2-8c3a10f19b9d", "Password Administrator"],
    ["194ae4cb-b126-40b2-bd5b-6091b380977d", "Security Administrator"],
    ["fe930be7-5e62-47db-91af-98c3a49a38b1", "User Administrator"],
    ["f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader"],
    ["5d6b6bb7-de71-4623-b4af-96380a352509", "Security Reader"],
    ["5f2222b1-57c3-48ba-8ad5-d4759f1fde6f", "Security Operator"],
    ["e3973bdf-4987-49ae-837a-ba8e231c7286", "Azure DevOps Administrator"],
  ])("%s is %s", (id, name) => {
    expect(findDirectoryRole(id.toUpperCase())?.name).toBe(name);
    expect(findDirectoryRole(name)?.id).toBe(id);
  });
});

describe("directory permissions", () => {
  it.each([
    ["app roles", graphAppRoles],
    ["directory roles", directoryRoles],
  ])("lists %s by name, once, with IDs in lower case", (_, permissions) => {
    const names = permissions.map(({ name }) => name.toLowerCase());
    expect(names).toEqual([...new Set(names)].sort());
    const ids = permissions.map(({ id }) => id);
    expect(ids.filter((id) => !isGuid(id) || id !== id.toLowerCase())).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("knows nothing of others", () => {
    expect(findGraphAppRole("62e90394-69f5-4237-9190-012177145e10")).toBeUndefined();
    expect(findDirectoryRole("Application.ReadWrite.All")).toBeUndefined();
  });
});
