// Who may approve and who has which role on a service connection that exists, by the vendor's package alone: names are looked up,
// because the service wants ids of its own.
import * as azuredevops from "@pulumi/azuredevops";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
const projectId = config.require("projectId");
const connectionId = config.require("connectionId");

const projectGroup = azuredevops.getGroupOutput({ projectId, name: "release managers" });
const organizationGroup = azuredevops.getGroupOutput({ name: "Compliance" });
const team = azuredevops.getTeamOutput({ projectId, name: "payments Team" });
const { users } = azuredevops.getUsersOutput({ principalName: "Ada.Winter@contoso.example" });
const userId = users.apply(([user]) => user?.id ?? "");

export const found = {
  projectGroup: projectGroup.groupId,
  organizationGroup: organizationGroup.groupId,
  team: team.id,
  teamMembers: team.members,
  user: userId,
};

new azuredevops.CheckApproval("approval", {
  projectId,
  targetResourceType: "endpoint",
  targetResourceId: connectionId,
  approvers: [projectGroup.groupId, organizationGroup.groupId, team.id, userId],
  minimumRequiredApprovers: 1,
  requesterCanApprove: false,
});

new azuredevops.SecurityroleAssignment("role", {
  scope: "distributedtask.serviceendpointrole",
  resourceId: `${projectId}_${connectionId}`,
  identityId: config.get("identityId") ?? team.id,
  roleName: config.require("roleName"),
});

new azuredevops.ServiceendpointPermissions("permissions", {
  projectId,
  serviceendpointId: connectionId,
  principal: organizationGroup.descriptor,
  permissions: { Use: "Allow", Administer: "Deny" },
});
