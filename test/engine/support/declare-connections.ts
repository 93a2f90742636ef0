import type { AzureServiceConnectionArgs } from "../../../lib";
import type { PlatformSeed } from "../../../emulator/seed";
import type { Scenario } from "./scenario";

/** A connection of the platform's project and subscription, with one role and one pipeline, unless said otherwise. */
export function describeConnection(
  { project, subscription, resources, pipelines }: PlatformSeed,
  others: Partial<AzureServiceConnectionArgs> = {},
): AzureServiceConnectionArgs {
  return {
    project: project.name,
    subscription: { id: subscription.subscriptionId },
    roleAssignments: [{ role: "Reader", scope: resources.applicationGroupId }],
    authorizedPipelines: { deploy: String(pipelines.deploy.pipelineId) },
    ...others,
  };
}

/** Configures `programs/connections.ts`, or a program that reads the same. Values are plain, as configuration is. */
export function declareConnections(
  { stack }: Pick<Scenario, "stack">,
  connections: Readonly<Record<string, AzureServiceConnectionArgs>>,
): Promise<void> {
  return stack.configure({ "scenario:connections": JSON.stringify(connections) });
}
