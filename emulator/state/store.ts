import { AdjustableClock } from "./clock";
import { Collection, type CollectionSnapshot, type ReplicationDelays } from "./collection";
import type * as entities from "./entities";

/** The one place where all services keep what they know. */
export class Store {
  readonly tenants;
  readonly organizations;
  readonly organizationMembers;
  readonly projects;
  readonly projectMembers;
  readonly pipelines;
  readonly pipelineJobs;
  readonly serviceConnections;
  readonly pipelinePermissions;
  readonly applications;
  readonly servicePrincipals;
  readonly federatedIdentityCredentials;
  readonly subscriptions;
  readonly resourceGroups;
  readonly managedIdentities;
  readonly roleDefinitions;
  readonly roleAssignments;
  readonly resources;

  constructor(readonly clock: AdjustableClock = new AdjustableClock()) {
    const of = <T>(keyOf: (value: T) => string): Collection<T> => new Collection<T>(clock, keyOf);
    this.tenants = of<entities.Tenant>((t) => t.tenantId);
    this.organizations = of<entities.Organization>((o) => o.organizationId);
    this.organizationMembers = of<entities.OrganizationMember>((m) => `${m.organizationId}/${m.principalId}`);
    this.projects = of<entities.Project>((p) => p.projectId);
    this.projectMembers = of<entities.ProjectMember>((m) => `${m.projectId}/${m.principalId}`);
    this.pipelines = of<entities.Pipeline>((p) => `${p.projectId}/${String(p.pipelineId)}`);
    this.pipelineJobs = of<entities.PipelineJob>((j) => j.jobId);
    this.serviceConnections = of<entities.ServiceConnection>((c) => c.connectionId);
    this.pipelinePermissions = of<entities.PipelinePermission>((p) => pipelinePermissionKey(p));
    this.applications = of<entities.Application>((a) => a.objectId);
    this.servicePrincipals = of<entities.ServicePrincipal>((s) => s.objectId);
    this.federatedIdentityCredentials = of<entities.FederatedIdentityCredential>((f) => f.credentialId);
    this.subscriptions = of<entities.Subscription>((s) => s.subscriptionId);
    this.resourceGroups = of<entities.ResourceGroup>((g) => g.id);
    this.managedIdentities = of<entities.ManagedIdentity>((m) => m.id);
    this.roleDefinitions = of<entities.RoleDefinition>((r) => r.roleDefinitionId);
    this.roleAssignments = of<entities.RoleAssignment>((r) => r.id);
    this.resources = of<entities.GenericResource>((r) => r.id);
  }

  setDelays(kind: CollectionName, delays: ReplicationDelays): void {
    this[kind].setDelays(delays);
  }

  snapshot(): StoreSnapshot {
    return Object.fromEntries(collectionNames.map((name) => [name, this[name].snapshot()])) as StoreSnapshot;
  }

  restore(snapshot: StoreSnapshot): void {
    for (const name of collectionNames) {
      const collection: Collection<never> = this[name] as unknown as Collection<never>;
      collection.restore(snapshot[name] as CollectionSnapshot<never>);
    }
  }
}

export const collectionNames = [
  "tenants",
  "organizations",
  "organizationMembers",
  "projects",
  "projectMembers",
  "pipelines",
  "pipelineJobs",
  "serviceConnections",
  "pipelinePermissions",
  "applications",
  "servicePrincipals",
  "federatedIdentityCredentials",
  "subscriptions",
  "resourceGroups",
  "managedIdentities",
  "roleDefinitions",
  "roleAssignments",
  "resources",
] as const;

export type CollectionName = (typeof collectionNames)[number];

export type StoreSnapshot = Record<CollectionName, CollectionSnapshot<unknown>>;

/** The key of a pipeline permission: one row a project and protected resource. */
export function pipelinePermissionKey(of: { projectId: string; resourceType: string; resourceId: string }): string {
  return `${of.projectId}/${of.resourceType}/${of.resourceId}`;
}
