import { z } from "zod";
import { approvalTypeId } from "../../emulator/services/devops/check-kinds-table";
import type { ClientRun } from "../support/run-client";
import { askArm } from "./support/ask-arm";
import { describeExample } from "./support/example";
import { countChanges } from "./support/inventory";
import type { Moment } from "./support/moment";
import type { Scenario } from "./support/scenario";
import { signIn, type SignIn } from "./support/sign-in";

const connection = z.object({ connectionId: z.string(), clientId: z.string() });
const outputsSchema = z.object({ plan: connection, apply: connection, projectId: z.string(), tenantId: z.string() });

/** What runs of pipelines got. */
interface Runs {
  plan: { signIn: ClientRun; read: number; write: number };
  applyWithPlan: ClientRun;
  /** By what is known of the run. */
  apply: Record<"of a feature branch" | "not approved" | "approved by who started it" | "approved", ClientRun>;
  /** A resource is made and deleted again. */
  writes: number[];
}

let runs: Runs;

const tellStory = describeExample({
  name: "plan-and-apply",
  prepare: ({ platform }) => ({
    project: platform.project.name,
    subscriptionId: platform.subscription.subscriptionId,
    applicationGroupId: platform.resources.applicationGroupId,
    identityGroupName: platform.resources.identityGroupName,
    previewPipelineId: String(platform.pipelines.build.pipelineId),
    deployPipelineId: String(platform.pipelines.deploy.pipelineId),
    approvers: platform.groups.releaseManagers.displayName,
  }),
  use: async (scenario, created) => {
    runs = await runPipelines(scenario, created);
  },
});

async function runPipelines(scenario: Scenario, created: Moment): Promise<Runs> {
  const { pipelines, people, resources } = scenario.platform;
  const { plan, apply, projectId, tenantId } = outputsSchema.parse(created.outputs);
  const { ada, ben } = { ada: people.ada.identityId, ben: people.ben.identityId };
  const asPlan = { as: { ...plan, tenantId }, through: { ...plan, projectId } };
  const asApply = { as: { ...apply, tenantId }, through: { ...apply, projectId } };
  const approval = created.clouds.checkConfigurations.find(({ typeId }) => typeId === approvalTypeId);
  const approve = (by: string): NonNullable<SignIn["approvals"]> => [{ checkId: approval?.checkId ?? 0, by }];
  const deploy = (job: NonNullable<SignIn["job"]>, approvedBy?: string): Promise<ClientRun> =>
    signIn(scenario, {
      ...asApply,
      pipelineId: pipelines.deploy.pipelineId,
      job: { branchIsProtected: true, requestedBy: ada, ...job },
      ...(approvedBy !== undefined && { approvals: approve(approvedBy) }),
    });
  const main = { branch: "refs/heads/main" };
  const id = resources.applicationGroupId;
  const made = `${id}/providers/Microsoft.Storage/storageAccounts/paymentsexample`;
  const put = { method: "PUT", id: made, body: { location: resources.location } } as const;

  const preview = await signIn(scenario, { ...asPlan, pipelineId: pipelines.build.pipelineId });
  const read = await askArm(scenario, preview.stdout, { method: "GET", id });
  const write = await askArm(scenario, preview.stdout, put);
  const approved = await deploy(main, ben);
  return {
    plan: { signIn: preview, read, write },
    applyWithPlan: await signIn(scenario, {
      ...asApply,
      pipelineId: pipelines.build.pipelineId,
      approvals: approve(ben),
    }),
    apply: {
      "of a feature branch": await deploy({ branch: "refs/heads/features/pay" }, ben),
      "not approved": await deploy(main),
      "approved by who started it": await deploy(main, ada),
      approved,
    },
    writes: [
      await askArm(scenario, approved.stdout, put),
      await askArm(scenario, approved.stdout, { method: "DELETE", id: made }),
    ],
  };
}

it("makes two connections that share nothing that gives a right", () => {
  const { before, created } = tellStory();
  expect(countChanges(before, created.clouds)).toEqual({
    managedIdentities: 2,
    servicePrincipals: 2,
    serviceConnections: 2,
    federatedIdentityCredentials: 2,
    roleAssignments: 2,
    pipelinePermissions: 2,
    checkConfigurations: 2,
  });
  const names = created.clouds.serviceConnections.slice(-2).map(({ name }) => name);
  expect(names.sort()).toEqual(["payments-apply", "payments-plan"]);
});

it("lets a run for a pull request read and not write", () => {
  const { signIn: preview, read, write } = runs.plan;
  expect({ exitCode: preview.exitCode, stderr: preview.stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect({ read, write }).toEqual({ read: 200, write: 403 });
});

it("gives the pipeline that previews nothing of the connection that applies", () => {
  expect(runs.applyWithPlan).toMatchObject({ exitCode: 1, stdout: "" });
});

it.each(["of a feature branch", "not approved", "approved by who started it"] as const)(
  "holds a deployment %s",
  (name) => {
    expect(runs.apply[name]).toMatchObject({ exitCode: 1, stdout: "" });
    expect(runs.apply[name].stderr).toContain("until there is");
  },
);

it("lets an approved deployment of the main branch write", () => {
  const { approved } = runs.apply;
  expect({ exitCode: approved.exitCode, stderr: approved.stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(runs.writes.map((status) => Math.floor(status / 100))).toEqual([2, 2]);
});
