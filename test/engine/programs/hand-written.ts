// The same resources as one AzureServiceConnection makes, written by hand with the vendors' packages alone: what a careful engineer
// would write without this package.
import * as authorization from "@pulumi/azure-native/authorization";
import * as azuread from "@pulumi/azuread";
import * as azuredevops from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
const name = "payments-dev";
const subscriptionId = config.require("subscriptionId");
const scope = config.require("scope");
const readerRoleId = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

const caller = azuread.getClientConfigOutput({});
const project = azuredevops.getProjectOutput({ name: config.require("project") });

const application = new azuread.Application(name, {
  displayName: name,
  signInAudience: "AzureADMyOrg",
  owners: [caller.objectId],
});

const servicePrincipal = new azuread.ServicePrincipal(name, {
  clientId: application.clientId,
  owners: [caller.objectId],
});

const connection = new azuredevops.ServiceEndpointAzureRM(name, {
  projectId: project.id,
  serviceEndpointName: name,
  description: "Managed by Pulumi",
  serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
  credentials: { serviceprincipalid: application.clientId },
  azurermSpnTenantid: caller.tenantId,
  azurermSubscriptionId: subscriptionId,
  azurermSubscriptionName: subscriptionId,
});

const credential = new azuread.ApplicationFederatedIdentityCredential(name, {
  applicationId: pulumi.interpolate`/applications/${application.objectId}`,
  displayName: name,
  issuer: connection.workloadIdentityFederationIssuer,
  subject: connection.workloadIdentityFederationSubject,
  audiences: ["api://AzureADTokenExchange"],
});

const reader = new authorization.RoleAssignment(name, {
  scope,
  principalId: servicePrincipal.objectId,
  principalType: "ServicePrincipal",
  roleDefinitionId: `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${readerRoleId}`,
});

new azuredevops.PipelineAuthorization(
  name,
  {
    projectId: project.id,
    type: "endpoint",
    resourceId: connection.id,
    pipelineId: config.requireNumber("pipelineId"),
  },
  { dependsOn: [credential, reader] },
);
