import type { EngineResource } from "../../../analysis/engine/engine-resource";
import { type PropertyValue, secretValue, unknownValue } from "../../../analysis/engine/property-value";
import { createResource, findAll, findOnly, listClasses } from "../../support/engine-resources";

const project = "aaaaaaaa-0000-0000-0000-000000000001";
const otherProject = "aaaaaaaa-0000-0000-0000-000000000002";
const id = "bbbbbbbb-0000-0000-0000-000000000001";
const group = "cccccccc-0000-0000-0000-000000000001";
const connection = createResource("azuredevops:index/serviceEndpointAzureRM:ServiceEndpointAzureRM", "connection", {
  id,
  inputs: { projectId: project, serviceEndpointName: "payments" },
});
const toConnection = { to: "declared", urn: connection.urn };

describe("pipeline permissions", () => {
  const authorization = (inputs: object, type = "index/pipelineAuthorization:PipelineAuthorization") =>
    createResource(`azuredevops:${type}`, "p", { inputs: { ...inputs } });

  it.each([
    ["a pipeline", { pipelineId: 7 }, { pipeline: { state: "known", value: "7" }, allPipelines: false }],
    ["every pipeline", {}, { pipeline: { state: "absent" }, allPipelines: true }],
    ["a pipeline that is not known yet", { pipelineId: unknownValue }, { allPipelines: false }],
  ])("are for %s", (_, inputs, expected) => {
    const all = { projectId: project.toUpperCase(), type: "endpoint", resourceId: connection, ...inputs };

    expect(findOnly("pipelinePermission", [connection, authorization(all)])).toMatchObject({
      connection: toConnection,
      project: { state: "known", value: project },
      ...expected,
    });
  });

  it("are for pipelines of another project where it is named", () => {
    const inputs = {
      projectId: project,
      pipelineProjectId: otherProject,
      type: "endpoint",
      resourceId: id.toUpperCase(),
    };

    expect(findOnly("pipelinePermission", [connection, authorization(inputs)])).toMatchObject({
      connection: toConnection,
      project: { state: "known", value: otherProject },
      allPipelines: true,
    });
  });

  it("are not passed over where it cannot be read what they are on", () => {
    expect(findAll("pipelinePermission", [authorization({ type: unknownValue, resourceId: id })])).toHaveLength(1);
    expect(findAll("pipelinePermission", [authorization({ type: "environment", resourceId: "1" })])).toEqual([]);
  });

  it.each([
    "Security/resourceAuthorization:ResourceAuthorization",
    "index/resourceAuthorization:ResourceAuthorization",
  ])("had an older form: %s", (type) => {
    const inputs = { projectId: project, resourceId: id, authorized: true };

    expect(
      findOnly("pipelinePermission", [connection, authorization({ ...inputs, definitionId: "9" }, type)]),
    ).toMatchObject({
      connection: toConnection,
      pipeline: { state: "known", value: "9" },
    });
    expect(findOnly("pipelinePermission", [authorization(inputs, type)]).allPipelines).toBe(true);
    expect(findAll("pipelinePermission", [authorization({ ...inputs, authorized: false }, type)])).toEqual([]);
    expect(findAll("pipelinePermission", [authorization({ ...inputs, type: "queue" }, type)])).toEqual([]);
  });
});

describe("roles and permissions on connections", () => {
  it("are permissions that are allowed", () => {
    const permissions = createResource("azuredevops:index/serviceendpointPermissions:ServiceendpointPermissions", "p", {
      inputs: {
        projectId: project,
        serviceendpointId: connection,
        principal: "vssgp.Uy0xLTk",
        permissions: { Use: "Allow", Administer: "allow", Create: "deny", ViewEndpoint: "notset" },
      },
    });

    expect(findOnly("connectionRole", [connection, permissions])).toMatchObject({
      connection: toConnection,
      principal: { state: "known", value: "vssgp.Uy0xLTk" },
      roles: { state: "known", value: ["Administer", "Use"] },
    });
  });

  it("hold for a whole project where no connection is named", () => {
    const permissions = createResource("azuredevops:index/serviceendpointPermissions:ServiceendpointPermissions", "p", {
      inputs: { projectId: project, principal: "x", permissions: { "a.b": "allow", Use: unknownValue } },
    });

    expect(findOnly("connectionRole", [permissions])).toMatchObject({
      connection: { to: "absent" },
      roles: { state: "unknown" },
    });
  });

  it.each<[PropertyValue | EngineResource, object]>([
    [`${project}_${id}`, { connection: toConnection, project: { state: "known", value: project } }],
    [`${project}_${id}`.toUpperCase(), { connection: toConnection, project: { state: "known", value: project } }],
    [project, { connection: { to: "absent" }, project: { state: "known", value: project } }],
    ["x", { connection: { to: "unreadable" }, project: { state: "unreadable" } }],
    [connection, { connection: toConnection }],
    [secretValue, { connection: { to: "secret" }, project: { state: "secret" } }],
  ])("are roles on %p", (resourceId, expected) => {
    const role = createResource("azuredevops:index/securityroleAssignment:SecurityroleAssignment", "r", {
      inputs: {
        scope: "distributedtask.serviceendpointrole",
        resourceId,
        identityId: group.toUpperCase(),
        roleName: "Administrator",
      },
    });

    expect(findOnly("connectionRole", [connection, role])).toMatchObject({
      principal: { state: "known", value: group },
      roles: { state: "known", value: ["Administrator"] },
      ...expected,
    });
  });

  it("do not include roles on other things, which are reported as not understood", () => {
    const role = createResource("azuredevops:index/securityroleAssignment:SecurityroleAssignment", "r", {
      inputs: { scope: "distributedtask.environmentreferencerole", resourceId: `${project}_1` },
    });

    expect(listClasses([role])).toEqual(["unrecognized"]);
  });

  it.each<[PropertyValue, readonly string[]]>([
    [`endpoints/${project}/${id}`, ["connectionRole"]],
    [`endpoints/${project}`, ["connectionRole"]],
    [`endpoints/${project}/${id}/x`, ["unrecognized"]],
    [`repoV2/${project}`, ["unrecognized"]],
    [unknownValue, ["unrecognized"]],
  ])("are permissions of the namespace of connections, by the token %p", (token, classes) => {
    const permissions = createResource("azuredevops:index/securityPermissions:SecurityPermissions", "p", {
      inputs: {
        namespaceId: "49B48001-CA20-4ADC-8111-5B60C903A50C",
        token,
        principal: "x",
        permissions: { Use: "allow" },
      },
    });

    expect(listClasses([permissions])).toEqual(classes);
  });
});

