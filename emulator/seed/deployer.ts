import { clouds, isCloudName, type CloudName } from "../../facts/clouds";
import { formatSubject } from "../../facts/subjects";
import { azureDevOpsApplicationId } from "../../facts/applications";
import { findBuiltInRole } from "../../facts/roles";
import { createRoleEntry } from "../services/devops/connection-access";
import { derivePrincipalIdentityId } from "../services/devops/identity-ids";
import { allowProjectAdministrator } from "../services/devops/members";
import { formatOrganizationIssuer, formatTokenIssuer } from "../services/login/issuers";
import type {
  Application,
  Organization,
  Pipeline,
  Project,
  RoleDefinition,
  ServiceConnection,
  ServicePrincipal,
  Subscription,
  Tenant,
} from "../state/entities";
import type { Store } from "../state/store";

/** An identity that deploys, with the service connection that it signs in through. It has no secret. */
export interface Deployer {
  name: string;
  tenantId: string;
  clientId: string;
  /** Object id of the service principal. */
  principalId: string;
  /** Object id of the application. */
  applicationId: string;
  connectionId: string;
  issuer: string;
  subject: string;
  /** The audience that its federated identity credential names. */
  audience: string;
}

export interface DeployerOptions {
  name: string;
  tenant: Tenant;
  organization: Organization;
  project: Project;
  pipelines: { platform: Pipeline };
  newId: () => string;
  /** Gets the roles below here. Without one the identity has no role in Azure. */
  subscription?: Subscription;
}

/**
 * What an identity that deploys with Keyless must be allowed in a subscription: make identities and their credentials,
 * assign roles to them, and read. It can neither read data nor change any other resource.
 */
const deployerRoles = ["Role Based Access Control Administrator", "Managed Identity Contributor", "Reader"];

/** For deployments that bring their own resource groups; no built-in role allows just that. */
const groupRole: Omit<RoleDefinition, "roleDefinitionId" | "assignableScopes"> = {
  roleName: "Resource Group Operator",
  type: "CustomRole",
  permissions: [
    {
      actions: ["read", "write", "delete"].map((verb) => `Microsoft.Resources/subscriptions/resourceGroups/${verb}`),
      notActions: [],
      dataActions: [],
      notDataActions: [],
    },
  ],
};

/** The Microsoft Graph permission that it needs: applications that it owns, and no others. */
const deployerPermissions = ["Application.ReadWrite.OwnedBy"];

/** Creates a deploying identity: application, service principal, service connection, credential, memberships, roles. */
export function createDeployer(store: Store, options: DeployerOptions): Deployer {
  const { name, tenant } = options;
  const cloud = readCloud(tenant);
  const { application, principal } = createPrincipal(store, options);
  const { clientId, objectId: applicationId } = application;
  const { objectId: principalId } = principal;
  const connection = createConnection(store, { ...options, cloud, clientId, principalId });
  const trust = {
    ...findIssuerAndSubject(options, { connection, cloud }),
    audience: clouds[cloud].federatedCredentialAudience,
  };
  store.federatedIdentityCredentials.insert({
    credentialId: options.newId(),
    parentId: applicationId,
    parentKind: "application",
    name,
    issuer: trust.issuer,
    subject: trust.subject,
    audiences: [trust.audience],
    description: "The platform team's pipeline",
  });
  // To administer the project is more than service connections need, and the least that the emulated rights know.
  if (tenant.tenantId === options.organization.tenantId) {
    allowProjectAdministrator(store, { projectId: options.project.projectId, principalId });
  }
  assignRoles(store, options, principalId);
  const { connectionId } = connection;
  return { name, tenantId: tenant.tenantId, clientId, principalId, applicationId, connectionId, ...trust };
}

