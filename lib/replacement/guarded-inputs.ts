import * as pulumi from "@pulumi/pulumi";
import { formatShortHash } from "../naming/short-hash";
import type { GuardedValues } from "./guarded-values-table";

/** What a component keeps in the state of its guarded values. One that is left out is not compared. */
export type GuardedInputs<Values extends GuardedValues> = {
  readonly [Name in keyof Values]: pulumi.Input<string> | undefined;
};

/** Makes the inputs of a component from its guarded values. Of a secret only a hash is kept: that tells a change as well. */
export function listGuardedInputs<Values extends GuardedValues>(values: GuardedInputs<Values>): GuardedInputs<Values> {
  return Object.fromEntries(
    Object.entries<pulumi.Input<string> | undefined>(values).map(([name, value]) => [
      name,
      value === undefined ? undefined : hideSecret(pulumi.output(value)),
    ]),
  ) as GuardedInputs<Values>;
}

function hideSecret(value: pulumi.Output<string>): pulumi.Output<string> {
  return pulumi
    .output(pulumi.isSecret(value))
    .apply((isSecret) => (isSecret ? pulumi.unsecret(value).apply(formatShortHash) : value));
}
