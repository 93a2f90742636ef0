import { z } from "zod";
import type { AzureServiceConnectionArgs } from "../../../lib";
import type { PulumiRun } from "../../../tools/engine/run-pulumi";
import { declareConnections, describeConnection } from "./declare-connections";
import { readConnection, takeMoment, type Moment } from "./moment";
import { findLastRequest, listWrites } from "./requests";
import type { Scenario } from "./scenario";

const name = "payments-dev";

/** A change of the arguments that would replace something. */
export interface ReplacingChange {
  title: string;
  /** The arguments that change. */
  change: Partial<AzureServiceConnectionArgs>;
  /** The component that refuses, as a person reads it. */
  component: string;
  /** The argument that it names. */
  path: string;
  /** What stands and what was declared: a text, or a pattern where Azure made it. */
  standing: string;
  declared: string;
  loss: keyof typeof losses;
}

const losses = {
  connection:
    "replaces the service connection: its ID is lost, and so are its subject, which every trust names, and its pipeline permissions, approvals and checks, and roles.",
  credential:
    "replaces the federated identity credential: pipelines cannot sign in until Microsoft Entra knows the new one.",
  identity:
    "puts another identity in the place of this one: its client ID and object ID are lost, and so are the roles, group memberships and trusts that name them.",
};

/** What a replacement is tried on. */
export interface ReplacementPlan {
  /** The arguments of the connection that stands, where they differ from the usual. */
  standing: Partial<AzureServiceConnectionArgs>;
  changes: readonly ReplacingChange[];
  /** Changes that replace nothing. */
  inPlace: Partial<AzureServiceConnectionArgs>;
  /** A replacement that is let through. */
  allowed: Partial<AzureServiceConnectionArgs>;
}

/** What came of it. */
export interface ReplacementStory {
  refusals: readonly { change: ReplacingChange; preview: PulumiRun; up: PulumiRun; writes: string[] }[];
  /** IDs of connection and identity, before and after the changes in place. */
  inPlace: readonly { connectionId: string; clientId: string }[];
  /** What the replacement wrote, in its order; each as `METHOD kind`. */
  allowedWrites: string[];
  /** What an `up` would have written after it, without `allowReplacement`. */
  writesWithoutChange: string[];
  destroyed: Moment;
}

/** Tries replacements on a connection under the real engine. */
export async function tellReplacements(scenario: Scenario, plan: ReplacementPlan): Promise<ReplacementStory> {
  const { stack, platform } = scenario;
  const declare = (change: Partial<AzureServiceConnectionArgs>): Promise<void> =>
    declareConnections(scenario, { [name]: describeConnection(platform, { ...plan.standing, ...change }) });
  await declare({});
  await stack.up();
  const before = readConnection(await takeMoment(scenario), name);
  const refusals = [];
  for (const change of plan.changes) {
    const lastRequest = findLastRequest(scenario);
    await declare(change.change);
    const [preview, up] = [await stack.tryPreview(), await stack.try("up")];
    refusals.push({ change, preview, up, writes: listWrites(scenario, lastRequest) });
  }
  await declare(plan.inPlace);
  await stack.up();
  const after = readConnection(await takeMoment(scenario), name);

  await declare({ ...plan.allowed, allowReplacement: true });
  const allowedAfter = findLastRequest(scenario);
  await stack.up();
  const allowedWrites = listWrites(scenario, allowedAfter).map(formatWrite);

  await declare(plan.allowed);
  const settledAfter = findLastRequest(scenario);
  await stack.up("--expect-no-changes");
  await stack.refresh("--expect-no-changes");
  const writesWithoutChange = listWrites(scenario, settledAfter);
  await stack.destroy();
  return {
    refusals,
    inPlace: [before, after],
    allowedWrites,
    writesWithoutChange,
    destroyed: await takeMoment(scenario),
  };
}

/** `DELETE https://dev.azure.com/contoso/…/endpoints/3f… 204` is `DELETE endpoints`. */
function formatWrite(request: string): string {
  const [method = "", path = ""] = request.split(/[ ?]/);
  const kinds = path.split("/").filter((part) => kindPattern.test(part));
  return `${method} ${kinds.slice(-1).join("")}`;
}

const kindPattern =
  /^(?:endpoints|pipelinepermissions|applications|servicePrincipals|userAssignedIdentities|federatedIdentityCredentials|roleAssignments)$/i;

/** What the engine says of a change that is refused. */
export function formatRefusal({ component, path, standing, declared, loss }: ReplacingChange): string {
  const instead =
    loss === "credential"
      ? `Write federatedIdentityCredentialName: "${standing}" to keep it`
      : "Keep the value, and declare a second connection beside this one to which the pipelines can move";
  return [
    `before hook "keyless:refuse-replacement" failed: ${component} "${name}" has 1 problem in its arguments:`,
    `  ${path}: "${standing}" would become "${declared}", and that ${losses[loss]}`,
    `    Nothing was touched. ${instead}; or write allowReplacement: true, and give again afterwards what this program does not declare. [would-replace]`,
  ].join("\n");
}

const digestSchema = z.object({ diagnostics: z.array(z.object({ severity: z.string(), message: z.string() })) });

/** The errors in the digest of a preview. */
export function readErrors({ stdout }: PulumiRun): string[] {
  return digestSchema
    .parse(JSON.parse(stdout))
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ message }) => message);
}
