import { describeExample } from "./support/example";
import { makeApplication } from "./support/existing-identities";
import { countChanges } from "./support/inventory";

const tellStory = describeExample({
  name: "existing-identity",
  prepare: (scenario) => {
    makeApplication(scenario, "Payments (by hand)");
    const { project, subscription } = scenario.platform;
    return {
      project: project.name,
      subscriptionId: subscription.subscriptionId,
      applicationName: "Payments (by hand)",
    };
  },
});

it("makes a connection and a credential, and nothing of the identity", () => {
  const { before, created } = tellStory();
  expect(countChanges(before, created.clouds)).toEqual({ serviceConnections: 1, federatedIdentityCredentials: 1 });
  expect(created.clouds.applications).toEqual(before.applications);
  expect(created.clouds.servicePrincipals).toEqual(before.servicePrincipals);
});

it("signs in as the application that was found by its name", () => {
  const { created } = tellStory();
  const { connectionId, clientId } = created.outputs;
  const { applications, serviceConnections, federatedIdentityCredentials } = created.clouds;
  const application = applications.find(({ displayName }) => displayName === "Payments (by hand)");
  expect(application?.clientId).toBe(clientId);
  expect(serviceConnections.at(-1)).toMatchObject({
    connectionId,
    name: "payments-legacy",
    parameters: { serviceprincipalid: clientId, tenantid: application?.tenantId },
  });
  expect(federatedIdentityCredentials.at(-1)).toMatchObject({ parentId: application?.objectId });
});
