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
  /** How many of these requests pass. Default: none. */
  skip?: number;
  /** `before` the service does its work, which it then never does, or `after`. */
  when: "before" | "after";
}

/** Starts an `up` of one connection without roles and lets it run to a request. */
export async function upTo(
  moment: MomentOfUp,
  open: (options: ScenarioOptions) => Promise<Scenario>,
): Promise<StandingUp> {
  const scenario = await open({ program: "connections" });
  const { emulator, platform } = scenario;
  const before = takeInventory(emulator);
  const managedIdentity = { resourceGroupName: platform.resources.identityGroupName };
  const others: Partial<AzureServiceConnectionArgs> =
    moment.request === "application" ? {} : { identity: { managedIdentity } };
  await declareConnections(scenario, {
    "payments-dev": describeConnection(platform, { ...others, roleAssignments: [] }),
  });
  return { scenario, before, ...(await runTo(moment, scenario)) };
}

/** Starts an `up` of what is declared and lets it run to a request. Later requests of the same kind stand still too. */
export async function runTo(
  { request, when, skip = 0 }: MomentOfUp,
  scenario: Scenario,
): Promise<Pick<StandingUp, "run" | "release">> {
  const { control } = scenario.emulator;
  const matching = { ...matchRequests(writing[request]), skip };
  if (when === "before") control.addFault({ ...matching, reset: true, times: "always" });
  const gate = control.hold({ ...matching, when });
  const run = startUp(scenario);
  await Promise.race([gate.reached(), run.endedTooEarly]);
  return {
    run,
    release: () => {
      gate.release();
    },
  };
}

/** Ends an `up` with all of its processes, and takes its lock away as a person does. Requests that stood still come to nothing. */
export async function cutOff({
  scenario,
  run,
  release,
}: Pick<StandingUp, "scenario" | "run" | "release">): Promise<void> {
  await run.kill();
  release();
  await runCommand(scenario, "cancel");
  scenario.emulator.control.clearFaults();
}
