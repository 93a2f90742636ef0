// The same resources, flat: written by hand with the vendors' packages alone.
import * as authorization from "@pulumi/azure-native/authorization";
import * as azuread from "@pulumi/azuread";
import * as azuredevops from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
const subscriptionId = config.require("subscriptionId");
const readerId = `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7`;
const caller = azuread.getClientConfigOutput({});
const project = azuredevops.getProjectOutput({ name: config.require("project") });

for (let index = 1; index <= config.requireNumber("connections"); index += 1) {
  const name = `payments-${index}`;
  const application = new azuread.Application(name, {
    displayName: name,
    signInAudience: "AzureADMyOrg",
    owners: [caller.objectId],
  });
  const { objectId: principalId } = new azuread.ServicePrincipal(name, {
    clientId: application.clientId,
    owners: [caller.objectId],
  });
  const connection = new azuredevops.ServiceEndpointAzureRM(name, {
    projectId: project.id,
    serviceEndpointName: name,
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
    scope: config.require("scope"),
    principalId,
    principalType: "ServicePrincipal",
    roleDefinitionId: readerId,
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
}
