import type { PreviewDigest } from "../../../tools/engine/stack";
import type { ClientRun } from "../../support/run-client";
import { declareConnections, describeConnection } from "./declare-connections";
import { readConnection, takeMoment, type Moment } from "./moment";
import { findLastRequest, listWrites } from "./requests";
import type { Scenario } from "./scenario";
import { signIn } from "./sign-in";

/** One connection for each place that a credential can be in: an application, and a managed identity. */
export const connectionNames = ["payments-dev", "payments-test"] as const;

/** Two renames, under connections whose subjects are made of names. */
export interface RenameStory {
  created: Moment;
  /** Of a rename of both connections. */
  preview: PreviewDigest;
  renamed: Moment;
  /** After a rename of the project that nobody told the stack about, and an `up`. */
  stale: { writes: string[]; moment: Moment; signIn: ClientRun };
  /** After a refresh and one more `up`. */
  followed: { moment: Moment; signIn: ClientRun };
  destroyed: Moment;
}

/** Renames the connections, then their project, under the real engine. The first failure of the CLI ends it. */
export async function tellRenames(scenario: Scenario): Promise<RenameStory> {
  const { stack, emulator } = scenario;
  await declare(scenario, "");
  await stack.up();
  const created = await takeMoment(scenario);

  await declare(scenario, "-renamed");
  const preview = await stack.preview();
  await stack.up();
  const renamed = await takeMoment(scenario);

  emulator.store.projects.update({ ...scenario.platform.project, name: "checkout" });
  const lastRequest = findLastRequest(scenario);
  await stack.up("--expect-no-changes");
  const writes = listWrites(scenario, lastRequest);
  const stale = { writes, moment: await takeMoment(scenario), signIn: await trySignIn(scenario, renamed) };

  await stack.refresh();
  await stack.up();
  const moment = await takeMoment(scenario);
  const followed = { moment, signIn: await trySignIn(scenario, moment) };

  await stack.destroy();
  return { created, preview, renamed, stale, followed, destroyed: await takeMoment(scenario) };
}

async function declare(scenario: Scenario, suffix: string): Promise<void> {
  const { platform } = scenario;
  const [onApplication, onManagedIdentity] = connectionNames;
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

function trySignIn(scenario: Scenario, moment: Moment): Promise<ClientRun> {
  const through = readConnection(moment, connectionNames[0]);
  return signIn(scenario, { pipelineId: scenario.platform.pipelines.deploy.pipelineId, as: through, through });
}
