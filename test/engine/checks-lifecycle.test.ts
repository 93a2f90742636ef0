import type { AzureServiceConnectionArgs, ChecksArgs, ConnectionRoleArgs } from "../../lib";
import { declareConnections, describeConnection } from "./support/declare-connections";
import { engineTimeout } from "./support/engine-timeout";
import { takeInventory, type Inventory } from "./support/inventory";
import { countTypes, readConnection, takeMoment, type Moment } from "./support/moment";
import { findProtection, type Protection } from "./support/protection";
import { findLastRequest, listWrites } from "./support/requests";
import { startScenario, type Scenario } from "./support/scenario";
import { findStanding } from "./support/standing";
import { writing } from "./support/writing-requests";

const name = "payments-prod";

interface Protected {
  checks: ChecksArgs;
  connectionRoles: ConnectionRoleArgs[];
}

const every: Protected = {
  checks: {
    approval: {
      approvers: [
        { group: "release managers" },
        { organizationGroup: "Compliance" },
        { team: "payments Team" },
        { user: "ben.sommer@contoso.example" },
      ],
    },
    branchControl: { allowedBranches: ["refs/heads/main", "refs/heads/release/*"] },
    requiredTemplate: {
      templates: [
        { repositoryName: "payments/templates", repositoryRef: "refs/heads/main", templatePath: "deploy.yml" },
      ],
    },
    exclusiveLock: {},
    businessHours: {
      days: ["Monday", "Friday"],
      startTime: "09:00",
      endTime: "17:00",
      timeZone: "W. Europe Standard Time",
    },
    restApi: { genericConnection: "change-board", headers: { AuthToken: "$(system.AccessToken)" } },
  },
  connectionRoles: [
    { role: "Administrator", organizationGroup: "Compliance" },
    { role: "User", team: "payments Team" },
    { role: "Reader", user: "ada.winter@contoso.example" },
  ],
};

const changed: Protected = {
  checks: {
    approval: {
      approvers: [{ team: "payments Team" }, { group: "Release Managers" }],
      minimumApprovers: 1,
      requesterMayApprove: true,
      instructions: "Look at the report.",
      timeoutMinutes: 60,
    },
    branchControl: { allowedBranches: ["refs/heads/main"], requireProtectedBranch: false },
    requiredTemplate: {
      templates: [
        {
          repositoryType: "github",
          repositoryName: "contoso/pipes",
          repositoryRef: "refs/tags/v1",
          templatePath: "a/deploy.yaml",
        },
      ],
    },
    exclusiveLock: { timeoutMinutes: 30 },
    businessHours: { days: ["Sunday"], startTime: "00:00", endTime: "23:59", timeZone: "UTC" },
    restApi: {
      azureConnection: "payments-ask",
      method: "GET",
      urlSuffix: "changes",
      completionEvent: "ApiResponse",
      successCriteria: "eq(root['status'], 'approved')",
    },
  },
  connectionRoles: [
    { role: "Administrator", organizationGroup: "Compliance" },
    { role: "Reader", team: "payments Team" },
    { role: "User", user: "ben.sommer@contoso.example" },
  ],
};

const reduced: Protected = { checks: { exclusiveLock: {} }, connectionRoles: [] };

interface Story {
  before: Inventory;
  created: Moment;
  /** The numbers of the requests, by what they wrote, until the connection stood. */
  writes: { checks: number[]; roles: number[]; permission: number[] };
  /** What a second `up` and a refresh would have changed. */
  writesWithoutChange: string[];
  changed: Moment;
  reduced: Moment;
  /** What the destruction wrote, and how it was answered. */
  destruction: string[];
  destroyed: Moment;
}

let scenario: Scenario;
let story: Story;

async function declare(others: Partial<AzureServiceConnectionArgs>): Promise<Moment> {
  await declareConnections(scenario, { [name]: describeConnection(scenario.platform, others) });
  await scenario.stack.up();
  return takeMoment(scenario);
}

function listNumbers(request: (typeof writing)[keyof typeof writing]): number[] {
  return scenario.emulator.control
    .listRequests(request)
    .filter(({ status }) => status === 200)
    .map(({ seq }) => seq);
}

async function tell(): Promise<Story> {
  const { stack, emulator } = scenario;
  const before = takeInventory(emulator);
  const created = await declare(every);
  const writes = {
    checks: listNumbers(writing.check),
    roles: listNumbers(writing.connectionRole),
    permission: listNumbers(writing.permission),
  };
  const lastOfUp = findLastRequest(scenario);
  await stack.up("--expect-no-changes");
  await stack.refresh("--expect-no-changes");
  const writesWithoutChange = listWrites(scenario, lastOfUp);
  const afterChange = await declare(changed);
  const afterReduction = await declare(reduced);
  const lastOfReduction = findLastRequest(scenario);
  await stack.destroy();
  const destruction = listWrites(scenario, lastOfReduction);
  return {
    ...{ before, created, writes, writesWithoutChange, destruction },
    changed: afterChange,
    reduced: afterReduction,
    destroyed: await takeMoment(scenario),
  };
}

