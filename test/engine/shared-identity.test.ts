import { engineTimeout } from "./support/engine-timeout";
import { countChanges, takeInventory, type Inventory } from "./support/inventory";
import { readConnection, takeMoment, type Moment } from "./support/moment";
import { haveOverlapped, listWrites } from "./support/requests";
import { startScenario, type Scenario } from "./support/scenario";
import { signIn } from "./support/sign-in";
import { findStanding } from "./support/standing";
import type { JournalEntry } from "../../emulator/wire/journal";
import type { ClientRun } from "../support/run-client";

const onManagedIdentity = ["one", "two", "three"];
const onServicePrincipal = ["four", "five"];
const all = [...onManagedIdentity, ...onServicePrincipal];

interface Story {
  refusal: { output: string; writes: string[] };
  created: Moment;
  signIns: ClientRun[];
  /** Without the connection that was first on each identity. */
  reduced: Moment;
  destroyed: Moment;
  /** Every write of a credential of the managed identity, in the order of arrival. */
  credentialWrites: JournalEntry[];
}

let scenario: Scenario;
let before: Inventory;
let story: Story;

function declare(managed: string[], principal: string[]): Promise<void> {
  return scenario.stack.configure({
    "scenario:onManagedIdentity": JSON.stringify(managed),
    "scenario:onServicePrincipal": JSON.stringify(principal),
  });
}

async function tryTooMany(): Promise<Story["refusal"]> {
  await declare(
    [],
    Array.from({ length: 21 }, (_, index) => `many-${index + 1}`),
  );
  const output = await scenario.stack.previewText().then(() => "accepted", String);
  return { output, writes: listWrites(scenario) };
}

async function tell(): Promise<Story> {
  const { stack, platform, emulator } = scenario;
  const refusal = await tryTooMany();

  await declare(onManagedIdentity, onServicePrincipal);
  await stack.up();
  const created = await takeMoment(scenario);
  const signIns = await Promise.all(
    all.map((name) => {
      const through = readConnection(created, name);
      return signIn(scenario, { pipelineId: platform.pipelines.deploy.pipelineId, as: through, through });
    }),
  );

  await declare(onManagedIdentity.slice(1), onServicePrincipal.slice(1));
  await stack.up();
  const reduced = await takeMoment(scenario);

  await stack.destroy();
  const credentialWrites = emulator.control
    .listRequests({ service: "arm", path: /\/federatedIdentityCredentials\/[^/]+$/i })
    .filter(({ method }) => method !== "GET");
  return { refusal, created, signIns, reduced, destroyed: await takeMoment(scenario), credentialWrites };
}

beforeAll(async () => {
  scenario = await startScenario({ program: "shared-identities" });
  const { platform, stack, emulator } = scenario;
  await stack.configure({
    "scenario:project": platform.project.name,
    "scenario:subscriptionId": platform.subscription.subscriptionId,
    "scenario:pipelineId": String(platform.pipelines.deploy.pipelineId),
    "scenario:resourceGroupName": platform.resources.identityGroupName,
  });
  before = takeInventory(emulator);
  story = await tell();
}, engineTimeout);

afterAll(() => scenario.stop());

it("gives each connection a subject of its own, that signs in as the shared identity", () => {
  const { created, signIns } = story;
  const outputs = all.map((name) => readConnection(created, name));
  expect(new Set(outputs.map(({ subject }) => subject)).size).toBe(all.length);
  expect(new Set(outputs.slice(0, 3).map(({ clientId }) => clientId)).size).toBe(1);
  expect(new Set(outputs.map(({ clientId }) => clientId)).size).toBe(2);
  expect(signIns.map(({ exitCode, stderr }) => ({ exitCode, stderr }))).toEqual(
    all.map(() => ({ exitCode: 0, stderr: "" })),
  );
});

it("writes and deletes the credentials of a managed identity in turn", () => {
  const { credentialWrites } = story;
  expect(credentialWrites.map(({ method, status }) => `${method} ${status}`)).toEqual([
    ...onManagedIdentity.map(() => "PUT 201"),
    ...onManagedIdentity.map(() => "DELETE 200"),
  ]);
  const collisions = credentialWrites.filter((entry, index) =>
    credentialWrites.slice(0, index).some((earlier) => haveOverlapped(earlier, entry)),
  );
  expect(collisions).toEqual([]);
});

it("leaves the others alone when one connection goes", () => {
  const { created, reduced } = story;
  expect(countChanges(created.clouds, reduced.clouds)).toEqual({
    serviceConnections: -2,
    federatedIdentityCredentials: -2,
    pipelinePermissions: -2,
  });
  for (const name of ["two", "three", "five"]) {
    const outputs = readConnection(reduced, name);
    expect(outputs).toEqual(readConnection(created, name));
    expect(findStanding(reduced.clouds, outputs)).toEqual(findStanding(created.clouds, outputs));
  }
});

it("refuses more connections than an identity can carry, before anything is made", () => {
  const { output, writes } = story.refusal;
  expect(output).toContain('AzureServiceConnection "many-21" has 1 problem in its arguments');
  expect(output).toContain("identity.existing: This identity would carry more than 20 federated identity credentials");
  expect(writes).toEqual([]);
});

it("leaves everything as it was before", () => {
  expect(story.destroyed.clouds).toEqual(before);
});
