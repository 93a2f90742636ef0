import type { JournalFilter } from "../../emulator/wire/journal";
import { countRequests, findSurplus, type RequestCounts } from "./support/count-requests";
import { declareConnections, describeConnection } from "./support/declare-connections";
import { engineTimeout } from "./support/engine-timeout";
import { openScenarios } from "./support/open-scenarios";
import type { Scenario } from "./support/scenario";
import { writing } from "./support/writing-requests";

const open = openScenarios();

interface Life {
  scenario: Scenario;
  /** The number of the last request of `up`. */
  lastOfUp: number;
  up: RequestCounts;
  destroy: RequestCounts;
}

async function live(scenario: Scenario): Promise<Life> {
  const { stack, emulator } = scenario;
  const up = await countRequests(scenario, () => stack.up());
  const lastOfUp = emulator.control.listRequests().at(-1)?.seq ?? 0;
  return { scenario, lastOfUp, up, destroy: await countRequests(scenario, () => stack.destroy()) };
}

async function liveOurs(): Promise<Life> {
  const scenario = await open({ program: "connections" });
  await declareConnections(scenario, { "payments-dev": describeConnection(scenario.platform) });
  return live(scenario);
}

async function liveTheirs(): Promise<Life> {
  const scenario = await open({ program: "hand-written" });
  const { project, subscription, resources, pipelines } = scenario.platform;
  await scenario.stack.configure({
    "scenario:subscriptionId": subscription.subscriptionId,
    "scenario:scope": resources.applicationGroupId,
    "scenario:project": project.name,
    "scenario:pipelineId": String(pipelines.deploy.pipelineId),
  });
  return live(scenario);
}

let ours: Life;
let theirs: Life;
beforeAll(async () => {
  [ours, theirs] = await Promise.all([liveOurs(), liveTheirs()]);
}, engineTimeout);

/** The number of the one request that matches. */
function findOne(filter: JournalFilter): number {
  const found = ours.scenario.emulator.control.listRequests(filter).map(({ seq }) => seq);
  expect(found).toHaveLength(1);
  return found[0] ?? 0;
}

/** The numbers of all that write, but for signing in. */
function listWrites(filter: JournalFilter = {}): number[] {
  return ours.scenario.emulator.control
    .listRequests(filter)
    .filter(({ service, method }) => service !== "login" && !["GET", "OPTIONS"].includes(method))
    .map(({ seq }) => seq);
}

const expectOrder = (...numbers: number[]): void => {
  expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
};

it("creates the connection before the credential, and permits the pipeline last", () => {
  const [permitted] = ours.scenario.emulator.control.listRequests(writing.permission).map(({ seq }) => seq);
  const credential = findOne(writing.applicationCredential);
  const role = findOne(writing.roleAssignment);
  expectOrder(findOne(writing.application), findOne(writing.connection), credential, permitted ?? 0);
  expectOrder(findOne(writing.servicePrincipal), role, permitted ?? 0);
  expect(
    listWrites()
      .filter((seq) => seq <= ours.lastOfUp)
      .at(-1),
  ).toBe(permitted);
});

it("forbids the pipeline first on destroy, then takes credential, connection and identity away", () => {
  const afterSeq = ours.lastOfUp;
  const forbidden = findOne({ ...writing.permission, afterSeq });
  const credential = findOne({ method: "DELETE", path: /\/federatedIdentityCredentials\//, afterSeq });
  const application = findOne({ method: "DELETE", path: /\/applications\/[^/]+$/, afterSeq });
  const role = findOne({ method: "DELETE", path: /\/roleAssignments\//, afterSeq });
  expect(listWrites({ afterSeq })[0]).toBe(forbidden);
  expectOrder(forbidden, credential, findOne(writing.connectionDeletion), application);
  expectOrder(forbidden, role, application);
});

it("asks for nothing that a program written by hand would not ask for", () => {
  expect(findSurplus(ours.up, theirs.up)).toEqual({});
  expect(findSurplus(ours.destroy, theirs.destroy)).toEqual({});
});

it("saves the deletion of the service principal, which goes with its application", () => {
  const saved = findSurplus(theirs.destroy, ours.destroy);
  expect(findSurplus(theirs.up, ours.up)).toEqual({});
  expect(saved).toMatchObject({ "graph DELETE /v1.0/servicePrincipals/{id}": 1 });
  expect(Object.keys(saved).every((request) => request.includes("/servicePrincipals/"))).toBe(true);
});
