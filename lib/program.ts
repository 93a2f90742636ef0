import * as pulumi from "@pulumi/pulumi";

/** Stands for the program where there is no engine. */
const noProgram = {};

/**
 * An object that stands for the running Pulumi program. With the automation API one process can run several programs, even at the
 * same time: what belongs to one of them is kept in a `WeakMap` under this key.
 */
export function getProgram(): object {
  return pulumi.runtime.getMonitor() ?? noProgram;
}
