import { z } from "zod";
import { declareConnections, describeConnection } from "./support/declare-connections";
import { engineTimeout } from "./support/engine-timeout";
import { takeInventory, type Inventory } from "./support/inventory";
import { readConnection, takeMoment, type ConnectionOutputs, type Moment } from "./support/moment";
import { findLastRequest, listWrites } from "./support/requests";
import { startScenario, type Scenario } from "./support/scenario";
import { signIn } from "./support/sign-in";
import { findStanding } from "./support/standing";
import type { ClientRun } from "../support/run-client";
import type { PreviewDigest } from "../../tools/engine/stack";

/** One connection for each place that a credential can be in: an application, and a managed identity. */
const names = ["payments-dev", "payments-test"] as const;

interface Story {
  created: Moment;
  renamePreview: PreviewDigest;
  renamed: Moment;
  /** After a rename of the project that nobody told the stack about. */
  stale: { writes: string[]; moment: Moment; run: ClientRun };
  /** After a refresh and one more `up`. */
  followed: { moment: Moment; run: ClientRun };
  destroyed: Moment;
}

let scenario: Scenario;
let before: Inventory;
let story: Story;

async function declare(suffix: string): Promise<void> {
  const { platform } = scenario;
  const [onApplication, onManagedIdentity] = names;
  const { identityGroupName: resourceGroupName } = platform.resources;
  // By its ID, so that a rename of the project is none of the program's business.
  const shared = describeConnection(platform, { project: platform.project.projectId });
  await declareConnections(scenario, {
    [onApplication]: { ...shared, connectionName: `${onApplication}${suffix}` },
    [onManagedIdentity]: {
      ...shared,
      connectionName: `${onManagedIdentity}${suffix}`,
      identity: { managedIdentity: { resourceGroupName } },
    },
  });
}

function renameProject(name: string): void {
  const { projects } = scenario.emulator.store;
  projects.update({ ...scenario.platform.project, name });
}

function trySignIn(moment: Moment): Promise<ClientRun> {
  const through = readConnection(moment, names[0]);
  return signIn(scenario, { pipelineId: scenario.platform.pipelines.deploy.pipelineId, as: through, through });
}

async function tell(): Promise<Story> {
  const { stack } = scenario;
  await declare("");
  await stack.up();
  const created = await takeMoment(scenario);

  await declare("-renamed");
  const renamePreview = await stack.preview();
  await stack.up();
  const renamed = await takeMoment(scenario);

  renameProject("checkout");
  const lastRequest = findLastRequest(scenario);
  await stack.up("--expect-no-changes");
  const stale = {
    writes: listWrites(scenario, lastRequest),
    moment: await takeMoment(scenario),
    run: await trySignIn(renamed),
  };

  await stack.refresh();
  await stack.up();
  const moment = await takeMoment(scenario);
  const followed = { moment, run: await trySignIn(moment) };

  before = { ...before, projects: takeInventory(scenario.emulator).projects };
  await stack.destroy();
  return { created, renamePreview, renamed, stale, followed, destroyed: await takeMoment(scenario) };
}

beforeAll(async () => {
  scenario = await startScenario({ program: "connections", seed: { issuerGeneration: "azure-devops" } });
  before = takeInventory(scenario.emulator);
  story = await tell();
}, engineTimeout);

afterAll(() => scenario.stop());

/** What the credential of each connection names, checked to be what the component says. */
function readSubjects(moment: Moment): string[] {
  return names.map((name) => {
    const outputs = readConnection(moment, name);
    expect(findStanding(moment.clouds, outputs).credentials).toHaveLength(1);
    return outputs.subject;
  });
}

it("trusts the names of organization, project and connection", () => {
  const { organization } = scenario.platform;
  expect(readSubjects(story.created)).toEqual([
    "sc://contoso/payments/payments-dev",
    "sc://contoso/payments/payments-test",
  ]);
  expect(readConnection(story.created, names[0])).toMatchObject({
    issuer: `https://vstoken.dev.azure.com/${organization.organizationId}`,
    audience: "api://AzureADTokenExchange",
    tokenAudience: "api://AzureADTokenExchange",
  } satisfies Partial<ConnectionOutputs>);
});

it("shows in the preview of a rename that the trust goes along", () => {
  const credentialStep = z.looseObject({
    op: z.string(),
    urn: z.string(),
    newState: z.looseObject({ inputs: z.looseObject({ subject: z.string() }) }),
  });
  const steps = story.renamePreview.steps
    .filter(({ urn }) => urn.endsWith("-credential"))
    .map((step) => credentialStep.parse(step))
    .map(({ op, newState }) => ({ op, subject: newState.inputs.subject }));
  expect(steps).toEqual(
    expect.arrayContaining([
      { op: "update", subject: "sc://contoso/payments/payments-dev-renamed" },
      { op: "update", subject: "sc://contoso/payments/payments-test-renamed" },
    ]),
  );
  expect(story.renamePreview.changeSummary).toMatchObject({ update: 4 });
});

it("follows a rename of the connection in the same up", () => {
  const { created, renamed } = story;
  expect(readSubjects(renamed)).toEqual([
    "sc://contoso/payments/payments-dev-renamed",
    "sc://contoso/payments/payments-test-renamed",
  ]);
  for (const name of names) {
    expect(readConnection(renamed, name).connectionId).toBe(readConnection(created, name).connectionId);
  }
  expect(renamed.clouds.federatedIdentityCredentials.map(({ credentialId }) => credentialId)).toEqual(
    created.clouds.federatedIdentityCredentials.map(({ credentialId }) => credentialId),
  );
});

it("does not see a rename of the project without a refresh, and no pipeline can sign in", () => {
  const { writes, moment, run } = story.stale;
  expect(writes).toEqual([]);
  expect(moment.clouds.federatedIdentityCredentials).toEqual(story.renamed.clouds.federatedIdentityCredentials);
  expect(run.exitCode).toBe(1);
  expect(run.stderr).toContain("AADSTS700213");
});

it("follows a rename of the project after a refresh", () => {
  const { moment, run } = story.followed;
  expect(readSubjects(moment)).toEqual([
    "sc://contoso/checkout/payments-dev-renamed",
    "sc://contoso/checkout/payments-test-renamed",
  ]);
  expect({ exitCode: run.exitCode, stderr: run.stderr }).toEqual({ exitCode: 0, stderr: "" });
});

it("leaves everything as it was before, but for the project's new name", () => {
  expect(story.destroyed.clouds).toEqual(before);
});
