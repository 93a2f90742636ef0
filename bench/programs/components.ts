// So many service connections, each with a service principal, a role and a pipeline: declared with this package.
import * as pulumi from "@pulumi/pulumi";
import * as keyless from "pulumi-keyless";

const config = new pulumi.Config();

for (let index = 1; index <= config.requireNumber("connections"); index += 1) {
  new keyless.AzureServiceConnection(`payments-${index}`, {
    project: config.require("project"),
    subscription: { id: config.require("subscriptionId") },
    roleAssignments: [{ role: "Reader", scope: config.require("scope") }],
    authorizedPipelines: { deploy: config.require("pipelineId") },
  });
}
