import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";
import * as keyless from "pulumi-keyless";

const config = new pulumi.Config();

// Made elsewhere; only its credential and its access are declared here.
const application = azuread.getApplicationOutput({ displayName: config.require("applicationName") });
const servicePrincipal = azuread.getServicePrincipalOutput({ clientId: application.clientId });

const connection = new keyless.AzureServiceConnection("payments-legacy", {
  project: config.require("project"),
  subscription: { id: config.require("subscriptionId") },
  identity: {
    existing: {
      clientId: application.clientId,
      principalId: servicePrincipal.objectId,
      tenantId: servicePrincipal.applicationTenantId,
      applicationObjectId: application.objectId,
    },
  },
});

export const connectionId = connection.connectionId;
export const clientId = connection.clientId;
