// A connection and everything that decides who may use it.
import * as azuredevops from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
const projectId = config.require("projectId");

const connection = new azuredevops.ServiceEndpointAzureRM("payments", {
  projectId,
  serviceEndpointName: "payments",
  serviceEndpointAuthenticationScheme: "WorkloadIdentityFederation",
  credentials: { serviceprincipalid: "0c0c0c0c-1111-4222-8333-444444444444" },
  azurermSpnTenantid: config.require("tenantId"),
  azurermSubscriptionId: config.require("subscriptionId"),
  azurermSubscriptionName: "Payments Production",
});

const target = { projectId, targetResourceId: connection.id, targetResourceType: "endpoint" };

new azuredevops.CheckApproval("approval", {
  ...target,
  approvers: ["0a0a0a0a-1111-4222-8333-444444444444", "0a0a0a0a-5555-4666-8777-888888888888"],
  minimumRequiredApprovers: 2,
  requesterCanApprove: false,
  instructions: "Look at the change first",
  timeout: 1440,
});

new azuredevops.CheckBranchControl("branches", {
  ...target,
  displayName: "Main only",
  allowedBranches: "refs/heads/main",
  verifyBranchProtection: true,
  ignoreUnknownProtectionStatus: false,
});

new azuredevops.CheckBusinessHours("hours", {
  ...target,
  displayName: "Office hours",
  monday: true,
  tuesday: true,
  startTime: "09:00",
  endTime: "17:00",
  timeZone: "UTC",
});

new azuredevops.CheckExclusiveLock("lock", { ...target, timeout: 43200 });

new azuredevops.CheckRequiredTemplate("template", {
  ...target,
  requiredTemplates: [
    {
      repositoryType: "azuregit",
      repositoryName: "payments/templates",
      repositoryRef: "refs/heads/main",
      templatePath: "deploy.yml",
    },
  ],
});

new azuredevops.CheckRestApi("window", {
  ...target,
  displayName: "Change window",
  connectedServiceNameSelector: "connectedServiceName",
  connectedServiceName: "change-calendar",
  method: "GET",
  urlSuffix: "/open",
  successCriteria: "eq(root['open'], true)",
});

new azuredevops.PipelineAuthorization("deploy", {
  projectId,
  type: "endpoint",
  resourceId: connection.id,
  pipelineId: config.requireNumber("deployPipelineId"),
});

new azuredevops.ServiceendpointPermissions("developers", {
  projectId,
  serviceendpointId: connection.id,
  principal: "vssgp.Uy0xLTktMTU1MTM3NDI0NS0xMTExMTExMTEx",
  permissions: { Use: "allow", Administer: "deny" },
});

export const connectionId = connection.id;
