import type { Component } from "../component";
import { referToExistingIdentity } from "../identity/existing-identity";
import type { Identity } from "../identity/identity";
import { WorkloadIdentity } from "../identity/workload-identity";
import type { AzureServiceConnectionArgs } from "./azure-service-connection-args";

/** Takes the identity that exists, or makes one for the connection alone. */
export function selectIdentity(
  { name, title, resource }: Component,
  { identity = {}, allowReplacement = identity.allowReplacement }: AzureServiceConnectionArgs,
): Identity {
  return identity.existing === undefined
    ? new WorkloadIdentity(
        name,
        { ...identity, ...(allowReplacement !== undefined && { allowReplacement }) },
        { parent: resource },
      )
    : referToExistingIdentity({ component: title, path: "identity.existing" }, identity.existing);
}
