import * as pulumi from "@pulumi/pulumi";
import * as keyless from "pulumi-keyless";

const config = new pulumi.Config();
const applicationGroupId = config.require("applicationGroupId");

const payments = new keyless.AzureServiceConnectionPair("payments", {
  project: config.require("project"),
  subscription: { id: config.require("subscriptionId"), name: "Payments" },
  // Identities live apart from what they deploy: whoever may change this group may become them.
  identity: { managedIdentity: { resourceGroupName: config.require("identityGroupName") } },
  // Runs for pull requests: the code is not reviewed yet, so that it may look and nothing more.
  plan: {
    roleAssignments: [{ role: "Reader", scope: applicationGroupId }],
    authorizedPipelines: { preview: config.require("previewPipelineId") },
  },
  // Runs from the main branch when somebody has approved.
  apply: {
    roleAssignments: [{ role: "Contributor", scope: applicationGroupId }],
    authorizedPipelines: { deploy: config.require("deployPipelineId") },
    checks: {
      approval: {
        approvers: [{ group: config.require("approvers") }],
        minimumApprovers: 1,
        instructions: "Compare the report of the pull request with what is about to be deployed.",
      },
      branchControl: { allowedBranches: ["refs/heads/main"] },
    },
  },
});

export const plan = { connectionId: payments.planConnectionId, clientId: payments.planClientId };
export const apply = { connectionId: payments.applyConnectionId, clientId: payments.applyClientId };
export const { projectId, tenantId } = payments;
