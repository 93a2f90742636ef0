import { AdjustableClock } from "./clock";
import { Collection, type CollectionSnapshot, type ReplicationDelays } from "./collection";
import type * as entities from "./entities";

/** The one place where all services keep what they know. */
export class Store {
  readonly tenants;
  readonly organizations;
  readonly organizationIdentities;
  readonly identityMemberships;
  readonly projects;
  readonly pipelines;
  readonly pipelineJobs;
  readonly repositories;
  readonly pullRequests;
  readonly pullRequestThreads;
  readonly pullRequestStatuses;
  readonly serviceConnections;
  readonly pipelinePermissions;
  readonly checkConfigurations;
  readonly applications;
  readonly servicePrincipals;
  readonly federatedIdentityCredentials;
  readonly subscriptions;
  readonly resourceGroups;
  readonly managedIdentities;
  readonly roleDefinitions;
  readonly roleAssignments;
  readonly resources;
  readonly gitHubRepositories;
  readonly gitHubPullRequests;
  readonly gitHubComments;
  readonly gitHubTokens;

  constructor(readonly clock: AdjustableClock = new AdjustableClock()) {
    const of = <T>(keyOf: (value: T) => string): Collection<T> => new Collection<T>(clock, keyOf);
    this.tenants = of<entities.Tenant>((t) => t.tenantId);
    this.organizations = of<entities.Organization>((o) => o.organizationId);
    this.organizationIdentities = of<entities.OrganizationIdentity>((i) => i.identityId);
    this.identityMemberships = of<entities.IdentityMembership>((m) => identityMembershipKey(m));
    this.projects = of<entities.Project>((p) => p.projectId);
    this.pipelines = of<entities.Pipeline>((p) => `${p.projectId}/${String(p.pipelineId)}`);
    this.pipelineJobs = of<entities.PipelineJob>((j) => j.jobId);
    this.repositories = of<entities.Repository>((r) => r.repositoryId);
    this.pullRequests = of<entities.PullRequest>((p) => `${p.repositoryId}/${p.pullRequestId}`);
    this.pullRequestThreads = of<entities.PullRequestThread>((t) => String(t.threadId));
    this.pullRequestStatuses = of<entities.PullRequestStatus>((s) => pullRequestStatusKey(s));
    this.serviceConnections = of<entities.ServiceConnection>((c) => c.connectionId);
    this.pipelinePermissions = of<entities.PipelinePermission>((p) => pipelinePermissionKey(p));
    this.checkConfigurations = of<entities.CheckConfiguration>((c) => checkConfigurationKey(c));
    this.applications = of<entities.Application>((a) => a.objectId);
    this.servicePrincipals = of<entities.ServicePrincipal>((s) => s.objectId);
    this.federatedIdentityCredentials = of<entities.FederatedIdentityCredential>((f) => f.credentialId);
    this.subscriptions = of<entities.Subscription>((s) => s.subscriptionId);
    this.resourceGroups = of<entities.ResourceGroup>((g) => g.id);
    this.managedIdentities = of<entities.ManagedIdentity>((m) => m.id);
    this.roleDefinitions = of<entities.RoleDefinition>((r) => r.roleDefinitionId);
    this.roleAssignments = of<entities.RoleAssignment>((r) => r.id);
    this.resources = of<entities.GenericResource>((r) => r.id);
    this.gitHubRepositories = of<entities.GitHubRepository>((r) => `${r.owner}/${r.name}`);
    this.gitHubPullRequests = of<entities.GitHubPullRequest>((p) => `${p.owner}/${p.repository}/${p.number}`);
    this.gitHubComments = of<entities.GitHubComment>((c) => String(c.commentId));
    this.gitHubTokens = of<entities.GitHubToken>((t) => t.token);
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
  "organizationIdentities",
  "identityMemberships",
  "projects",
  "pipelines",
  "pipelineJobs",
  "repositories",
  "pullRequests",
  "pullRequestThreads",
  "pullRequestStatuses",
  "serviceConnections",
  "pipelinePermissions",
  "checkConfigurations",
  "applications",
  "servicePrincipals",
  "federatedIdentityCredentials",
  "subscriptions",
  "resourceGroups",
  "managedIdentities",
  "roleDefinitions",
  "roleAssignments",
  "resources",
  "gitHubRepositories",
  "gitHubPullRequests",
  "gitHubComments",
  "gitHubTokens",
] as const;

export type CollectionName = (typeof collectionNames)[number];

export type StoreSnapshot = Record<CollectionName, CollectionSnapshot<unknown>>;

/** The key of a pipeline permission: one row a project and protected resource. */
export function pipelinePermissionKey(of: { projectId: string; resourceType: string; resourceId: string }): string {
  return `${of.projectId}/${of.resourceType}/${of.resourceId}`;
}

/** The key of a membership. */
export function identityMembershipKey(of: { containerId: string; memberId: string }): string {
  return `${of.containerId}/${of.memberId}`;
}

/** The key of a pull request's status. */
export function pullRequestStatusKey(of: { repositoryId: string; pullRequestId: number; statusId: number }): string {
  return `${of.repositoryId}/${of.pullRequestId}/${of.statusId}`;
}

/** The key of a check. */
export function checkConfigurationKey(of: { projectId: string; checkId: number }): string {
  return `${of.projectId}/${of.checkId}`;
}
