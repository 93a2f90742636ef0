import { azureDevOpsApplicationId } from "../../facts/applications";
import { formatSubject } from "../../facts/subjects";
import type { Check } from "../../analysis/model/check";
import type { ConnectionRole } from "../../analysis/model/connection-role";
import type { Declared } from "../../analysis/model/declared";
import type { DirectoryPermission } from "../../analysis/model/directory-permission";
import type { Identity } from "../../analysis/model/identity";
import type { PipelinePermission } from "../../analysis/model/pipeline-permission";
import type { ProviderTarget } from "../../analysis/model/provider-target";
import type { Reference } from "../../analysis/model/reference";
import type { CustomRole, RoleAssignment } from "../../analysis/model/role-assignment";
import type { ServiceConnection } from "../../analysis/model/service-connection";
import type { StoredSecret } from "../../analysis/model/stored-secret";
import type { Trust } from "../../analysis/model/trust";
import type { Unrecognized } from "../../analysis/model/unrecognized";
import { ids } from "./vendor-mocks";

/*
 * Things of a model with everything that a rule could ask for. Each is as a careful team would declare it; a test changes what
 * it is about.
 */

/** A value that is known. */
export function known<T>(value: T): { readonly state: "known"; readonly value: T } {
  return { state: "known", value };
}

/** A value that comes from these resources. */
export function unknown(...from: string[]): { readonly state: "unknown"; readonly from: readonly string[] } {
  return { state: "unknown", from };
}

export const secret = { state: "secret" } as const;
export const absent = { state: "absent" } as const;
export const unreadable = { state: "unreadable" } as const;

/** A reference to a resource of the stack. */
export function to({ urn }: { readonly urn: string }): Reference {
  return { to: "declared", urn };
}

/** A reference to something elsewhere. */
export function toOther(id: string): Reference {
  return { to: "other", id };
}

/** The role of this name from facts, as recognizers write it. */
export function builtIn(id: string, name?: string): RoleAssignment["role"] {
  return { kind: "builtIn", id, ...(name === undefined ? {} : { name }) };
}

export const groupScope = `/subscriptions/${ids.subscription}/resourceGroups/payments`;
export const subscriptionScope = `/subscriptions/${ids.subscription}`;

type Changes<T> = Partial<Omit<T, "class">>;

function declare(type: string, name: string): Declared {
  const urn = `urn:pulumi:dev::payments::${type}::${name}`;
  return { urn, type, name, protect: false, retainOnDelete: false, external: false };
}

export function identity(name: string, changes: Changes<Identity> = {}): Identity {
  const declared = declare("azuread:index/application:Application", name);
  return {
    ...declared,
    class: "identity",
    kind: "application",
    parts: [declared.urn],
    displayName: known(name),
    clientId: unknown(declared.urn),
    principalId: unknown(declared.urn),
    tenantId: unknown(declared.urn),
    signInAudience: known("AzureADMyOrg"),
    owners: known([ids.caller]),
    resourceGroup: absent,
    ...changes,
  };
}

export function managedIdentity(name: string, changes: Changes<Identity> = {}): Identity {
  const declared = declare("azure-native:managedidentity:UserAssignedIdentity", name);
  return identity(name, {
    ...declared,
    kind: "managedIdentity",
    parts: [declared.urn],
    clientId: unknown(declared.urn),
    principalId: unknown(declared.urn),
    tenantId: unknown(declared.urn),
    signInAudience: absent,
    owners: absent,
    resourceGroup: known("identities"),
    ...changes,
  });
}

export function connection(name: string, of: Reference, changes: Changes<ServiceConnection> = {}): ServiceConnection {
  const declared = declare("azuredevops:index/serviceEndpointAzureRM:ServiceEndpointAzureRM", name);
  return {
    ...declared,
    class: "serviceConnection",
    kind: "azurerm",
    connectionName: known(name),
    project: known(ids.project),
    scheme: known("WorkloadIdentityFederation"),
    storesSecret: known(false),
    identity: of,
    tenantId: known(ids.tenant),
    scope: known(subscriptionScope),
    environment: known("AzureCloud"),
    connectionId: unknown(declared.urn),
    description: absent,
    ...changes,
  };
}

/** A trust that comes from the connection's own outputs, as in a first preview. */
export function trust(of: Reference, by: { readonly urn: string; readonly name: string }): Trust {
  return trustOf(`${by.name}-credential`, of, { issuer: unknown(by.urn), subject: unknown(by.urn) });
}

export function trustOf(name: string, of: Reference, changes: Changes<Trust>): Trust {
  return {
    ...declare("azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential", name),
    class: "trust",
    identity: of,
    issuer: known(`https://login.microsoftonline.com/${ids.tenant}/v2.0`),
    subject: absent,
    audience: known("api://AzureADTokenExchange"),
    expression: absent,
    ...changes,
  };
}

