import { collectionNames, type CollectionName, type Store } from "../../../emulator/state/store";
import type { Emulator } from "../../../emulator/start-emulator";

/** Everything that stands in the emulated clouds, without what was deleted: to compare before and after. */
export type Inventory = { readonly [Name in CollectionName]: ReturnType<Store[Name]["list"]> };

/** Takes a copy of everything that stands. */
export function takeInventory({ store }: Pick<Emulator, "store">): Inventory {
  return structuredClone({
    tenants: store.tenants.list(),
    organizations: store.organizations.list(),
    organizationMembers: store.organizationMembers.list(),
    projects: store.projects.list(),
    projectMembers: store.projectMembers.list(),
    pipelines: store.pipelines.list(),
    pipelineJobs: store.pipelineJobs.list(),
    serviceConnections: store.serviceConnections.list(),
    pipelinePermissions: store.pipelinePermissions.list(),
    applications: store.applications.list(),
    servicePrincipals: store.servicePrincipals.list(),
    federatedIdentityCredentials: store.federatedIdentityCredentials.list(),
    subscriptions: store.subscriptions.list(),
    resourceGroups: store.resourceGroups.list(),
    managedIdentities: store.managedIdentities.list(),
    roleDefinitions: store.roleDefinitions.list(),
    roleAssignments: store.roleAssignments.list(),
    resources: store.resources.list(),
  });
}

/** How many of each kind came (or, below zero, went) from one inventory to the next; kinds without a difference are left out. */
export function countChanges(before: Inventory, after: Inventory): Partial<Record<CollectionName, number>> {
  const counts: Partial<Record<CollectionName, number>> = {};
  for (const name of collectionNames) {
    const difference = after[name].length - before[name].length;
    if (difference !== 0) counts[name] = difference;
  }
  return counts;
}
