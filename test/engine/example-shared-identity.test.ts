import { z } from "zod";
import { describeExample } from "./support/example";
import { countChanges } from "./support/inventory";
import { addProject } from "./support/add-project";

const tellStory = describeExample({
  name: "shared-identity",
  prepare: (scenario) => ({
    firstProject: scenario.platform.project.name,
    secondProject: addProject(scenario, "shop").name,
    subscriptionId: scenario.platform.subscription.subscriptionId,
  }),
});

it("makes one identity for two connections", () => {
  const { before, created } = tellStory();
  expect(countChanges(before, created.clouds)).toEqual({
    applications: 1,
    servicePrincipals: 1,
    serviceConnections: 2,
    federatedIdentityCredentials: 2,
    roleAssignments: 1,
  });
});

it("trusts a connection in each project, as the same identity", () => {
  const { scenario, created } = tellStory();
  const { clientId, subjects } = created.outputs;
  const { applications, serviceConnections, federatedIdentityCredentials, projects } = created.clouds;
  const connections = serviceConnections.filter((one) => one.parameters["serviceprincipalid"] === clientId);
  expect(connections.map((one) => one.projects.map(({ projectId }) => projectId)).sort()).toEqual(
    projects.map(({ projectId }) => [projectId]).sort(),
  );
  const application = applications.find((one) => one.clientId === clientId);
  const trusted = federatedIdentityCredentials
    .filter(({ parentId }) => parentId === application?.objectId)
    .map(({ subject }) => subject);
  expect(trusted).toHaveLength(2);
  expect(new Set(trusted)).toEqual(new Set(z.array(z.string()).parse(subjects)));
  expect(application?.ownerIds).toEqual([scenario.platform.deployer.principalId]);
});
