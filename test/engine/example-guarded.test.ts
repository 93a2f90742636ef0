import { describeExample } from "./support/example";
import { countChanges } from "./support/inventory";
import { findProtection } from "./support/protection";

const tellStory = describeExample({
  name: "guarded",
  prepare: ({ platform }) => ({
    project: platform.project.name,
    subscriptionId: platform.subscription.subscriptionId,
    deployPipelineId: String(platform.pipelines.deploy.pipelineId),
    team: platform.team.displayName,
  }),
});

it("makes the connection, its checks and its permission, and what it needs for them", () => {
  const { before, created } = tellStory();
  expect(countChanges(before, created.clouds)).toEqual({
    applications: 1,
    servicePrincipals: 1,
    serviceConnections: 1,
    federatedIdentityCredentials: 1,
    resourceGroups: 1,
    roleAssignments: 1,
    checkConfigurations: 4,
    pipelinePermissions: 1,
  });
});

it("asks the release managers, and gives the team a role that cannot take the checks away", () => {
  const { scenario, created } = tellStory();
  const { groups, team, deployer } = scenario.platform;
  const { checks, roles } = findProtection(created.clouds, String(created.outputs["connectionId"]));
  expect(Object.keys(checks).sort()).toEqual(["approval", "branchControl", "exclusiveLock", "requiredTemplate"]);
  expect(checks.approval).toEqual([
    expect.objectContaining({
      timeout: 1440,
      settings: expect.objectContaining({
        approvers: [{ id: groups.releaseManagers.identityId }],
        requesterCannotBeApprover: true,
      }) as object,
    }),
  ]);
  expect(roles).toEqual({ [deployer.name]: "Administrator", [team.displayName]: "User" });
});
