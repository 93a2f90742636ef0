import { clouds, isCloudName, type CloudName } from "../../facts/clouds";
import { formatSubject } from "../../facts/subjects";
import { azureDevOpsApplicationId } from "../../facts/applications";
import { findBuiltInRole } from "../../facts/roles";
import { formatOrganizationIssuer, formatTokenIssuer } from "../services/login/issuers";
import type { Organization, Pipeline, Project, ServiceConnection, Subscription, Tenant } from "../state/entities";
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

/** The Microsoft Graph permission that it needs: applications that it owns, and no others. */
const deployerPermissions = ["Application.ReadWrite.OwnedBy"];

/** Creates a deploying identity: application, service principal, service connection, credential, roles. */
export function createDeployer(store: Store, options: DeployerOptions): Deployer {
  const { name, tenant, newId } = options;
  const { tenantId } = tenant;
  const cloud = readCloud(tenant);
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
  const connection = createConnection(store, { ...options, cloud, clientId: application.clientId });
  const { issuer, subject } = findIssuerAndSubject(options, { connection, cloud });
  const audience = clouds[cloud].federatedCredentialAudience;
  store.federatedIdentityCredentials.insert({
    credentialId: newId(),
    parentId: application.objectId,
    parentKind: "application",
    name,
    issuer,
    subject,
    audiences: [audience],
    description: "The platform team's pipeline",
  });
  assignRoles(store, options, principal.objectId);
  return {
    name,
    tenantId,
    clientId: application.clientId,
    principalId: principal.objectId,
    applicationId: application.objectId,
    connectionId: connection.connectionId,
    issuer,
    subject,
    audience,
  };
}

function createConnection(
  store: Store,
  options: DeployerOptions & { cloud: CloudName; clientId: string },
): ServiceConnection {
  const { name, tenant, organization, project, pipelines, newId, subscription, cloud } = options;
  const description = "Signs the platform team's pipeline in";
  const scope = subscription
    ? { subscriptionId: subscription.subscriptionId, subscriptionName: subscription.displayName }
    : {};
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
    projects: [{ projectId: project.projectId, name, description }],
    createdBy: "the platform team",
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
  for (const roleName of deployerRoles) {
    const role = findBuiltInRole(roleName);
    if (role === undefined) throw new Error(`no built-in role ${roleName}`);
    const name = newId();
    store.roleAssignments.insert({
      id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
      name,
      scope,
      roleDefinitionId: role.id,
      principalId,
      principalType: "ServicePrincipal",
      createdBy: "the platform team",
      createdOn: new Date(store.clock.now()).toISOString(),
    });
  }
}

function readCloud({ cloud }: Tenant): CloudName {
  if (!isCloudName(cloud)) throw new Error(`the tenant's cloud ${cloud} is unknown`);
  return cloud;
}
