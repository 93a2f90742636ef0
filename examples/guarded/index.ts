import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import * as keyless from "pulumi-keyless";

const config = new pulumi.Config();
const project = config.require("project");

const app = new resources.ResourceGroup("payments-prod", { location: "westeurope" });

const connection = new keyless.AzureServiceConnection("payments-prod", {
  project,
  subscription: { id: config.require("subscriptionId"), name: "Payments Production" },
  roleAssignments: [{ role: "Website Contributor", scope: app.id }],
  authorizedPipelines: { deploy: config.require("deployPipelineId") },
  checks: {
    // One of the group has to approve, and never whoever started the run.
    approval: {
      approvers: [{ group: "Release Managers" }],
      instructions: "Read the access report on the pull request first.",
      timeoutMinutes: 24 * 60,
    },
    // The branch has to be protected, so that what runs there was reviewed.
    branchControl: { allowedBranches: ["refs/heads/main"] },
    // What may be done with the connection is written down in one template.
    requiredTemplate: {
      templates: [
        {
          repositoryName: `${project}/pipeline-templates`,
          repositoryRef: "refs/heads/main",
          templatePath: "deploy/production.yml",
        },
      ],
    },
    exclusiveLock: {},
  },
  // Who writes pipelines may name the connection; nobody of the team may take its checks away.
  connectionRoles: [{ role: "User", team: config.require("team") }],
});

export const connectionId = connection.connectionId;
export const clientId = connection.clientId;
