import { type PropertyValue, secretValue, unknownValue } from "../../../analysis/engine/property-value";
import { createComponent, createResource, findAll, findOnly, listClasses } from "../../support/engine-resources";

const ids = {
  application: "aaaaaaaa-0000-0000-0000-000000000001",
  client: "cccccccc-0000-0000-0000-000000000001",
  principal: "dddddddd-0000-0000-0000-000000000001",
  graph: "00000003-0000-0000-c000-000000000000",
  other: "eeeeeeee-0000-0000-0000-000000000001",
};
const application = createResource("azuread:index/application:Application", "app", {
  id: `/applications/${ids.application}`,
  inputs: { displayName: "payments" },
  outputs: { clientId: ids.client.toUpperCase(), objectId: ids.application },
});
const principal = createResource("azuread:index/servicePrincipal:ServicePrincipal", "sp", {
  id: `/servicePrincipals/${ids.principal}`,
  inputs: { clientId: ids.client, owners: [ids.other] },
  outputs: { objectId: ids.principal },
});
const toApplication = { to: "declared", urn: application.urn };

describe("identities of azuread", () => {
  it("are an application together with its service principal", () => {
    expect(findOnly("identity", [principal, application])).toMatchObject({
      urn: application.urn,
      kind: "application",
      parts: [application.urn, principal.urn],
      displayName: { state: "known", value: "payments" },
      clientId: { state: "known", value: ids.client },
      principalId: { state: "known", value: ids.principal },
      signInAudience: { state: "known", value: "AzureADMyOrg" },
      owners: { state: "known", value: [ids.other] },
      tenantId: { state: "absent" },
      resourceGroup: { state: "absent" },
    });
  });

  it("are a service principal alone where its application is elsewhere", () => {
    const graph = createResource("azuread:index/servicePrincipal:ServicePrincipal", "graph", {
      inputs: { clientId: ids.graph, useExisting: true },
    });

    expect(findAll("identity", [graph, application])).toMatchObject([
      { urn: application.urn, principalId: { state: "absent" } },
      { urn: graph.urn, kind: "servicePrincipal", clientId: { state: "known", value: ids.graph } },
    ]);
  });

  it("have the tenant of their provider, where the program has one", () => {
    const provider = createResource("pulumi:providers:azuread", "tenant", { inputs: { tenantId: ids.other } });
    const there = { ...application, provider: provider.urn };

    expect(findOnly("identity", [provider, there]).tenantId).toEqual({ state: "known", value: ids.other });
  });

  it("keep the sign-in audience that is given", () => {
    const registration = createResource("azuread:index/applicationRegistration:ApplicationRegistration", "app", {
      inputs: { displayName: "x", signInAudience: "AzureADMultipleOrgs" },
    });

    expect(findOnly("identity", [registration]).signInAudience).toEqual({
      state: "known",
      value: "AzureADMultipleOrgs",
    });
  });

  it("have the owners that somebody added where the program names none", () => {
    const drifted = { ...application, outputs: { ...application.outputs, owners: [ids.other] } };

    expect(findOnly("identity", [drifted]).owners).toEqual({ state: "known", value: [ids.other] });
  });

  it("may come from a template, application and service principal in one", () => {
    const template = createResource("azuread:index/applicationFromTemplate:ApplicationFromTemplate", "app", {
      inputs: { displayName: "x", templateId: ids.other },
      outputs: { servicePrincipalObjectId: ids.principal, applicationId: `/applications/${ids.application}` },
    });
    const secret = createResource("azuread:index/applicationPassword:ApplicationPassword", "p", {
      inputs: { applicationId: `/applications/${ids.application.toUpperCase()}` },
    });

    expect(findOnly("identity", [template])).toMatchObject({
      kind: "application",
      principalId: { state: "known", value: ids.principal },
      clientId: { state: "unknown", from: [template.urn] },
    });
    expect(findOnly("storedSecret", [template, secret]).identity).toEqual({ to: "declared", urn: template.urn });
  });
});

