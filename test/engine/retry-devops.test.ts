import { declareConnections, describeConnection } from "./support/declare-connections";
import { engineTimeout } from "./support/engine-timeout";
import { hurryProgram } from "./support/hurry-program";
import { openScenarios } from "./support/open-scenarios";
import type { Scenario } from "./support/scenario";
import { listStatuses, matchRequests, writing } from "./support/writing-requests";

const open = openScenarios();

async function openConnection(): Promise<Scenario> {
  const scenario = await open({ program: "connections" });
  await declareConnections(scenario, { "payments-dev": describeConnection(scenario.platform) });
  return scenario;
}

const countConnections = ({ emulator }: Scenario): number =>
  emulator.store.serviceConnections.list(({ name }) => name === "payments-dev").length;

const countApplications = ({ emulator }: Scenario): number =>
  emulator.store.applications.list(({ displayName }) => displayName === "payments-dev").length;

it.concurrent(
  "goes on when Azure DevOps throttles the connection and the permission",
  async () => {
    const scenario = await openConnection();
    const { emulator, stack } = scenario;
    emulator.control.addFault({ ...matchRequests(writing.connection), status: 429, times: 2 });
    emulator.control.addFault({ ...matchRequests(writing.permission), status: 429 });

    await stack.up();

    expect(listStatuses(scenario, writing.connection)).toEqual([429, 429, 200]);
    expect(listStatuses(scenario, writing.permission)).toEqual([429, 200]);
    expect(countConnections(scenario)).toBe(1);
    expect(emulator.store.pipelinePermissions.list()).toContainEqual(
      expect.objectContaining({ pipelineIds: [scenario.platform.pipelines.deploy.pipelineId] }),
    );
  },
  engineTimeout,
);

it.concurrent(
  "ends with the cause, the number of attempts and the time when throttling does not end",
  async () => {
    const scenario = await openConnection();
    const { emulator, stack } = scenario;
    emulator.control.addFault({ ...matchRequests(writing.connection), status: 429, times: "always" });
    await hurryProgram(scenario);

    const { exitCode, stdout } = await stack.try("up");

    expect(exitCode).not.toBe(0);
    expect(listStatuses(scenario, writing.connection)).toEqual(Array.from({ length: 8 }, () => 429));
    expect(stdout).toContain(
      "error: payments-dev-connection: Azure DevOps throttles the requests of the deploying identity. " +
        "It did not pass in 7 more attempts over 345 s. Wait some minutes and run `pulumi up` again",
    );
  },
  engineTimeout,
);

it.concurrent(
  "does not make a second connection when the answer to the first is lost",
  async () => {
    const scenario = await openConnection();
    const { emulator, stack } = scenario;
    emulator.control.addFault({ ...matchRequests(writing.connection), reset: true, when: "after" });

    const { exitCode, stdout } = await stack.try("up");

    expect(exitCode).not.toBe(0);
    expect(listStatuses(scenario, writing.connection)).toEqual([0]);
    expect(countConnections(scenario)).toBe(1);
    expect(stdout).toContain("error: payments-dev-connection: Azure DevOps may have created the connection");
  },
  engineTimeout,
);

// After a 5xx status the azuread provider itself sends the request again; after a broken connection it does not.
it.concurrent(
  "does not make a second application when the answer to the first is lost",
  async () => {
    const scenario = await openConnection();
    const { emulator, stack } = scenario;
    emulator.control.addFault({ ...matchRequests(writing.application), reset: true, when: "after" });

    const { exitCode, stdout } = await stack.try("up");

    expect(exitCode).not.toBe(0);
    expect(listStatuses(scenario, writing.application)).toEqual([0]);
    expect(countApplications(scenario)).toBe(1);
    expect(stdout).toContain("error: payments-dev-application: Microsoft Entra may have created the application");
  },
  engineTimeout,
);