describe("checks", () => {
  const check = (kind: string, inputs: object) =>
    createResource(`azuredevops:index/check${kind}:Check${kind}`, "c", {
      inputs: { projectId: project, targetResourceId: connection, targetResourceType: "endpoint", ...inputs },
    });
  const settingsOf = (kind: string, inputs: object) => {
    const { settings } = findOnly("check", [connection, check(kind, inputs)]);
    return Object.fromEntries(Object.entries(settings).filter(([, { state }]) => state !== "absent"));
  };

  it("are on a connection and in a project", () => {
    expect(findOnly("check", [connection, check("Approval", { approvers: [group] })])).toMatchObject({
      kind: "approval",
      connection: toConnection,
      project: { state: "known", value: project },
    });
  });

  it("on other things give nothing", () => {
    expect(listClasses([check("Approval", { targetResourceType: "environment" })])).toEqual([]);
  });

  it.each<[string, object, Readonly<Record<string, unknown>>]>([
    [
      "Approval",
      {
        approvers: [otherProject, group.toUpperCase()],
        minimumRequiredApprovers: 2,
        requesterCanApprove: true,
        timeout: 60,
      },
      { approvers: [otherProject, group], minimumApprovers: 2, requesterMayApprove: true, timeoutMinutes: 60 },
    ],
    [
      "Approval",
      { approvers: [group], minimumRequiredApprovers: 0 },
      { approvers: [group], requesterMayApprove: false, timeoutMinutes: 43_200 },
    ],
    [
      "BranchControl",
      { allowedBranches: "refs/heads/release/* , refs/heads/main,", verifyBranchProtection: true },
      {
        allowedBranches: ["refs/heads/main", "refs/heads/release/*"],
        requiresProtectedBranch: true,
        ignoresUnknownProtection: false,
        timeoutMinutes: 1440,
      },
    ],
    [
      "BranchControl",
      { ignoreUnknownProtectionStatus: true },
      { allowedBranches: ["*"], requiresProtectedBranch: false, ignoresUnknownProtection: true, timeoutMinutes: 1440 },
    ],
    [
      "BusinessHours",
      { monday: true, friday: true, startTime: "08:00", endTime: "17:00", timeZone: "UTC", timeout: 5 },
      { hours: "Monday,Friday 08:00-17:00 UTC", timeoutMinutes: 5 },
    ],
    ["ExclusiveLock", {}, { timeoutMinutes: 43_200 }],
    [
      "RequiredTemplate",
      {
        requiredTemplates: [
          { repositoryName: "payments/pipelines", repositoryRef: "refs/heads/main", templatePath: "deploy.yml" },
          { repositoryName: "a", repositoryRef: "b", templatePath: "c" },
        ],
      },
      { requiredTemplates: ["a/b/c", "payments/pipelines/refs/heads/main/deploy.yml"] },
    ],
    [
      "RestApi",
      { connectedServiceName: "gate", urlSuffix: "/may?x=1" },
      { address: "gate /may?x=1", timeoutMinutes: 1440 },
    ],
  ])("%s has the settings %j", (kind, inputs, expected) => {
    expect(settingsOf(kind, inputs)).toEqual(
      Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, { state: "known", value }])),
    );
  });

  it("hide settings that cannot be seen", () => {
    expect(
      settingsOf("BusinessHours", { monday: unknownValue, startTime: "1", endTime: "2", timeZone: "3" }),
    ).toMatchObject({
      hours: { state: "unknown" },
    });
    expect(settingsOf("RequiredTemplate", { requiredTemplates: [{ repositoryName: "x" }] })).toEqual({
      requiredTemplates: { state: "unreadable" },
    });
    expect(settingsOf("RestApi", { connectedServiceName: secretValue, urlSuffix: "/x" })).toMatchObject({
      address: { state: "secret" },
    });
  });

  it("of a kind that nobody knows are checks all the same", () => {
    expect(findOnly("check", [connection, check("Nobody", {})])).toMatchObject({
      kind: "other",
      connection: toConnection,
    });
  });
});