function createPrincipal(
  store: Store,
  { name, tenant, newId }: DeployerOptions,
): { application: Application; principal: ServicePrincipal } {
  const { tenantId } = tenant;
  const application = store.applications.insert({
    objectId: newId(),
    clientId: newId(),
    tenantId,
    displayName: name,
    signInAudience: "AzureADMyOrg",
    ownerIds: [],
    properties: {},
  });
  const principal = store.servicePrincipals.insert({
    objectId: newId(),
    clientId: application.clientId,
    tenantId,
    displayName: name,
    kind: "Application",
    ownerIds: [],
    properties: { accountEnabled: true, appRoles: deployerPermissions },
  });
  return { application, principal };
}

function createConnection(
  store: Store,
  options: DeployerOptions & { cloud: CloudName; clientId: string; principalId: string },
): ServiceConnection {
  const { name, tenant, organization, project, pipelines, newId, subscription, cloud } = options;
  const description = "Signs the platform team's pipeline in";
  const scope = subscription
    ? { subscriptionId: subscription.subscriptionId, subscriptionName: subscription.displayName }
    : {};
  const identityId = derivePrincipalIdentityId(organization.organizationId, options.principalId);
  const connection = store.serviceConnections.insert({
    connectionId: newId(),
    organizationId: organization.organizationId,
    name,
    type: "azurerm",
    url: `https://${clouds[cloud].resourceManagerHost}/`,
    description,
    owner: "library",
    data: { environment: cloud, scopeLevel: "Subscription", creationMode: "Manual", ...scope },
    scheme: "WorkloadIdentityFederation",
    parameters: { tenantid: tenant.tenantId, serviceprincipalid: options.clientId },
    issuerGeneration: findGeneration(organization, cloud),
    projects: [
      { projectId: project.projectId, name, description, access: [createRoleEntry(identityId, "Administrator")] },
    ],
    createdBy: identityId,
  });
  store.pipelinePermissions.insert({
    projectId: project.projectId,
    resourceType: "endpoint",
    resourceId: connection.connectionId,
    allPipelines: false,
    pipelineIds: [pipelines.platform.pipelineId],
  });
  return connection;
}

function findIssuerAndSubject(
  { tenant, organization, project }: DeployerOptions,
  { connection, cloud }: { connection: ServiceConnection; cloud: CloudName },
): { issuer: string; subject: string } {
  const { organizationId } = organization;
  if (connection.issuerGeneration === "azure-devops") {
    const names = { organization: organization.name, project: project.name, connection: connection.name };
    const subject = formatSubject({ kind: "service-connection", ...names });
    return { issuer: formatOrganizationIssuer(organizationId), subject };
  }
  const subject = formatSubject({
    kind: "entra-service-connection",
    cloudSegment: "pub",
    tenantId: tenant.tenantId,
    applicationId: azureDevOpsApplicationId,
    organizationId,
    connectionId: connection.connectionId,
  });
  return { issuer: formatTokenIssuer(cloud, tenant.tenantId), subject };
}

// Entra signs for connections into the public cloud only.
function findGeneration(organization: Organization, cloud: CloudName): Organization["issuerGeneration"] {
  return cloud === "AzureCloud" ? organization.issuerGeneration : "azure-devops";
}

function assignRoles(store: Store, { subscription, newId }: DeployerOptions, principalId: string): void {
  if (subscription === undefined) return;
  const scope = `/subscriptions/${subscription.subscriptionId}`;
  const custom = store.roleDefinitions.insert({ ...groupRole, roleDefinitionId: newId(), assignableScopes: [scope] });
  for (const roleDefinitionId of [...deployerRoles.map(findRoleId), custom.roleDefinitionId]) {
    const name = newId();
    store.roleAssignments.insert({
      id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
      name,
      scope,
      roleDefinitionId,
      principalId,
      principalType: "ServicePrincipal",
      createdBy: principalId,
      createdOn: new Date(store.clock.now()).toISOString(),
    });
  }
}

function findRoleId(roleName: string): string {
  const role = findBuiltInRole(roleName);
  if (role === undefined) throw new Error(`no built-in role ${roleName}`);
  return role.id;
}

function readCloud({ cloud }: Tenant): CloudName {
  if (!isCloudName(cloud)) throw new Error(`the tenant's cloud ${cloud} is unknown`);
  return cloud;
}
