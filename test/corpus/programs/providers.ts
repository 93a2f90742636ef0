// Explicit providers: where they work decides where everything lands that they manage.
import * as azureNative from "@pulumi/azure-native/provider";
import * as authorization from "@pulumi/azure-native/authorization";
import * as azuread from "@pulumi/azuread";
import * as azuredevops from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
const projectId = config.require("projectId");

const directory = new azuread.Provider("directory", { tenantId: config.require("tenantId") });
const azure = new azureNative.Provider("azure", {
  subscriptionId: config.require("subscriptionId"),
  tenantId: config.require("tenantId"),
});
const organization = new azuredevops.Provider("organization", { orgServiceUrl: "https://dev.azure.com/contoso" });

const application = new azuread.Application(
  "payments",
  { displayName: "payments", owners: [config.require("platformPrincipalId")] },
  { provider: directory },
);
const principal = new azuread.ServicePrincipal("payments", { clientId: application.clientId }, { provider: directory });

new authorization.RoleAssignment(
  "read",
  {
    scope: config.require("applicationGroupId"),
    principalId: principal.objectId,
    principalType: "ServicePrincipal",
    roleDefinitionId: `/subscriptions/${config.require("subscriptionId")}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7`,
  },
  { provider: azure },
);

new azuredevops.PipelineAuthorization(
  "build",
  {
    projectId,
    type: "endpoint",
    resourceId: config.require("platformConnectionId"),
    pipelineId: config.requireNumber("buildPipelineId"),
  },
  { provider: organization },
);

export const clientId = application.clientId;