describe("trusts of azuread", () => {
  const type = "azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential";

  it.each([
    ["its ID", { applicationId: `/applications/${ids.application}` }],
    ["its ID in capitals", { applicationId: `/applications/${ids.application.toUpperCase()}` }],
    ["its object ID, as before version 6", { applicationObjectId: ids.application }],
    ["what it will be", { applicationId: application }],
  ])("point at the application by %s", (_, inputs) => {
    expect(findOnly("trust", [application, createResource(type, "c", { inputs })]).identity).toEqual(toApplication);
  });

  it("never change a subject", () => {
    const subject = "sc://Contoso/Payments/AAAAAAAA-0000-0000-0000-000000000001";
    const trust = findOnly("trust", [
      createResource(type, "c", { inputs: { issuer: "https://I", subject, audiences: ["a"] } }),
    ]);

    expect(trust.subject).toEqual({ state: "known", value: subject });
    expect(trust.issuer).toEqual({ state: "known", value: "https://I" });
    expect(trust.audience).toEqual({ state: "known", value: "a" });
    expect(trust.identity).toEqual({ to: "absent" });
  });

  it("cannot be read with two audiences, which no vendor takes", () => {
    const credential = createResource(type, "c", { inputs: { audiences: ["a", "b"] } });

    expect(findOnly("trust", [credential]).audience).toEqual({ state: "unreadable" });
  });

  it("may have an expression instead", () => {
    const flexible = createResource(
      "azuread:index/applicationFlexibleFederatedIdentityCredential:ApplicationFlexibleFederatedIdentityCredential",
      "c",
      {
        inputs: {
          applicationId: application,
          audience: "a",
          issuer: "i",
          claimsMatchingExpression: "claims['sub'] eq 'x'",
        },
      },
    );

    expect(findOnly("trust", [application, flexible])).toMatchObject({
      identity: toApplication,
      subject: { state: "absent" },
      audience: { state: "known", value: "a" },
      expression: { state: "known", value: "claims['sub'] eq 'x'" },
    });
  });
});

describe("secrets of azuread", () => {
  it.each([
    ["applicationPassword:ApplicationPassword", "password", { applicationId: application }],
    [
      "applicationCertificate:ApplicationCertificate",
      "certificate",
      { applicationId: `/applications/${ids.application}` },
    ],
    ["servicePrincipalPassword:ServicePrincipalPassword", "password", { servicePrincipalId: principal }],
    [
      "servicePrincipalCertificate:ServicePrincipalCertificate",
      "certificate",
      { servicePrincipalId: `/servicePrincipals/${ids.principal}` },
    ],
    [
      "servicePrincipalTokenSigningCertificate:ServicePrincipalTokenSigningCertificate",
      "certificate",
      { servicePrincipalId: `/servicePrincipals/${ids.principal.toUpperCase()}` },
    ],
  ])("are a %s", (type, kind, inputs) => {
    const secret = createResource(`azuread:index/${type}`, "s", { inputs });

    expect(findOnly("storedSecret", [application, principal, secret])).toMatchObject({ kind, identity: toApplication });
  });

  it.each<[string, PropertyValue, number]>([
    ["an object", { displayName: "p" }, 1],
    ["secret", secretValue, 1],
    ["not known yet", unknownValue, 1],
    ["an empty list", [], 0],
    ["null", null, 0],
  ])("may stand in the application itself: %s", (_, password, count) => {
    const inline = createResource(application.type, "app", { inputs: { password } });

    expect(findAll("storedSecret", [inline])).toHaveLength(count);
    expect(findAll("storedSecret", [inline]).every(({ identity }) => identity.to === "declared")).toBe(true);
  });
});

