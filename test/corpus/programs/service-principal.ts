// A connection with a service principal of its own, made by the component.
import * as pulumi from "@pulumi/pulumi";
import * as keyless from "pulumi-keyless";

const config = new pulumi.Config();
const group = config.require("applicationGroupId");

export const connection = new keyless.AzureServiceConnection("payments-dev", {
  project: "payments",
  subscription: { id: config.require("subscriptionId"), name: "Payments Production" },
  roleAssignments: [{ role: "Reader", scope: group }],
  authorizedPipelines: { deploy: config.require("deployPipelineId") },
});
