import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity";
import type { Component } from "../component";
import type { Identity } from "./identity";
import type { ManagedIdentityArgs } from "./workload-identity-args";

/** The logical name of a managed identity, from which azure-native also makes its name in Azure. */
export function formatManagedIdentityName(componentName: string): string {
  return `${componentName}-identity`;
}

/** Creates a user-assigned managed identity. */
export function createManagedIdentity({ name, resource: parent }: Component, args: ManagedIdentityArgs): Identity {
  const identity = new UserAssignedIdentity(
    formatManagedIdentityName(name),
    {
      resourceGroupName: args.resourceGroupName,
      resourceName: args.name,
      location: args.location,
      tags: args.tags,
    },
    { parent },
  );
  return {
    clientId: identity.clientId,
    principalId: identity.principalId,
    tenantId: identity.tenantId,
    managedIdentityId: identity.id,
    location: identity.location,
  };
}
