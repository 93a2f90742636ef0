import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import type { Component } from "../component";
import type { Identity } from "./identity";
import type { ManagedIdentityArgs } from "./workload-identity-args";

/** Creates a user-assigned managed identity. */
export function createManagedIdentity({ name, resource: parent }: Component, args: ManagedIdentityArgs): Identity {
  const identity = new UserAssignedIdentity(
    `${name}-identity`,
    {
      resourceGroupName: args.resourceGroupName,
      ...(args.name !== undefined && { resourceName: args.name }),
      ...(args.location !== undefined && { location: args.location }),
      ...(args.tags !== undefined && { tags: args.tags }),
    },
    { parent },
  );
  return {
    clientId: identity.clientId,
    principalId: identity.principalId,
    tenantId: identity.tenantId,
    managedIdentityId: identity.id,
  };
}