export function roleAssignment(of: Reference, changes: Changes<RoleAssignment> = {}): RoleAssignment {
  return {
    ...declare("azure-native:authorization:RoleAssignment", "role"),
    class: "roleAssignment",
    principal: of,
    principalType: known("ServicePrincipal"),
    role: builtIn("acdd72a7-3385-48ef-bd42-f606fba81ae7", "Reader"),
    scope: known(groupScope),
    condition: absent,
    conditionVersion: absent,
    ...changes,
  };
}

export function customRole(name: string, changes: Changes<CustomRole> = {}): CustomRole {
  return {
    ...declare("azure-native:authorization:RoleDefinition", name),
    class: "customRole",
    roleName: known(name),
    actions: known(["Microsoft.Web/sites/read"]),
    notActions: known([]),
    dataActions: known([]),
    notDataActions: known([]),
    assignableScopes: known([subscriptionScope]),
    ...changes,
  };
}

export function pipelinePermission(of: Reference, changes: Changes<PipelinePermission> = {}): PipelinePermission {
  return {
    ...declare("azuredevops:index/pipelineAuthorization:PipelineAuthorization", "deploy"),
    class: "pipelinePermission",
    connection: of,
    project: known(ids.project),
    pipeline: known("7"),
    allPipelines: false,
    ...changes,
  };
}

const noSettings: Check["settings"] = {
  approvers: absent,
  minimumApprovers: absent,
  requesterMayApprove: absent,
  allowedBranches: absent,
  requiresProtectedBranch: absent,
  ignoresUnknownProtection: absent,
  requiredTemplates: absent,
  hours: absent,
  address: absent,
  timeoutMinutes: absent,
};

export function approval(of: Reference, settings: Partial<Check["settings"]> = {}): Check {
  return check("approval", of, {
    approvers: known([ids.principal]),
    minimumApprovers: known(1),
    requesterMayApprove: known(false),
    ...settings,
  });
}

export function branchControl(of: Reference, settings: Partial<Check["settings"]> = {}): Check {
  return check("branchControl", of, {
    allowedBranches: known(["refs/heads/main"]),
    requiresProtectedBranch: known(false),
    ignoresUnknownProtection: known(false),
    ...settings,
  });
}

export function check(kind: Check["kind"], of: Reference, settings: Partial<Check["settings"]> = {}): Check {
  return {
    ...declare("azuredevops:index/check:Check", kind),
    class: "check",
    kind,
    connection: of,
    project: known(ids.project),
    settings: { ...noSettings, ...settings },
  };
}

export function connectionRole(changes: Changes<ConnectionRole>): ConnectionRole {
  return {
    ...declare("azuredevops:index/securityroleAssignment:SecurityroleAssignment", "keepers"),
    class: "connectionRole",
    connection: { to: "absent" },
    project: known(ids.project),
    principal: known(ids.principal),
    roles: known(["Reader"]),
    ...changes,
  };
}

export function directoryPermission(of: Reference, changes: Changes<DirectoryPermission>): DirectoryPermission {
  return {
    ...declare("azuread:index/appRoleAssignment:AppRoleAssignment", "permission"),
    class: "directoryPermission",
    kind: "appRole",
    principal: of,
    permission: absent,
    resource: absent,
    ...changes,
  };
}

export function storedSecret(of: Reference, changes: Changes<StoredSecret> = {}): StoredSecret {
  return {
    ...declare("azuread:index/applicationPassword:ApplicationPassword", "password"),
    class: "storedSecret",
    kind: "password",
    identity: of,
    ...changes,
  };
}

export function providerTarget(changes: Changes<ProviderTarget> = {}): ProviderTarget {
  return {
    ...declare("pulumi:providers:azuredevops", "devops"),
    class: "providerTarget",
    package: "azuredevops",
    tenantId: absent,
    subscriptionId: absent,
    organization: known("https://dev.azure.com/contoso"),
    environment: absent,
    ...changes,
  };
}

export function unrecognized(type: string, name: string): Unrecognized {
  return { ...declare(type, name), class: "unrecognized" };
}

/** What Entra names for a connection with this ID, in the tenant and organization of the tests unless said otherwise. */
export function entraSubject(
  connectionId: string,
  { organization = ids.organization, tenant = ids.tenant }: { organization?: string; tenant?: string } = {},
): string {
  return formatSubject({
    kind: "entra-service-connection",
    cloudSegment: "pub",
    tenantId: tenant,
    applicationId: azureDevOpsApplicationId,
    organizationId: organization,
    connectionId,
  });
}

/** The earlier issuer of the organization of the tests. */
export const legacyIssuer = `https://vstoken.dev.azure.com/${ids.organization}`;

/** The documented condition that lets only these roles be assigned and taken away. */
export function onlyRoles(...roles: string[]): ReturnType<typeof known<string>> {
  const clauses = [
    ["write", "Request"],
    ["delete", "Resource"],
  ].map(
    ([action = "", source = ""]) =>
      `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/${action}'})) OR ` +
      `(@${source}[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${roles.join(", ")}}))`,
  );
  return known(clauses.join(" AND "));
}
