import { z } from "zod";
import { PulumiError } from "../../../tools/engine/stack";
import { runPulumi } from "../../../tools/engine/run-pulumi";
import type { Scenario } from "./scenario";

/** What a person types after a run that was cut off: a command that must succeed. */
export async function runCommand(
  { directory, environment }: Pick<Scenario, "directory" | "environment">,
  ...args: string[]
): Promise<void> {
  const run = await runPulumi([...args, "--yes", "--stack", "test", "--non-interactive"], { directory, environment });
  if (run.exitCode !== 0) throw new PulumiError(args.join(" "), run);
}

const stateSchema = z.object({
  deployment: z.object({
    pending_operations: z
      .array(z.object({ type: z.string(), resource: z.looseObject({ urn: z.string() }) }))
      .default([]),
  }),
});

/** The URNs of resources whose creation was cut off, as the state tells. */
export async function listPendingCreates({ stack }: Pick<Scenario, "stack">): Promise<string[]> {
  const { deployment } = stateSchema.parse(JSON.parse(await stack.exportState()));
  return deployment.pending_operations.filter(({ type }) => type === "creating").map(({ resource }) => resource.urn);
}
