// A service principal and its connection, written by hand with the vendors' packages alone.
import * as authorization from "@pulumi/azure-native/authorization";
import * as azuread from "@pulumi/azuread";
import * as azuredevops from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
const subscriptionId = config.require("subscriptionId");
const subscription = `/subscriptions/${subscriptionId}`;
const group = config.require("applicationGroupId");
const roles = `${subscription}/providers/Microsoft.Authorization/roleDefinitions`;
const reader = `${roles}/acdd72a7-3385-48ef-bd42-f606fba81ae7`;
const contributor = `${roles}/b24988ac-6180-42a0-ab88-20f7382dd24c`;

const project = azuredevops.getProjectOutput({ name: "payments" });

const application = new azuread.Application("payments", {
  displayName: "payments",
  description: "Deploys payments",
  signInAudience: "AzureADMyOrg",
  owners: [config.require("platformPrincipalId")],
});

const servicePrincipal = new azuread.ServicePrincipal("payments", {
  clientId: application.clientId,
  owners: [config.require("platformPrincipalId")],
});

const connection = new azuredevops.ServiceEndpointAzureRM(
  "payments",
  {
    projectId: project.id,
    serviceEndpointName: "payments",
    description: "Deploys payments",
    serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
    credentials: { serviceprincipalid: application.clientId },
    azurermSpnTenantid: config.require("tenantId"),
    azurermSubscriptionId: subscriptionId,
    azurermSubscriptionName: "Payments Production",
  },
  { protect: true },
);

const credential = new azuread.ApplicationFederatedIdentityCredential("payments", {
  applicationId: application.id,
  displayName: "payments",
  description: "Signs pipelines in",
  issuer: connection.workloadIdentityFederationIssuer,
  subject: connection.workloadIdentityFederationSubject,
  audiences: ["api://AzureADTokenExchange"],
});

const read = new authorization.RoleAssignment("read", {
  scope: group,
  principalId: servicePrincipal.objectId,
  principalType: "ServicePrincipal",
  roleDefinitionId: reader,
});

const write = new authorization.RoleAssignment("write", {
  scope: config.require("webAppId"),
  principalId: servicePrincipal.objectId,
  principalType: "ServicePrincipal",
  roleDefinitionId: contributor,
});

const deploy = new azuredevops.PipelineAuthorization("deploy", {
  projectId: project.id,
  type: "endpoint",
  resourceId: connection.id,
  pipelineId: config.requireNumber("deployPipelineId"),
});

const declared = [servicePrincipal, connection, credential, read, write, deploy];

export const clientId = application.clientId;
export const count = declared.length;
