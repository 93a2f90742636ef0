import * as pulumi from "@pulumi/pulumi";
import {
  AzureServiceConnection,
  type AzureServiceConnectionArgs,
  type ChecksArgs,
  DayOfWeek,
  HttpMethod,
  RepositoryType,
} from "../../../lib/index";
import { everyCheck } from "../../support/every-check";
import { findResource, type RecordedResource, recordProgram } from "../../support/record-program";
import { ids, type Properties } from "../../support/vendor-mocks";

const connectionLabel = "ServiceEndpointAzureRM payments-prod-connection";
const credentialLabel = "ApplicationFederatedIdentityCredential payments-prod-credential";

async function declare(args: Partial<AzureServiceConnectionArgs>): Promise<readonly RecordedResource[]> {
  const { resources } = await recordProgram(
    () =>
      new AzureServiceConnection("payments-prod", {
        project: "payments",
        subscription: { id: ids.subscription },
        ...args,
      }),
  );
  return resources;
}

/** What a check says of itself, without what it protects. */
async function readCheck(label: string, checks: ChecksArgs): Promise<Properties> {
  const { projectId, targetResourceId, targetResourceType, ...settings } = findResource(
    await declare({ checks }),
    label,
  ).inputs;
  expect({ projectId, targetResourceId, targetResourceType }).toEqual({
    projectId: ids.project,
    targetResourceId: ids.connection,
    targetResourceType: "endpoint",
  });
  return settings;
}

describe("an approval", () => {
  const label = "CheckApproval payments-prod-check-approval";

  it("asks all of its approvers, and not the requester, for up to thirty days", async () => {
    expect(await readCheck(label, { approval: { approvers: [{ group: "Release Managers" }] } })).toEqual({
      approvers: [ids.projectGroup],
      requesterCanApprove: false,
      timeout: 43_200,
    });
  });

  it("finds approvers by each of the ways to name them", async () => {
    const approval = {
      approvers: [
        { id: pulumi.output("0A99707E-0000-4000-8000-00000000000A") },
        { group: "Release Managers" },
        { organizationGroup: "platform owners" },
        { team: "Operations" },
        { user: "ada@contoso.com" },
      ],
      minimumApprovers: 2,
      requesterMayApprove: true,
      instructions: pulumi.output("Look at the report."),
      timeoutMinutes: 60,
    };

    expect(await readCheck(label, { approval })).toEqual({
      approvers: ["0a99707e-0000-4000-8000-00000000000a", ids.projectGroup, ids.organizationGroup, ids.team, ids.user],
      minimumRequiredApprovers: 2,
      requesterCanApprove: true,
      instructions: "Look at the report.",
      timeout: 60,
    });
  });
});

describe("branch control", () => {
  const label = "CheckBranchControl payments-prod-check-branch-control";

  it("wants the branch to be protected, and to be known as such", async () => {
    expect(
      await readCheck(label, { branchControl: { allowedBranches: ["refs/heads/main", "refs/heads/release/*"] } }),
    ).toEqual({
      displayName: "Branch control",
      allowedBranches: "refs/heads/main, refs/heads/release/*",
      verifyBranchProtection: true,
      ignoreUnknownProtectionStatus: false,
      timeout: 1440,
    });
  });

  it("can be loosened, by arguments that say so", async () => {
    expect(
      await readCheck(label, {
        branchControl: { allowedBranches: ["refs/heads/*"], allowEveryBranch: true, allowUnknownProtection: true },
      }),
    ).toMatchObject({ allowedBranches: "refs/heads/*", ignoreUnknownProtectionStatus: true });
    expect(
      await readCheck(label, {
        branchControl: { allowedBranches: ["refs/tags/v*"], requireProtectedBranch: false, timeoutMinutes: 5 },
      }),
    ).toMatchObject({ verifyBranchProtection: false, ignoreUnknownProtectionStatus: false, timeout: 5 });
  });
});

test("a required template names repository, branch and path, of Azure Repos unless another is named", async () => {
  const template = {
    repositoryName: pulumi.output("payments/templates"),
    repositoryRef: "refs/heads/main",
    templatePath: "deploy/production.yml",
  };

  expect(
    await readCheck("CheckRequiredTemplate payments-prod-check-required-template", {
      requiredTemplate: {
        templates: [template, { ...template, repositoryType: RepositoryType.GitHub, repositoryName: "contoso/pipes" }],
      },
    }),
  ).toEqual({
    requiredTemplates: [
      {
        repositoryType: "azuregit",
        repositoryName: "payments/templates",
        repositoryRef: "refs/heads/main",
        templatePath: "deploy/production.yml",
      },
      {
        repositoryType: "github",
        repositoryName: "contoso/pipes",
        repositoryRef: "refs/heads/main",
        templatePath: "deploy/production.yml",
      },
    ],
  });
});

test("an exclusive lock holds for up to thirty days", async () => {
  expect(await readCheck("CheckExclusiveLock payments-prod-check-exclusive-lock", { exclusiveLock: {} })).toEqual({
    timeout: 43_200,
  });
});

