import type { IdentityKind } from "./identity-kinds";
import { takeInventory, type Inventory } from "./inventory";
import { takeMoment, type Moment } from "./moment";
import { findLastRequest, listWrites } from "./requests";
import type { Scenario } from "./scenario";

/** What the connection is called after its rename. */
export const newName = "Payments (development)";

/** The life of one service connection, as it was seen. */
export interface LifecycleStory {
  before: Inventory;
  created: Moment;
  /** What a second `up` and a refresh would have changed. */
  writesWithoutChange: string[];
  /** With another name, one more role and one more pipeline. */
  extended: Moment;
  /** With another role in place of the first, without the second, without the first pipeline. */
  reduced: Moment;
  destroyed: Moment;
}

/** Takes a connection through its whole life under the real engine. The first failure of the CLI ends it. */
export async function tellLifecycle(scenario: Scenario, kind: IdentityKind): Promise<LifecycleStory> {
  const { stack, platform, emulator } = scenario;
  const { deploy, build } = platform.pipelines;
  const { applicationGroupId, storageAccountId } = platform.resources;
  const identity = kind.prepare(scenario);
  const before = takeInventory(emulator);
  const declare = async (changing: object): Promise<Moment> => {
    const subscription = { id: platform.subscription.subscriptionId };
    const args = { project: platform.project.name, subscription, identity, ...changing };
    await stack.configure({ "scenario:connections": JSON.stringify({ "payments-dev": args }) });
    await stack.up();
    return takeMoment(scenario);
  };

  const reader = { role: "Reader", scope: applicationGroupId, name: "app" };
  const deployPipeline = { deploy: String(deploy.pipelineId) };
  const created = await declare({ roleAssignments: [reader], authorizedPipelines: deployPipeline });

  const lastRequest = findLastRequest(scenario);
  await stack.up("--expect-no-changes");
  await stack.refresh("--expect-no-changes");
  const writesWithoutChange = listWrites(scenario, lastRequest);

  const buildPipeline = { build: String(build.pipelineId) };
  const extended = await declare({
    connectionName: newName,
    roleAssignments: [reader, { role: "Storage Blob Data Reader", scope: storageAccountId }],
    authorizedPipelines: { ...deployPipeline, ...buildPipeline },
  });
  const reduced = await declare({
    connectionName: newName,
    roleAssignments: [{ ...reader, role: "website contributor" }],
    authorizedPipelines: buildPipeline,
  });

  await stack.destroy();
  return { before, created, writesWithoutChange, extended, reduced, destroyed: await takeMoment(scenario) };
}
