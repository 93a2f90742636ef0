import * as pulumi from "@pulumi/pulumi";
import { isLater } from "../arguments/check";
import { readProperties } from "../arguments/check-object";
import type { AzureServiceConnectionArgs } from "../connection/azure-service-connection-args";
import type { WorkloadIdentityArgs } from "../identity/workload-identity-args";
import type { AzureServiceConnectionPairArgs } from "./azure-service-connection-pair-args";

/** One connection of a pair; it is the end of its name too. */
export type PairHalf = "apply" | "plan";

/** The logical name of a connection of a pair. */
export function formatHalfName(pairName: string, half: PairHalf): string {
  return `${pairName}-${half}`;
}

/** The arguments of a pair that hold for both connections. */
export const sharedArguments = [
  "project",
  "environment",
  "subscription",
  "managementGroup",
  "description",
  "identity",
  "allowReplacement",
] as const satisfies readonly (keyof AzureServiceConnectionArgs & keyof AzureServiceConnectionPairArgs)[];

type SharedArgs = Pick<AzureServiceConnectionArgs, (typeof sharedArguments)[number]>;

/** Forms the arguments of one connection out of those of the pair. */
export function formConnectionArgs(args: AzureServiceConnectionPairArgs, half: PairHalf): AzureServiceConnectionArgs {
  const { identity, ...shared } = Object.fromEntries(sharedArguments.map((name) => [name, args[name]])) as SharedArgs;
  return {
    ...shared,
    ...args[half],
    ...(identity !== undefined && { identity: formIdentityArgs(identity, half) }),
  };
}

/** Forms the arguments of one identity out of those that the two have in common. */
function formIdentityArgs(args: WorkloadIdentityArgs, half: PairHalf): WorkloadIdentityArgs {
  const { servicePrincipal, managedIdentity } = args;
  return {
    ...args,
    ...(servicePrincipal !== undefined && { servicePrincipal: addEnding(servicePrincipal, "displayName", half) }),
    ...(managedIdentity !== undefined && { managedIdentity: addEnding(managedIdentity, "name", half) }),
  };
}

/** Two identities in one place need two names. Whatever is no name stays as it is, for the checks to find. */
function addEnding<Args>(args: Args, key: keyof Args & string, half: PairHalf): Args {
  const name = readProperties(args)?.get(key);
  if (typeof name === "string") {
    return { ...args, [key]: name === "" ? name : `${name}-${half}` };
  }
  return isLater(name) ? { ...args, [key]: pulumi.interpolate`${name}-${half}` } : args;
}
