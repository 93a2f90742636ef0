import { declareConnections, describeConnection } from "./support/declare-connections";
import { engineTimeout } from "./support/engine-timeout";
import { openScenarios } from "./support/open-scenarios";
import { listStatuses, matchRequests, writing } from "./support/writing-requests";

const open = openScenarios();

it(
  "goes on when two credentials of one managed identity are written at once",
  async () => {
    // The azure-native stand-in tries again too, as the official plugin does since November 2025: its three attempts are over
    // here before the other write is, as those of an earlier plugin always are.
    const environment = { AZURE_NATIVE_STAND_IN_WAIT_SCALE: "0" };
    const emulatorOptions = { arm: { credentialWriteMs: 4000 } };
    const scenario = await open({ program: "unrelated-connections", environment, emulator: emulatorOptions });
    const { emulator, platform, stack } = scenario;
    const declared = describeConnection(platform, { roleAssignments: [], authorizedPipelines: {} });
    await stack.configure({ "scenario:identityGroup": platform.resources.identityGroupName });
    await declareConnections(scenario, { "payments-dev": declared, "payments-test": declared });
    const writes = emulator.control.hold(matchRequests(writing.managedIdentityCredential));

    const up = stack.up();
    await Promise.race([writes.reached(2), up]);
    writes.release();
    await up;

    const statuses = listStatuses(scenario, writing.managedIdentityCredential);
    expect(statuses.slice(0, 2).sort()).toEqual([201, 409]);
    expect(statuses.at(-1)).toBe(201);
    expect(statuses.filter((status) => status === 201)).toHaveLength(2);
    // One and three by the plugin for each attempt of the engine; how many those are is a matter of speed.
    expect(statuses.filter((status) => status === 409).length).toBeGreaterThanOrEqual(4);
    expect(
      emulator.store.federatedIdentityCredentials.list((one) => one.parentKind === "managedIdentity"),
    ).toHaveLength(2);
    expect(scenario.log()).toContain(
      "Another federated identity credential of the same managed identity is being written.",
    );
  },
  engineTimeout,
);