test("business hours are those named, on the days named", async () => {
  expect(
    await readCheck("CheckBusinessHours payments-prod-check-business-hours", {
      businessHours: {
        days: [DayOfWeek.Tuesday, DayOfWeek.Sunday],
        startTime: "09:00",
        endTime: "17:30",
        timeZone: "W. Europe Standard Time",
      },
    }),
  ).toEqual({
    displayName: "Business hours",
    monday: false,
    tuesday: true,
    wednesday: false,
    thursday: false,
    friday: false,
    saturday: false,
    sunday: true,
    startTime: "09:00",
    endTime: "17:30",
    timeZone: "W. Europe Standard Time",
    timeout: 1440,
  });
});

describe("a call of a REST API", () => {
  const label = "CheckRestApi payments-prod-check-rest-api";

  it("waits to be called back", async () => {
    expect(await readCheck(label, { restApi: { genericConnection: pulumi.output("change-board") } })).toEqual({
      connectedServiceNameSelector: "connectedServiceName",
      connectedServiceName: "change-board",
      displayName: "Invoke REST API",
      method: "POST",
      completionEvent: "Callback",
      timeout: 1440,
    });
  });

  it("can judge the answer, and takes credentials from variables", async () => {
    expect(
      await readCheck(label, {
        restApi: {
          azureConnection: "payments-ask",
          displayName: "Change board",
          method: HttpMethod.Get,
          urlSuffix: "changes?code=$(key)",
          headers: { Authorization: "Bearer $(token)", Accept: "application/json" },
          body: '{"authToken":"$(system.AccessToken)","author":"ada"}',
          completionEvent: "ApiResponse",
          successCriteria: "eq(root['status'], 'approved')",
          retryIntervalMinutes: 6,
          variableGroup: "change-board",
          timeoutMinutes: 60,
        },
      }),
    ).toEqual({
      connectedServiceNameSelector: "connectedServiceNameARM",
      connectedServiceName: "payments-ask",
      displayName: "Change board",
      method: "GET",
      urlSuffix: "changes?code=$(key)",
      headers: '{"Authorization":"Bearer $(token)","Accept":"application/json"}',
      body: '{"authToken":"$(system.AccessToken)","author":"ada"}',
      completionEvent: "ApiResponse",
      successCriteria: "eq(root['status'], 'approved')",
      retryInterval: 6,
      variableGroupName: "change-board",
      timeout: 60,
    });
  });
});

describe("a role on the connection", () => {
  it("is given to whoever is named, under a name that says so", async () => {
    const resources = await declare({
      connectionRoles: [
        { role: "Administrator", organizationGroup: "Platform Owners" },
        { role: "User", team: "Operations" },
        { role: "Reader", id: pulumi.output(ids.user), name: "auditor" },
        { role: "Reader", id: ids.projectGroup },
      ],
    });
    const roles = resources.filter(({ label }) => label.startsWith("SecurityroleAssignment"));

    expect(roles.map(({ label, inputs }) => [label.split(" ")[1], inputs["identityId"], inputs["roleName"]])).toEqual([
      ["payments-prod-connection-role-organizationgroup-platform-owners", ids.organizationGroup, "Administrator"],
      ["payments-prod-connection-role-team-operations", ids.team, "User"],
      ["payments-prod-connection-role-auditor", ids.user, "Reader"],
      [`payments-prod-connection-role-${ids.projectGroup}`, ids.projectGroup, "Reader"],
    ]);
    for (const { inputs } of roles) {
      expect(inputs).toMatchObject({
        scope: "distributedtask.serviceendpointrole",
        resourceId: `${ids.project}_${ids.connection}`,
      });
    }
  });
});

describe("the order", () => {
  const protectionLabels = [
    "CheckApproval payments-prod-check-approval",
    "CheckBranchControl payments-prod-check-branch-control",
    "CheckBusinessHours payments-prod-check-business-hours",
    "CheckExclusiveLock payments-prod-check-exclusive-lock",
    "CheckRequiredTemplate payments-prod-check-required-template",
    "CheckRestApi payments-prod-check-rest-api",
    "SecurityroleAssignment payments-prod-connection-role-team-operations",
  ];

  it("permits pipelines after every check and every role on the connection", async () => {
    const resources = await declare({
      checks: everyCheck,
      connectionRoles: [{ role: "User", team: "Operations" }],
      authorizedPipelines: { deploy: "7" },
    });

    expect(findResource(resources, "PipelineAuthorization payments-prod-pipeline-deploy").dependsOn).toEqual(
      [...protectionLabels, credentialLabel, connectionLabel].sort(),
    );
  });

  it("makes them right after the connection, and lets them go with it", async () => {
    const resources = await declare({ checks: everyCheck, connectionRoles: [{ role: "User", team: "Operations" }] });

    for (const label of protectionLabels) {
      expect(findResource(resources, label)).toMatchObject({
        parent: "AzureServiceConnection payments-prod",
        dependsOn: [connectionLabel],
        deletedWith: connectionLabel,
      });
    }
  });

  it("makes none that is not declared", async () => {
    const resources = await declare({ checks: { exclusiveLock: {} } });

    expect(resources.filter(({ label }) => /^(?:Check|Securityrole)/.test(label)).map(({ label }) => label)).toEqual([
      "CheckExclusiveLock payments-prod-check-exclusive-lock",
    ]);
  });
});
