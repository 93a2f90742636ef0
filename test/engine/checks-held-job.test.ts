import { declareConnections, describeConnection } from "./support/declare-connections";
import { engineTimeout } from "./support/engine-timeout";
import { readConnection, takeMoment } from "./support/moment";
import { findProtection } from "./support/protection";
import { startScenario, type Scenario } from "./support/scenario";
import { signIn, type SignIn } from "./support/sign-in";
import type { ClientRun } from "../support/run-client";

const name = "payments-prod";

let scenario: Scenario;
let run: (job: SignIn["job"], approver?: string) => Promise<ClientRun>;

const fromMain = { branch: "refs/heads/main", branchIsProtected: true };

beforeAll(async () => {
  scenario = await startScenario({ program: "connections" });
  const { platform, stack } = scenario;
  await declareConnections(scenario, {
    [name]: describeConnection(platform, {
      checks: {
        approval: { approvers: [{ group: "Release Managers" }] },
        branchControl: { allowedBranches: ["refs/heads/main"] },
      },
    }),
  });
  await stack.up();
  const moment = await takeMoment(scenario);
  const connection = readConnection(moment, name);
  const [approval] = findProtection(moment.clouds, connection.connectionId).checks.approval ?? [];
  run = (job, approver) =>
    signIn(scenario, {
      pipelineId: platform.pipelines.deploy.pipelineId,
      as: connection,
      through: connection,
      job: { requestedBy: platform.people.ben.identityId, ...job },
      approvals: approver === undefined ? [] : [{ checkId: approval?.checkId ?? 0, by: approver }],
    });
}, engineTimeout);

afterAll(() => scenario.stop());

it("gives a job of the branch a token, once another than its requester has approved", async () => {
  const { exitCode, stderr, stdout } = await run(fromMain, scenario.platform.people.ada.identityId);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).not.toBe("");
});

it.each<[string, string, () => [SignIn["job"], string?]]>([
  ["has no approval", "1 more approval(s)", () => [fromMain]],
  ["is approved by its requester", "1 more approval(s)", () => [fromMain, scenario.platform.people.ben.identityId]],
  ["is approved by somebody else", "1 more approval(s)", () => [fromMain, scenario.platform.people.cleo.identityId]],
  [
    "runs from another branch",
    "a branch of refs/heads/main",
    () => [{ branch: "refs/heads/feature", branchIsProtected: true }, scenario.platform.people.ada.identityId],
  ],
  [
    "runs from a branch that nobody protects",
    "a protected branch",
    () => [{ branch: "refs/heads/main" }, scenario.platform.people.ada.identityId],
  ],
])("gives no token to a job that %s", async (_, wanted, describe) => {
  const { exitCode, stdout, stderr } = await run(...describe());
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  expect(stderr).toContain(wanted);
});
