import * as pulumi from "@pulumi/pulumi";
import { assertNoProblems } from "../errors/arguments-error";
import type { Check } from "./check";

/** A value that may only be known later, and how it is checked then. */
export interface LaterCheck {
  /** The component as a user knows it. */
  readonly component: string;
  /** The argument that the value came from. */
  readonly path: string;
  readonly check: Check;
}

/**
 * The value, checked as soon as it is known. In a preview an output may stay unknown, and so unchecked, until the deployment.
 *
 * @returns an output that fails with an {@link ArgumentsError}, and with it the resource that it is meant for.
 */
export function checkWhenKnown(
  value: pulumi.Input<string>,
  { component, path, check }: LaterCheck,
): pulumi.Output<string> {
  return pulumi.output(value).apply((known) => {
    assertNoProblems(component, check(path, known));
    return known;
  });
}
