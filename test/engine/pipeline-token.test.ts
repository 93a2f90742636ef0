import { askArm } from "./support/ask-arm";
import { declareConnections, describeConnection } from "./support/declare-connections";
import { engineTimeout } from "./support/engine-timeout";
import { readConnection, takeMoment, type ConnectionOutputs } from "./support/moment";
import { startScenario, type Scenario } from "./support/scenario";
import { readAssertion, showAssertion } from "./support/show-assertion";
import { signIn } from "./support/sign-in";
import type { ClientRun } from "../support/run-client";

interface Story {
  authorized: ClientRun;
  /** Statuses by request, with the token of the authorized pipeline. */
  allowed: Record<string, number>;
  unauthorized: ClientRun;
  withTokenOfAnother: ClientRun;
  other: ClientRun;
  afterDestroy: { newJob: ClientRun; earlierAssertion: ClientRun; earlierToken: number };
}

let scenario: Scenario;
let story: Story;

async function createConnections(): Promise<{ dev: ConnectionOutputs; ops: ConnectionOutputs }> {
  const { platform, stack } = scenario;
  const { identityGroupName: resourceGroupName } = platform.resources;
  await declareConnections(scenario, {
    dev: describeConnection(platform),
    ops: describeConnection(platform, {
      identity: { managedIdentity: { resourceGroupName } },
      authorizedPipelines: { platform: String(platform.pipelines.platform.pipelineId) },
    }),
  });
  await stack.up();
  const moment = await takeMoment(scenario);
  return { dev: readConnection(moment, "dev"), ops: readConnection(moment, "ops") };
}

function ask(accessToken: string, method: "GET" | "DELETE", id: string): Promise<number> {
  return askArm(scenario, accessToken, { method, id });
}

async function tell(): Promise<Story> {
  const { pipelines, resources } = scenario.platform;
  const { applicationGroupId: ownGroup, identityGroupId: foreignGroup } = resources;
  const { dev, ops } = await createConnections();
  const asDev = { as: dev, through: dev };

  const authorized = await signIn(scenario, { ...asDev, pipelineId: pipelines.deploy.pipelineId });
  const accessToken = authorized.stdout;
  const seen = {
    authorized,
    allowed: {
      "read its group": await ask(accessToken, "GET", ownGroup),
      "read another group": await ask(accessToken, "GET", foreignGroup),
      "delete its group": await ask(accessToken, "DELETE", ownGroup),
    },
    unauthorized: await signIn(scenario, { ...asDev, pipelineId: pipelines.build.pipelineId }),
    withTokenOfAnother: await signIn(scenario, { as: dev, through: ops, pipelineId: pipelines.platform.pipelineId }),
    other: await signIn(scenario, { as: ops, through: ops, pipelineId: pipelines.platform.pipelineId }),
  };

  const assertion = await readAssertion(scenario, { ...asDev, pipelineId: pipelines.deploy.pipelineId });
  await scenario.stack.destroy();
  const afterDestroy = {
    newJob: await signIn(scenario, { ...asDev, pipelineId: pipelines.deploy.pipelineId }),
    earlierAssertion: await showAssertion(scenario, { as: dev, assertion }),
    earlierToken: await ask(accessToken, "GET", ownGroup),
  };
  return { ...seen, afterDestroy };
}

beforeAll(async () => {
  scenario = await startScenario({ program: "connections" });
  story = await tell();
}, engineTimeout);

afterAll(() => scenario.stop());

it("gives the job of an authorized pipeline an access token, and what its role allows", () => {
  const { authorized, other, allowed } = story;
  expect({ exitCode: authorized.exitCode, stderr: authorized.stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect({ exitCode: other.exitCode, stderr: other.stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(allowed).toEqual({ "read its group": 200, "read another group": 403, "delete its group": 403 });
});

it("gives the job of another pipeline nothing", () => {
  expect(story.unauthorized).toMatchObject({ exitCode: 1, stdout: "" });
  expect(story.unauthorized.stderr).toContain("has not been authorized for use by the pipeline 12");
});

it("refuses the token of another connection of the same project", () => {
  expect(story.withTokenOfAnother).toMatchObject({ exitCode: 1, stdout: "" });
  expect(story.withTokenOfAnother.stderr).toMatch(/\bAADSTS7002137\b/);
});

it("lets nobody in after destroy, whatever was kept", () => {
  const { newJob, earlierAssertion, earlierToken } = story.afterDestroy;
  expect(newJob).toMatchObject({ exitCode: 1, stdout: "" });
  expect(newJob.stderr).toContain("does not exist");
  expect(earlierAssertion).toMatchObject({ exitCode: 1, stdout: "" });
  expect(earlierAssertion.stderr).toMatch(/\bAADSTS700016\b/);
  expect(earlierToken).toBe(403);
});