beforeAll(async () => {
  scenario = await startScenario({ program: "connections" });
  story = await tell();
}, engineTimeout);

afterAll(() => scenario.stop());

const standAt = (moment: Moment): Protection =>
  findProtection(moment.clouds, readConnection(moment, name).connectionId);

it("makes every kind of check once, as declared", () => {
  const { people, groups, team } = scenario.platform;
  expect(standAt(story.created).checks).toEqual({
    approval: [
      expect.objectContaining({
        timeout: 43_200,
        settings: {
          approvers: [groups.releaseManagers, groups.compliance, team, people.ben].map(({ identityId: id }) => ({
            id,
          })),
          minRequiredApprovers: 0,
          requesterCannotBeApprover: true,
          instructions: "",
        },
      }),
    ],
    branchControl: [
      expect.objectContaining({
        timeout: 1440,
        settings: expect.objectContaining({
          inputs: {
            allowedBranches: "refs/heads/main, refs/heads/release/*",
            ensureProtectionOfBranch: "true",
            allowUnknownStatusBranch: "false",
          },
        }) as object,
      }),
    ],
    requiredTemplate: [
      expect.objectContaining({
        settings: {
          extendsChecks: [
            {
              repositoryType: "git",
              repositoryName: "payments/templates",
              repositoryRef: "refs/heads/main",
              templatePath: "deploy.yml",
            },
          ],
        },
      }),
    ],
    exclusiveLock: [expect.objectContaining({ timeout: 43_200 })],
    businessHours: [
      expect.objectContaining({
        settings: expect.objectContaining({
          inputs: {
            businessDays: "Monday, Friday",
            startTime: "09:00",
            endTime: "17:00",
            timeZone: "W. Europe Standard Time",
          },
        }) as object,
      }),
    ],
    restApi: [
      expect.objectContaining({
        settings: expect.objectContaining({
          inputs: {
            connectedServiceNameSelector: "connectedServiceName",
            connectedServiceName: "change-board",
            method: "POST",
            headers: '{"AuthToken":"$(system.AccessToken)"}',
            waitForCompletion: "true",
          },
        }) as object,
      }),
    ],
  });
});

it("gives every role on the connection, beside that of who made it", () => {
  expect(standAt(story.created).roles).toEqual({
    [scenario.platform.deployer.name]: "Administrator",
    Compliance: "Administrator",
    "payments Team": "User",
    "Ada Winter": "Reader",
  });
});

it("makes them all before the pipeline is authorized", () => {
  const { checks, roles, permission } = story.writes;
  expect({ checks: checks.length, roles: roles.length }).toEqual({ checks: 6, roles: 3 });
  expect(Math.max(...checks, ...roles)).toBeLessThan(Math.min(...permission));
});

it("changes nothing in a second up or in a refresh", () => {
  expect(story.writesWithoutChange).toEqual([]);
});

it("changes each in place", () => {
  const { created, changed: after } = story;
  const { checks, roles } = standAt(after);
  const readIds = ({ checks: all }: Protection): unknown =>
    Object.entries(all).map(([kind, [check]]) => [kind, check?.checkId]);
  expect(readIds(standAt(after))).toEqual(readIds(standAt(created)));
  expect(checks.approval?.[0]).toMatchObject({
    timeout: 60,
    settings: { minRequiredApprovers: 1, requesterCannotBeApprover: false, instructions: "Look at the report." },
  });
  expect(checks.branchControl?.[0]?.settings).toMatchObject({ inputs: { ensureProtectionOfBranch: "false" } });
  expect(checks.exclusiveLock?.[0]?.timeout).toBe(30);
  expect(checks.restApi?.[0]?.settings).toMatchObject({ inputs: { waitForCompletion: "false" } });
  expect(roles).toEqual({
    [scenario.platform.deployer.name]: "Administrator",
    Compliance: "Administrator",
    "payments Team": "Reader",
    "Ben Sommer": "User",
  });
});

it("takes away what is no longer declared, and the pipeline stays authorized", () => {
  const { checks, roles } = standAt(story.reduced);
  const { pipelineIds } = findStanding(story.reduced.clouds, readConnection(story.reduced, name));
  expect(Object.keys(checks)).toEqual(["exclusiveLock"]);
  expect(roles).toEqual({ [scenario.platform.deployer.name]: "Administrator" });
  expect(pipelineIds).toEqual([scenario.platform.pipelines.deploy.pipelineId]);
});

it("withdraws the permission first on destroy, and lets the checks stand until the connection is gone", () => {
  expect(story.destruction[0]).toMatch(/^PATCH \S+pipelinepermissions\S+ 200$/i);
  expect(story.destruction.filter((request) => request.includes("checks"))).toEqual([]);
});

it("leaves everything as it was before", () => {
  const { before, destroyed } = story;
  expect(destroyed.clouds).toEqual(before);
  expect(countTypes(destroyed)).toEqual({});
});

it("asks nobody but the emulated clouds", () => {
  expect(scenario.emulator.control.listRequests({ service: "proxy" })).toEqual([]);
});
