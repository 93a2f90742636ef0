import { z } from "zod";
import type { StateResource } from "../../../tools/engine/stack";
import { takeInventory, type Inventory } from "./inventory";
import type { Scenario } from "./scenario";

const connectionSchema = z.strictObject({
  connectionId: z.guid(),
  connectionName: z.string(),
  projectId: z.guid(),
  clientId: z.guid(),
  principalId: z.guid(),
  tenantId: z.guid(),
  issuer: z.url(),
  subject: z.string(),
  audience: z.string(),
  tokenAudience: z.string(),
});

/** The outputs of one service connection, as `programs/connections.ts` exports them. */
export type ConnectionOutputs = z.infer<typeof connectionSchema>;

/** What stands at one moment of a story: in the clouds, and in the state of the stack. */
export interface Moment {
  clouds: Inventory;
  resources: readonly StateResource[];
  /** What the stack exports. */
  outputs: Readonly<Record<string, unknown>>;
}

const stackType = "pulumi:pulumi:Stack";

/** Looks at clouds and state. */
export async function takeMoment({ emulator, stack }: Pick<Scenario, "emulator" | "stack">): Promise<Moment> {
  const resources = await stack.resources();
  const outputs = resources.find(({ type }) => type === stackType)?.outputs ?? {};
  return { clouds: takeInventory(emulator), resources, outputs };
}

/** Counts the resources in the state by type, without the stack itself and its providers. */
export function countTypes({ resources }: Pick<Moment, "resources">): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of resources) {
    if (type !== stackType && !type.startsWith("pulumi:providers:")) counts[type] = (counts[type] ?? 0) + 1;
  }
  return counts;
}

/** Reads the outputs of a connection of `programs/connections.ts`. */
export function readConnection({ outputs }: Pick<Moment, "outputs">, name: string): ConnectionOutputs {
  const connections = z.record(z.string(), z.unknown()).parse(outputs["connections"]);
  return connectionSchema.parse(connections[name]);
}
