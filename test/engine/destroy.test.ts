import { declareConnections, describeConnection } from "./support/declare-connections";
import { engineTimeout } from "./support/engine-timeout";
import { takeInventory, type Inventory } from "./support/inventory";
import { openScenarios } from "./support/open-scenarios";
import type { Scenario } from "./support/scenario";
import { listStatuses, matchRequests, writing } from "./support/writing-requests";

const open = openScenarios();
const refusal = "Cannot delete this service connection while federated credentials for app";

/** Two connections that stand, and an Azure DevOps that goes on seeing their credentials for 30 s after they are deleted. */
async function openStanding(): Promise<{ scenario: Scenario; before: Inventory }> {
  const scenario = await open({ program: "connections" });
  const { emulator, platform, stack } = scenario;
  const before = takeInventory(emulator);
  const managedIdentity = { resourceGroupName: platform.resources.identityGroupName };
  await declareConnections(scenario, {
    "payments-app": describeConnection(platform),
    "payments-managed": describeConnection(platform, { identity: { managedIdentity } }),
  });
  await stack.up();
  emulator.control.setDelays("federatedIdentityCredentials", { devops: { disappearMs: 30_000 } });
  return { scenario, before };
}

it.concurrent(
  "succeeds the first time with --run-program while Azure DevOps still sees the deleted credentials, and throttles",
  async () => {
    const { scenario, before } = await openStanding();
    const { emulator, stack } = scenario;
    emulator.control.addFault({ ...matchRequests(writing.permission), status: 429 });

    await stack.destroy("--run-program");

    const deletions = listStatuses(scenario, writing.connectionDeletion);
    expect(deletions.filter((status) => status === 204)).toHaveLength(2);
    expect(deletions.filter((status) => status === 400).length).toBeGreaterThanOrEqual(2);
    expect(scenario.log()).toContain(
      "Azure DevOps still sees the federated identity credential that was deleted just before. Trying again in 5 s",
    );
    expect(takeInventory(emulator)).toEqual(before);
    expect(await stack.resources()).toEqual([]);
  },
  engineTimeout,
);

it.concurrent(
  "stops with the vendor's words without it, and succeeds when run once more",
  async () => {
    const { scenario, before } = await openStanding();
    const { emulator, stack } = scenario;

    const first = await stack.try("destroy");
    const refused = listStatuses(scenario, writing.connectionDeletion);
    emulator.control.advanceClock(30_000);
    const second = await stack.try("destroy");

    expect({ exitCode: first.exitCode === 0, refused }).toEqual({ exitCode: false, refused: [400, 400] });
    expect(first.stdout).toContain(refusal);
    expect(second).toMatchObject({ exitCode: 0 });
    expect(takeInventory(emulator)).toEqual(before);
    expect(await stack.resources()).toEqual([]);
  },
  engineTimeout,
);
