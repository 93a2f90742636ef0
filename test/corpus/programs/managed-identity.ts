// Two connections made by the component that share an identity, and one with a managed identity of its own.
import * as pulumi from "@pulumi/pulumi";
import * as keyless from "pulumi-keyless";

const config = new pulumi.Config();
const subscription = { id: config.require("subscriptionId"), name: "Payments Production" };
const deploy = config.require("deployPipelineId");

const release = new keyless.WorkloadIdentity("release");

new keyless.AzureServiceConnection("payments-test", {
  project: "payments",
  subscription,
  identity: { existing: release },
  authorizedPipelines: { deploy },
});

new keyless.AzureServiceConnection("payments-prod", {
  project: "payments",
  subscription,
  description: "Deploys to production",
  identity: { managedIdentity: { resourceGroupName: config.require("identityGroupName") } },
  roleAssignments: [{ role: "Website Contributor", scope: config.require("webAppId") }],
  authorizedPipelines: { deploy },
});

export const { clientId } = release;
