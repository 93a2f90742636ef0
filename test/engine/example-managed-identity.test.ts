import { describeExample } from "./support/example";
import { countChanges } from "./support/inventory";

const tellStory = describeExample({
  name: "managed-identity",
  prepare: ({ platform }) => ({
    project: platform.project.name,
    subscriptionId: platform.subscription.subscriptionId,
    deployPipelineId: String(platform.pipelines.deploy.pipelineId),
  }),
});

it("makes two resource groups, an identity in one of them, two roles and a permission", () => {
  const { before, created } = tellStory();
  expect(countChanges(before, created.clouds)).toEqual({
    resourceGroups: 2,
    managedIdentities: 1,
    servicePrincipals: 1,
    serviceConnections: 1,
    federatedIdentityCredentials: 1,
    roleAssignments: 2,
    pipelinePermissions: 1,
  });
});

it("keeps the identity apart from what it deploys to", () => {
  const { scenario, created } = tellStory();
  const { connectionId, clientId, principalId } = created.outputs;
  const { managedIdentities, federatedIdentityCredentials, roleAssignments, pipelinePermissions } = created.clouds;
  const [identities, app] = created.clouds.resourceGroups.slice(-2).sort((a, b) => a.name.localeCompare(b.name));
  const [identity] = managedIdentities;
  expect(identity).toMatchObject({ clientId, principalId, resourceGroupName: identities?.name });
  expect(federatedIdentityCredentials.at(-1)).toMatchObject({ parentKind: "managedIdentity", parentId: identity?.id });
  const subscription = `/subscriptions/${scenario.platform.subscription.subscriptionId}`;
  const scopes = roleAssignments.filter((one) => one.principalId === principalId).map(({ scope }) => scope);
  expect(scopes.sort()).toEqual([subscription, app?.id]);
  expect(pipelinePermissions.at(-1)).toMatchObject({
    resourceId: connectionId,
    allPipelines: false,
    pipelineIds: [scenario.platform.pipelines.deploy.pipelineId],
  });
});
