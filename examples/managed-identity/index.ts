import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import * as keyless from "pulumi-keyless";

const config = new pulumi.Config();
const subscriptionId = config.require("subscriptionId");

// Identities live apart from what they deploy: whoever may change this group may become them.
const identities = new resources.ResourceGroup("identities", { location: "westeurope" });
const app = new resources.ResourceGroup("payments-test", { location: "westeurope" });

const connection = new keyless.AzureServiceConnection("payments-test", {
  project: config.require("project"),
  subscription: { id: subscriptionId, name: "Payments Test" },
  identity: { managedIdentity: { resourceGroupName: identities.name } },
  roleAssignments: [
    { role: "Website Contributor", scope: app.id },
    { role: "Reader", scope: `/subscriptions/${subscriptionId}` },
  ],
  authorizedPipelines: { deploy: config.require("deployPipelineId") },
});

export const connectionId = connection.connectionId;
export const clientId = connection.clientId;
export const principalId = connection.principalId;
