import type { AzureServiceConnectionArgs } from "../../../lib";
import { declareConnections, describeConnection } from "./declare-connections";
import { takeInventory, type Inventory } from "./inventory";
import { startUp, type KillableRun } from "./killable-run";
import { runCommand } from "./repair";
import type { Scenario, ScenarioOptions } from "./scenario";
import { matchRequests, writing } from "./writing-requests";

/** An `up` that stands still at a request. */
export interface StandingUp {
  scenario: Scenario;
  before: Inventory;
  run: KillableRun;
  /** Lets the request go on. */
  release: () => void;
}

export interface MomentOfUp {
  request: keyof typeof writing;
  /** `before` the service does its work, which it then never does, or `after`. */
  when: "before" | "after";
}

/** Starts an `up` of one connection without roles and lets it run to a request. */
export async function upTo(
  { request, when }: MomentOfUp,
  open: (options: ScenarioOptions) => Promise<Scenario>,
): Promise<StandingUp> {
  const scenario = await open({ program: "connections" });
  const { emulator, platform } = scenario;
  const before = takeInventory(emulator);
  const managedIdentity = { resourceGroupName: platform.resources.identityGroupName };
  const others: Partial<AzureServiceConnectionArgs> =
    request === "application" ? {} : { identity: { managedIdentity } };
  await declareConnections(scenario, {
    "payments-dev": describeConnection(platform, { ...others, roleAssignments: [] }),
  });
  const matching = matchRequests(writing[request]);
  if (when === "before") emulator.control.addFault({ ...matching, reset: true });
  const gate = emulator.control.hold({ ...matching, when });
  const run = startUp(scenario);
  await Promise.race([gate.reached(), run.endedTooEarly]);
  return {
    scenario,
    before,
    run,
    release: () => {
      gate.release();
    },
  };
}

/** Ends an `up` with all of its processes, and takes its lock away as a person does. */
export async function cutOff({ scenario, run, release }: StandingUp): Promise<void> {
  await run.kill();
  release();
  await runCommand(scenario, "cancel");
}
