import { z } from "zod";
import { engineTimeout } from "./support/engine-timeout";
import { takeInventory, type Inventory } from "./support/inventory";
import { readConnection, type ConnectionOutputs, type Moment } from "./support/moment";
import { connectionNames, tellRenames, type RenameStory } from "./support/rename-story";
import { startScenario, type Scenario } from "./support/scenario";
import { findStanding } from "./support/standing";

let scenario: Scenario;
let before: Inventory;
let story: RenameStory;

beforeAll(async () => {
  scenario = await startScenario({ program: "connections", seed: { issuerGeneration: "azure-devops" } });
  before = takeInventory(scenario.emulator);
  story = await tellRenames(scenario);
}, engineTimeout);

afterAll(() => scenario.stop());

/** What the credential of each connection names, checked to be what the component says. */
function readSubjects(moment: Moment): string[] {
  return connectionNames.map((name) => {
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
  expect(readConnection(story.created, connectionNames[0])).toMatchObject({
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
  const steps = story.preview.steps
    .filter(({ urn }) => urn.endsWith("-credential"))
    .map((step) => credentialStep.parse(step))
    .map(({ op, newState }) => ({ op, subject: newState.inputs.subject }));
  expect(steps).toEqual(
    expect.arrayContaining([
      { op: "update", subject: "sc://contoso/payments/payments-dev-renamed" },
      { op: "update", subject: "sc://contoso/payments/payments-test-renamed" },
    ]),
  );
  expect(story.preview.changeSummary).toMatchObject({ update: 4 });
});

it("follows a rename of the connection in the same up", () => {
  const { created, renamed } = story;
  expect(readSubjects(renamed)).toEqual([
    "sc://contoso/payments/payments-dev-renamed",
    "sc://contoso/payments/payments-test-renamed",
  ]);
  for (const name of connectionNames) {
    expect(readConnection(renamed, name).connectionId).toBe(readConnection(created, name).connectionId);
  }
  expect(renamed.clouds.federatedIdentityCredentials.map(({ credentialId }) => credentialId)).toEqual(
    created.clouds.federatedIdentityCredentials.map(({ credentialId }) => credentialId),
  );
});

it("does not see a rename of the project without a refresh, and no pipeline can sign in", () => {
  const { writes, moment, signIn } = story.stale;
  expect(writes).toEqual([]);
  expect(moment.clouds.federatedIdentityCredentials).toEqual(story.renamed.clouds.federatedIdentityCredentials);
  expect(signIn.exitCode).toBe(1);
  expect(signIn.stderr).toContain("AADSTS700213");
});

it("follows a rename of the project after a refresh", () => {
  const { moment, signIn } = story.followed;
  expect(readSubjects(moment)).toEqual([
    "sc://contoso/checkout/payments-dev-renamed",
    "sc://contoso/checkout/payments-test-renamed",
  ]);
  expect({ exitCode: signIn.exitCode, stderr: signIn.stderr }).toEqual({ exitCode: 0, stderr: "" });
});

it("leaves everything as it was before, but for the project's new name", () => {
  expect(story.destroyed.clouds).toEqual({ ...before, projects: [{ ...scenario.platform.project, name: "checkout" }] });
});
