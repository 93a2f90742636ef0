import type { AzureServiceConnectionArgs } from "../../lib";
import type { StoreSnapshot } from "../../emulator/state/store";
import { everyCheck } from "../support/every-check";
import { declareConnections, describeConnection } from "./support/declare-connections";
import { engineTimeout } from "./support/engine-timeout";
import { takeInventory, type Inventory } from "./support/inventory";
import { readConnection, takeMoment } from "./support/moment";
import { openScenarios } from "./support/open-scenarios";
import { findProtection } from "./support/protection";
import type { Scenario } from "./support/scenario";
import { cutOff, runTo, type MomentOfUp } from "./support/stand-still";
import { findStanding } from "./support/standing";

const open = openScenarios();
const name = "payments-prod";
const kinds = Object.keys(everyCheck).sort();

/** A connection that stands without checks, as often as it is needed. */
interface Ground {
  scenario: Scenario;
  before: Inventory;
  clouds: StoreSnapshot;
  state: string;
}

async function prepare(): Promise<Ground> {
  // One thing at a time, so that each write is a moment of its own.
  const scenario = await open({ program: "connections", environment: { PULUMI_PARALLEL: "1" } });
  const before = takeInventory(scenario.emulator);
  await declare(scenario, { authorizedPipelines: {} });
  await scenario.stack.up();
  const ground = {
    scenario,
    before,
    clouds: scenario.emulator.control.snapshot(),
    state: await scenario.stack.exportState(),
  };
  await declare(scenario, { checks: everyCheck });
  return ground;
}

function declare(scenario: Scenario, others: Partial<AzureServiceConnectionArgs>): Promise<void> {
  const { platform } = scenario;
  const identity = { managedIdentity: { resourceGroupName: platform.resources.identityGroupName } };
  return declareConnections(scenario, {
    [name]: describeConnection(platform, { identity, roleAssignments: [], ...others }),
  });
}

/** What stands at one moment: how many kinds of checks, and how many pipelines are authorized. */
async function look(scenario: Scenario): Promise<{ kinds: number; authorized: number }> {
  const moment = await takeMoment(scenario);
  const connection = readConnection(moment, name);
  const { checks } = findProtection(moment.clouds, connection.connectionId);
  return { kinds: Object.keys(checks).length, authorized: findStanding(moment.clouds, connection).pipelineIds.length };
}

/** Kills an `up` at one moment after the other, each time from the same ground, and goes on after each. */
async function killAtEach(
  { scenario, clouds, state }: Ground,
  moments: readonly MomentOfUp[],
): Promise<{ cut: unknown[]; whole: unknown[] }> {
  const { stack, emulator } = scenario;
  const seen: { cut: unknown[]; whole: unknown[] } = { cut: [], whole: [] };
  for (const moment of moments) {
    emulator.control.restore(clouds);
    await stack.importState(state);
    await cutOff({ scenario, ...(await runTo(moment, scenario)) });
    seen.cut.push(await look(scenario));
    await stack.up();
    seen.whole.push(await look(scenario));
  }
  return seen;
}

async function expectCleanEnd({ scenario, before }: Ground): Promise<void> {
  const { stack, emulator } = scenario;
  await stack.up("--expect-no-changes");
  await stack.destroy();
  expect(takeInventory(emulator)).toEqual(before);
}

const whole = { kinds: kinds.length, authorized: 1 };

it.concurrent(
  "killed right after any of its writes, an up leaves no pipeline authorized without every check, and the next makes all",
  async () => {
    const ground = await prepare();
    const checks = kinds.map((_, skip): MomentOfUp => ({ request: "check", skip, when: "after" }));
    const seen = await killAtEach(ground, [...checks, { request: "permission", when: "after" }]);
    expect(seen.cut).toEqual([...kinds.map((_, index) => ({ kinds: index + 1, authorized: 0 })), whole]);
    expect(seen.whole).toEqual([...checks.map(() => whole), whole]);
    await expectCleanEnd(ground);
  },
  2 * engineTimeout,
);

// Every other such moment is right after the write before.
it.concurrent(
  "killed right before its first write or its last, it does not either",
  async () => {
    const ground = await prepare();
    const seen = await killAtEach(ground, [
      { request: "check", when: "before" },
      { request: "permission", when: "before" },
    ]);
    expect(seen.cut).toEqual([
      { kinds: 0, authorized: 0 },
      { kinds: kinds.length, authorized: 0 },
    ]);
    expect(seen.whole).toEqual([whole, whole]);
    await expectCleanEnd(ground);
  },
  2 * engineTimeout,
);
