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
}

/** A principal that an organization lets in. */
export interface OrganizationMember {
  organizationId: string;
  principalId: string;
  /** Whether it may do everything in the organization, such as create projects. */
  administrator: boolean;
}

export interface Project {
  projectId: string;
  organizationId: string;
  name: string;
  description: string;
  visibility: string;
  /** The process of its boards. Default: Agile. */
  processTemplateId?: string;
}

/** What a member of the organization may do in one project. */
export interface ProjectMember {
  projectId: string;
  principalId: string;
  /** An administrator manages; a reader looks, and sees of service connections little more than the name. */
  role: "administrator" | "reader";
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
  projects: { projectId: string; name: string; description: string }[];
  createdBy: string;
}

export interface PipelinePermission {
  projectId: string;
  resourceType: string;
  resourceId: string;
  allPipelines: boolean;
  pipelineIds: number[];
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
