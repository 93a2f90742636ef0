// The entities of the four services, as the store holds them. Wire shapes are each service's own affair.

export interface Tenant {
  tenantId: string;
  /** The cloud by its service-connection name, for example AzureCloud. */
  cloud: string;
}

export interface Organization {
  organizationId: string;
  name: string;
  tenantId: string;
  /** Which issuer new service connections get: Entra's (public cloud since 2025) or Azure DevOps' own (legacy). */
  issuerGeneration: "entra" | "azure-devops";
  /** The last number given to a pipeline: a number is never given again. Default: none given yet. */
  lastPipelineId?: number;
  /** The last number given to a check. Default: none given yet. */
  lastCheckId?: number;
}

/**
 * A person, service principal, group or team as an organization knows it. Groups that every project and every organization
 * has are not stored.
 */
export interface OrganizationIdentity {
  /** The organization's own id of it, which Graph calls its storage key. None of its other ids is the same GUID. */
  identityId: string;
  organizationId: string;
  kind: "user" | "servicePrincipal" | "group" | "team";
  displayName: string;
  description: string;
  /** What a person or service principal signs in as. A group's follows from its place and name. */
  accountName?: string;
  /** Where it is kept: in Microsoft Entra ID, or in Azure DevOps alone. */
  origin: "aad" | "vsts";
  /** Its id there. For those that sign in this is the object id in their tokens. */
  originId: string;
  /** The project of a team, and of a group that is not the whole organization's. */
  projectId?: string;
}

/** An identity is in a group or team. */
export interface IdentityMembership {
  containerId: string;
  memberId: string;
}

/** What an identity is allowed and denied, as bits of the permissions on service connections. */
export interface AccessEntry {
  identityId: string;
  allow: number;
  deny: number;
}

export interface Project {
  projectId: string;
  organizationId: string;
  name: string;
  description: string;
  visibility: string;
  /** The process of its boards. Default: Agile. */
  processTemplateId?: string;
  /** Access to all its service connections, beside that of the groups that every project has. Default: none. */
  connectionAccess?: AccessEntry[];
}

export interface Pipeline {
  /** A number unique in its organization. */
  pipelineId: number;
  projectId: string;
  name: string;
  /** Counts the writes of its definition, from 1. Default: 1. */
  revision?: number;
  /** The build definition as last written, without secrets and without what the service itself adds. */
  definition?: Record<string, unknown>;
}

/** One running job of a pipeline: what an agent holds while it works. */
export interface PipelineJob {
  planId: string;
  jobId: string;
  pipelineId: number;
  projectId: string;
  /** The job's bearer token (System.AccessToken); made per run, kept in memory only. */
  accessToken: string;
  /** The service connections that the running stage refers to. */
  connectionIds: string[];
  /** Counts the jobs, from 1: who came first holds a lock. */
  number?: number;
  /** Default: refs/heads/main. */
  branch?: string;
  /** Whether the branch has policies. Default: false. */
  branchIsProtected?: boolean;
  /** Who started the run: the id of an identity. */
  requestedBy?: string;
  /** What the pipeline extends, each `repository/ref/path`. */
  templates?: string[];
  /** What people approved, by the id of their identity, and what other services answered. */
  decisions?: { checkId: number; by: string }[];
}

/** A Git repository of a project. */
export interface Repository {
  repositoryId: string;
  projectId: string;
  name: string;
  /** Ids of the identities that have the right "Contribute to pull requests", beside the project's administrators. */
  contributorIds: string[];
}

export interface PullRequest {
  repositoryId: string;
  /** A number unique in its organization. */
  pullRequestId: number;
  title: string;
  sourceBranch: string;
  targetBranch: string;
  /** The last number given to a status: a number is never given again. */
  lastStatusId: number;
}

/** How Azure DevOps names who did something. */
export interface DevopsIdentity {
  id: string;
  displayName: string;
  /** `Build\{GUID}` for the service that a project's jobs run as. */
  uniqueName: string;
  /** Its kind stands before the dot: `svc` a service of Azure DevOps, `aadsp` a service principal, `aad` a person. Observed. */
  descriptor: string;
}

/** A value of a property, with its type in the words of .NET. */
export interface TypedValue {
  $type: string;
  $value: string | number | boolean;
}

/** A discussion on a pull request. It is gone when all its comments are. */
export interface PullRequestThread {
  threadId: number;
  repositoryId: string;
  pullRequestId: number;
  status: string;
  properties: Record<string, TypedValue>;
  /** Where in the changed files it stands; nothing where it is about the whole pull request. */
  threadContext: Record<string, unknown> | null;
  comments: PullRequestComment[];
  /** Milliseconds since 1970-01-01 UTC. */
  publishedAt: number;
  updatedAt: number;
}

export interface PullRequestComment {
  /** Counts the comments of its thread, from 1. */
  commentId: number;
  /** 0 where it answers none. */
  parentCommentId: number;
  author: DevopsIdentity;
  content: string;
  commentType: string;
  isDeleted: boolean;
  publishedAt: number;
  updatedAt: number;
}

