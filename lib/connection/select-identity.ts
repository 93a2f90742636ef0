import type { Component } from "../component";
import { referToExistingIdentity } from "../identity/existing-identity";
import type { Identity } from "../identity/identity";
import { WorkloadIdentity } from "../identity/workload-identity";
import type { WorkloadIdentityArgs } from "../identity/workload-identity-args";

/** Takes the identity that exists, or makes one for the connection alone. */
export function selectIdentity({ name, title, resource }: Component, args: WorkloadIdentityArgs): Identity {
  return args.existing === undefined
    ? new WorkloadIdentity(name, args, { parent: resource })
    : referToExistingIdentity({ component: title, path: "identity.existing" }, args.existing);
}