describe("directory permissions of azuread", () => {
  it("are app roles", () => {
    const assignment = createResource("azuread:index/appRoleAssignment:AppRoleAssignment", "r", {
      inputs: {
        appRoleId: "9E3F62CF-CA93-4989-B6CE-BF83C28F9FE8",
        principalObjectId: principal,
        resourceObjectId: ids.other,
      },
    });

    expect(findOnly("directoryPermission", [application, principal, assignment])).toMatchObject({
      kind: "appRole",
      principal: toApplication,
      permission: { state: "known", value: "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8" },
      resource: { state: "known", value: ids.other },
    });
  });

  it("are delegated permissions", () => {
    const grant = createResource(
      "azuread:index/servicePrincipalDelegatedPermissionGrant:ServicePrincipalDelegatedPermissionGrant",
      "g",
      {
        inputs: {
          claimValues: ["openid", "User.Read.All"],
          servicePrincipalObjectId: ids.principal,
          resourceServicePrincipalObjectId: ids.other,
        },
      },
    );

    expect(findOnly("directoryPermission", [application, principal, grant])).toMatchObject({
      kind: "delegated",
      principal: toApplication,
      permission: { state: "known", value: "User.Read.All openid" },
    });
  });

  const globalAdministrator = "62e90394-69f5-4237-9190-012177145e10";
  const role = createResource("azuread:index/directoryRole:DirectoryRole", "role", {
    inputs: { displayName: "global administrator" },
  });

  it.each([
    ["directoryRoleAssignment:DirectoryRoleAssignment", { principalObjectId: principal, roleId: globalAdministrator }],
    ["directoryRoleAssignment:DirectoryRoleAssignment", { principalObjectId: principal, roleId: role }],
    ["directoryRoleMember:DirectoryRoleMember", { memberObjectId: principal, roleObjectId: role }],
    [
      "directoryRoleEligibilityScheduleRequest:DirectoryRoleEligibilityScheduleRequest",
      { principalId: principal, roleDefinitionId: globalAdministrator.toUpperCase() },
    ],
    [
      "administrativeUnitRoleMember:AdministrativeUnitRoleMember",
      { administrativeUnitObjectId: ids.other, memberObjectId: principal, roleObjectId: role },
    ],
  ])("are directory roles, by %s", (type, inputs) => {
    const assignment = createResource(`azuread:index/${type}`, "r", { inputs });

    expect(findOnly("directoryPermission", [role, application, principal, assignment])).toMatchObject({
      kind: "directoryRole",
      principal: toApplication,
      permission: { state: "known", value: globalAdministrator },
      resource: { state: "absent" },
    });
  });

  it("still say which directory role it is once the tenant has given it an ID", () => {
    const member = createResource("azuread:index/directoryRoleMember:DirectoryRoleMember", "r", {
      inputs: { memberObjectId: ids.other, roleObjectId: "12345678-0000-0000-0000-000000000000" },
      propertyDependencies: { roleObjectId: [role.urn] },
    });

    expect(findOnly("directoryPermission", [role, member])).toMatchObject({
      principal: { to: "other", id: ids.other },
      permission: { state: "known", value: globalAdministrator },
    });
  });

  it("are memberships and owners of groups, each of its own", () => {
    const group = createResource("azuread:index/group:Group", "g", {
      inputs: { displayName: "x", members: [ids.principal, ids.other], owners: [ids.other] },
      outputs: { objectId: ids.graph },
    });
    const member = createResource("azuread:index/groupMember:GroupMember", "m", {
      inputs: { groupObjectId: group, memberObjectId: principal },
    });

    expect(findAll("directoryPermission", [application, principal, group, member])).toMatchObject([
      { kind: "groupMembership", principal: toApplication, permission: { state: "known", value: ids.graph } },
      { kind: "groupMembership", principal: { to: "other", id: ids.other } },
      { kind: "owner", principal: { to: "other", id: ids.other }, resource: { state: "known", value: ids.graph } },
      {
        kind: "groupMembership",
        urn: member.urn,
        principal: toApplication,
        permission: { state: "unknown", from: [group.urn] },
      },
    ]);
  });

  it("are memberships that are not known yet", () => {
    const group = createResource("azuread:index/group:Group", "g", { inputs: { members: principal } });

    expect(findOnly("directoryPermission", [application, principal, group]).principal).toEqual(toApplication);
  });

  it("are memberships for a time", () => {
    const schedule = (assignmentType: string) =>
      createResource(
        "azuread:index/privilegedAccessGroupEligibilitySchedule:PrivilegedAccessGroupEligibilitySchedule",
        assignmentType,
        { inputs: { assignmentType, groupId: ids.other, principalId: principal } },
      );

    expect(
      findAll("directoryPermission", [application, principal, schedule("member"), schedule("owner")]),
    ).toMatchObject([
      { kind: "groupMembership", permission: { state: "known", value: ids.other }, principal: toApplication },
      { kind: "owner", resource: { state: "known", value: ids.other }, principal: toApplication },
    ]);
  });

  it("cannot be told of a group that takes members by a rule", () => {
    const group = createResource("azuread:index/group:Group", "g", {
      inputs: { dynamicMembership: { enabled: true, rule: 'user.department -eq "x"' } },
    });

    expect(listClasses([group])).toEqual(["unrecognized"]);
  });

  it("are owners of applications", () => {
    const owner = createResource("azuread:index/applicationOwner:ApplicationOwner", "o", {
      inputs: { applicationId: application, ownerObjectId: ids.other },
    });

    expect(findOnly("directoryPermission", [application, owner])).toMatchObject({
      kind: "owner",
      principal: { to: "other", id: ids.other },
      resource: { state: "unknown", from: [application.urn] },
    });
  });
});

