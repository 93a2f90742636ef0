// Secret values wherever a program can put them. Each is a canary: none may ever be seen in a report.
import * as azuread from "@pulumi/azuread";
import * as azuredevops from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
const token = config.requireSecret("token");

const application = new azuread.Application("payments", {
  displayName: "payments",
  notes: pulumi.secret("canary-notes"),
});

const secret = new azuread.ApplicationPassword("payments", {
  applicationId: application.id,
  displayName: "payments",
  endDate: "2027-01-01T00:00:00Z",
});

const connection = new azuredevops.ServiceEndpointAzureRM("payments", {
  projectId: config.require("projectId"),
  serviceEndpointName: "payments",
  serviceEndpointAuthenticationScheme: "ServicePrincipal",
  credentials: { serviceprincipalid: application.clientId, serviceprincipalkey: pulumi.secret("canary-key") },
  azurermSpnTenantid: config.require("tenantId"),
  azurermSubscriptionId: config.require("subscriptionId"),
  azurermSubscriptionName: "Payments Production",
});

const registry = new azuredevops.ServiceEndpointDockerRegistry("registry", {
  projectId: config.require("projectId"),
  serviceEndpointName: "registry",
  registryType: "Others",
  dockerRegistry: "https://registry.contoso.example",
  dockerUsername: "builder",
  dockerPassword: token,
});

const declared = [secret, connection, registry];

export const clientId = application.clientId;
export const count = declared.length;
export const password = token;