/** What a service says about a pull request. The newest of each genre and name counts. */
export interface PullRequestStatus {
  repositoryId: string;
  pullRequestId: number;
  /** A number unique in its pull request. */
  statusId: number;
  state: string;
  description: string;
  genre: string | null;
  name: string;
  targetUrl: string | null;
  iterationId: number | null;
  properties: Record<string, TypedValue>;
  createdBy: DevopsIdentity;
  createdAt: number;
}

export interface ServiceConnection {
  connectionId: string;
  organizationId: string;
  /** The endpoint body as last written, without what the server itself adds. */
  name: string;
  type: string;
  url: string;
  description: string;
  owner: string;
  data: Record<string, string>;
  scheme: string;
  parameters: Record<string, string>;
  issuerGeneration: "entra" | "azure-devops";
  projects: ConnectionPlace[];
  /** Id of the identity that made it. */
  createdBy: string;
}

/** A service connection in one of its projects. */
export interface ConnectionPlace {
  projectId: string;
  name: string;
  description: string;
  /** Who may do what with it there. Default: nobody but those who have access to all connections of the project. */
  access?: AccessEntry[];
  /** Whether access to all connections of the project counts for it too. Default: true. */
  inheritsAccess?: boolean;
}

export interface PipelinePermission {
  projectId: string;
  resourceType: string;
  resourceId: string;
  allPipelines: boolean;
  pipelineIds: number[];
}

/** An approval or check: what a protected resource asks before a job may use it. */
export interface CheckConfiguration {
  /** A number unique in its organization. */
  checkId: number;
  projectId: string;
  resourceType: string;
  resourceId: string;
  /** Which kind of check, by the vendor's id. */
  typeId: string;
  settings: Record<string, unknown>;
  /** Minutes until a check that nobody answered counts as refused. */
  timeout: number;
  /** Counts the writes, from 1. */
  version: number;
  createdBy: string;
  /** Milliseconds since 1970-01-01 UTC. */
  createdAt: number;
  modifiedAt: number;
}

export interface Application {
  objectId: string;
  clientId: string;
  tenantId: string;
  displayName: string;
  signInAudience: string;
  ownerIds: string[];
  /** Every other Graph property as written. */
  properties: Record<string, unknown>;
}

export interface ServicePrincipal {
  objectId: string;
  clientId: string;
  tenantId: string;
  displayName: string;
  kind: "Application" | "ManagedIdentity";
  /** Resource id of the managed identity behind it. */
  managedIdentityId?: string;
  ownerIds: string[];
  properties: Record<string, unknown>;
}

/** A federated identity credential of an application or of a managed identity. */
export interface FederatedIdentityCredential {
  credentialId: string;
  /** Object id of the application or ARM id of the managed identity. */
  parentId: string;
  parentKind: "application" | "managedIdentity";
  name: string;
  issuer: string;
  subject: string;
  audiences: string[];
  description?: string;
}

export interface Subscription {
  subscriptionId: string;
  tenantId: string;
  displayName: string;
  /** Management groups from the nearest to the root. */
  managementGroupIds: string[];
}

export interface ResourceGroup {
  id: string;
  subscriptionId: string;
  name: string;
  location: string;
  tags: Record<string, string>;
}

export interface ManagedIdentity {
  id: string;
  subscriptionId: string;
  resourceGroupName: string;
  name: string;
  location: string;
  tags: Record<string, string>;
  clientId: string;
  principalId: string;
  tenantId: string;
}

export interface RoleDefinition {
  /** The bare GUID. */
  roleDefinitionId: string;
  roleName: string;
  type: "BuiltInRole" | "CustomRole";
  assignableScopes: string[];
  permissions: { actions: string[]; notActions: string[]; dataActions: string[]; notDataActions: string[] }[];
}

export interface RoleAssignment {
  /** Full id: scope + /providers/Microsoft.Authorization/roleAssignments/ + name. */
  id: string;
  name: string;
  scope: string;
  roleDefinitionId: string;
  principalId: string;
  principalType: string;
  description?: string;
  condition?: string;
  conditionVersion?: string;
  createdBy: string;
  createdOn: string;
}

/** A resource of a kind the emulator does not model further, for role scopes and reads (a storage account, a web app). */
export interface GenericResource {
  id: string;
  type: string;
  location: string;
  tags: Record<string, string>;
  properties: Record<string, unknown>;
}

/** A repository at GitHub. */
export interface GitHubRepository {
  owner: string;
  name: string;
  private: boolean;
}

/** A pull request at GitHub; its conversation is that of an issue with the same number. */
export interface GitHubPullRequest {
  owner: string;
  repository: string;
  number: number;
  title: string;
}

export interface GitHubComment {
  commentId: number;
  owner: string;
  repository: string;
  issueNumber: number;
  body: string;
  author: GitHubAccount;
  /** Milliseconds since 1970-01-01 UTC. */
  createdAt: number;
  updatedAt: number;
}

export interface GitHubAccount {
  id: number;
  login: string;
  type: "User" | "Bot";
}

/** Who holds a token of GitHub, and what it may do in one repository. Kept in memory only, like a running job. */
export interface GitHubToken {
  token: string;
  account: GitHubAccount;
  owner: string;
  repository: string;
  permissions: GitHubPermissions;
}

/** By the names that a workflow's `permissions` have; what is not named is not allowed. */
export interface GitHubPermissions {
  issues?: "read" | "write";
  "pull-requests"?: "read" | "write";
}