describe("references to identities", () => {
  const assign = (principalId: Parameters<typeof createResource>[2], name = "r") =>
    createResource("azure-native:authorization:RoleAssignment", name, principalId);

  it("tell IDs apart by what they are IDs of", () => {
    const byApplication = assign({ inputs: { principalId: ids.application } });

    expect(findOnly("roleAssignment", [application, principal, byApplication]).principal).toEqual({
      to: "other",
      id: ids.application,
    });
  });

  it("follow a value through a component to the only identity in it", () => {
    const component = createComponent("acme:index:Identity", "c");
    const inside = { ...application, parent: component.urn };
    const part = createResource(principal.type, "sp", { parent: component.urn, inputs: { clientId: inside } });
    const assignment = assign({ inputs: { principalId: component } });

    expect(findOnly("roleAssignment", [component, inside, part, assignment]).principal).toEqual(toApplication);
  });

  it("do not choose among several identities", () => {
    const second = createResource("azuread:index/application:Application", "second", { inputs: { displayName: "x" } });
    const assignment = assign({ inputs: { principalId: [application, second] } });

    expect(findOnly("roleAssignment", [application, second, assignment]).principal).toEqual({
      to: "unknown",
      from: [application.urn, second.urn].sort(),
    });
  });

  it("do not choose between an identity and what may be a principal as well", () => {
    const group = createResource("azuread:index/group:Group", "g", { inputs: { displayName: "x" } });
    const machine = createResource("azure-native:compute:VirtualMachine", "vm");

    for (const other of [group, machine]) {
      const assignment = assign({ inputs: { principalId: [application, other] } });
      expect(findOnly("roleAssignment", [application, other, assignment]).principal.to).toBe("unknown");
    }
  });

  it("do not mind what can be no principal", () => {
    const project = createResource("azuredevops:index/project:Project", "p");
    const assignment = assign({ inputs: { principalId: [application, project] } });

    expect(findOnly("roleAssignment", [application, project, assignment]).principal).toEqual(toApplication);
  });

  it("do not follow what is not listed", () => {
    const assignment = assign({ inputs: { principalId: principal } });

    expect(findOnly("roleAssignment", [application, assignment]).principal).toEqual({
      to: "unknown",
      from: [principal.urn],
    });
  });

  it("follow a pause to what comes before it", () => {
    const pause = createResource("time:index/sleep:Sleep", "s", { inputs: { triggers: principal } });
    const assignment = assign({ inputs: { principalId: pause } });

    expect(findOnly("roleAssignment", [application, principal, pause, assignment]).principal).toEqual(toApplication);
  });

  it("never loop where components stand in each other", () => {
    const one = createComponent("acme:index:A", "one");
    const two = { ...createComponent("acme:index:A", "two"), parent: one.urn };
    const loop = { ...one, parent: two.urn };
    const assignment = { ...assign({ inputs: { principalId: loop } }), parent: two.urn };

    expect(findOnly("roleAssignment", [loop, two, assignment]).principal.to).toBe("unknown");
  });

  it("keep a principal that is marked secret, missing or odd apart", () => {
    const odd: readonly PropertyValue[] = [secretValue, "", 7];
    const assignments = odd.map((principalId, index) => assign({ inputs: { principalId } }, `r${index}`));

    expect(findAll("roleAssignment", assignments).map(({ principal: { to } }) => to)).toEqual([
      "secret",
      "absent",
      "unreadable",
    ]);
  });
});
