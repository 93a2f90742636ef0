/**
 * How a name is made when the program gives none.
 *
 * - `random`: the resource's logical name and 8 hexadecimal digits
 * - `uuid`: a random GUID
 * - `copy`: the logical name itself
 */
export type NameStrategy = "random" | "uuid" | "copy";

/** An input that is part of the resource's path. A change of it always replaces the resource. */
export interface PathInput {
  /** How the input is named when it is absent; without a strategy it is required. */
  readonly naming?: NameStrategy;
  /** Whether the input is itself a resource ID, which goes into the path as it is. */
  readonly isScope?: true;
}

/** An input that goes into the request's body. */
export interface BodyInput {
  /** Where the body holds it, and where the answer does: dot-separated names. */
  readonly path: string;
  readonly required?: true;
  /** Whether Azure takes it on creation alone, so that a change replaces the resource. */
  readonly createOnly?: true;
  /** What Azure (and the SDK, before the input is sent) takes an absent input for. */
  readonly defaultValue?: string;
}

/** One resource type of the provider and its REST resource. */
export interface ResourceType {
  /** Version of the REST API, as the query parameter `api-version`. */
  readonly apiVersion: string;
  /** Path of the REST resource; braces hold input names or `subscriptionId`. */
  readonly path: string;
  readonly pathInputs: Readonly<Record<string, PathInput>>;
  readonly bodyInputs: Readonly<Record<string, BodyInput>>;
  /** Outputs by name: where the answer holds each. `azureApiVersion`, which every type has, comes from this table. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Whether deletion goes on after its request was answered. */
  readonly deletesLater?: true;
}

/** One function of the provider that reads a REST resource. */
export interface GetterFunction {
  readonly apiVersion: string;
  readonly path: string;
  readonly pathInputs: Readonly<Record<string, PathInput>>;
  readonly outputs: Readonly<Record<string, string>>;
}

const userAssignedIdentity: ResourceType = {
  apiVersion: "2023-01-31",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}",
  pathInputs: { resourceGroupName: {}, resourceName: { naming: "random" } },
  bodyInputs: {
    location: { path: "location", required: true, createOnly: true },
    tags: { path: "tags" },
  },
  outputs: {
    clientId: "properties.clientId",
    location: "location",
    name: "name",
    principalId: "properties.principalId",
    systemData: "systemData",
    tags: "tags",
    tenantId: "properties.tenantId",
    type: "type",
  },
};

const federatedIdentityCredential: ResourceType = {
  apiVersion: "2023-01-31",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}/federatedIdentityCredentials/{federatedIdentityCredentialResourceName}",
  pathInputs: {
    resourceGroupName: {},
    resourceName: {},
    federatedIdentityCredentialResourceName: { naming: "copy" },
  },
  bodyInputs: {
    audiences: { path: "properties.audiences", required: true },
    issuer: { path: "properties.issuer", required: true },
    subject: { path: "properties.subject", required: true },
  },
  outputs: {
    audiences: "properties.audiences",
    issuer: "properties.issuer",
    name: "name",
    subject: "properties.subject",
    systemData: "systemData",
    type: "type",
  },
};

const roleAssignment: ResourceType = {
  apiVersion: "2022-04-01",
  path: "/{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}",
  pathInputs: { scope: { isScope: true }, roleAssignmentName: { naming: "uuid" } },
  bodyInputs: {
    condition: { path: "properties.condition" },
    conditionVersion: { path: "properties.conditionVersion" },
    delegatedManagedIdentityResourceId: { path: "properties.delegatedManagedIdentityResourceId" },
    description: { path: "properties.description" },
    principalId: { path: "properties.principalId", required: true, createOnly: true },
    principalType: { path: "properties.principalType", defaultValue: "User" },
    // Azure refuses to change the role of an assignment, yet the provider sends the change in place.
    roleDefinitionId: { path: "properties.roleDefinitionId", required: true },
  },
  outputs: {
    condition: "properties.condition",
    conditionVersion: "properties.conditionVersion",
    createdBy: "properties.createdBy",
    createdOn: "properties.createdOn",
    delegatedManagedIdentityResourceId: "properties.delegatedManagedIdentityResourceId",
    description: "properties.description",
    name: "name",
    principalId: "properties.principalId",
    principalType: "properties.principalType",
    roleDefinitionId: "properties.roleDefinitionId",
    scope: "properties.scope",
    systemData: "systemData",
    type: "type",
    updatedBy: "properties.updatedBy",
    updatedOn: "properties.updatedOn",
  },
};

const roleDefinition: ResourceType = {
  apiVersion: "2022-05-01-preview",
  path: "/{scope}/providers/Microsoft.Authorization/roleDefinitions/{roleDefinitionId}",
  pathInputs: { scope: { isScope: true }, roleDefinitionId: { naming: "uuid" } },
  bodyInputs: {
    assignableScopes: { path: "properties.assignableScopes" },
    description: { path: "properties.description" },
    permissions: { path: "properties.permissions" },
    roleName: { path: "properties.roleName" },
    roleType: { path: "properties.type" },
  },
  outputs: {
    assignableScopes: "properties.assignableScopes",
    createdBy: "properties.createdBy",
    createdOn: "properties.createdOn",
    description: "properties.description",
    name: "name",
    permissions: "properties.permissions",
    roleName: "properties.roleName",
    roleType: "properties.type",
    systemData: "systemData",
    type: "type",
    updatedBy: "properties.updatedBy",
    updatedOn: "properties.updatedOn",
  },
};

const resourceGroup: ResourceType = {
  apiVersion: "2024-03-01",
  path: "/subscriptions/{subscriptionId}/resourcegroups/{resourceGroupName}",
  pathInputs: { resourceGroupName: { naming: "random" } },
  bodyInputs: {
    location: { path: "location", required: true, createOnly: true },
    managedBy: { path: "managedBy" },
    tags: { path: "tags" },
  },
  outputs: {
    location: "location",
    managedBy: "managedBy",
    name: "name",
    properties: "properties",
    tags: "tags",
    type: "type",
  },
  deletesLater: true,
};

/** The resource types that this plugin serves, by type token. */
export const resourceTypes: Readonly<Record<string, ResourceType>> = {
  "azure-native:authorization:RoleAssignment": roleAssignment,
  "azure-native:authorization:RoleDefinition": roleDefinition,
  "azure-native:managedidentity:FederatedIdentityCredential": federatedIdentityCredential,
  "azure-native:managedidentity:UserAssignedIdentity": userAssignedIdentity,
  "azure-native:resources:ResourceGroup": resourceGroup,
};

/** The functions that read a REST resource, by token. */
export const getterFunctions: Readonly<Record<string, GetterFunction>> = {
  "azure-native:authorization:getRoleDefinition": {
    apiVersion: roleDefinition.apiVersion,
    path: roleDefinition.path,
    pathInputs: { scope: { isScope: true }, roleDefinitionId: {} },
    outputs: { ...roleDefinition.outputs, id: "id" },
  },
};
