import { describeExample } from "./support/example";
import { countChanges } from "./support/inventory";

const tellStory = describeExample({
  name: "minimal",
  prepare: ({ platform }) => ({
    project: platform.project.name,
    subscriptionId: platform.subscription.subscriptionId,
  }),
});

it("makes a service principal, a connection and a credential, and grants nothing", () => {
  const { before, created } = tellStory();
  expect(countChanges(before, created.clouds)).toEqual({
    applications: 1,
    servicePrincipals: 1,
    serviceConnections: 1,
    federatedIdentityCredentials: 1,
  });
});

it("gives what other relying parties have to know", () => {
  const { scenario, created } = tellStory();
  const { connectionId, clientId, issuer, subject, audience } = created.outputs;
  const { serviceConnections, federatedIdentityCredentials, applications } = created.clouds;
  expect(serviceConnections.at(-1)).toMatchObject({ connectionId, name: "payments-dev" });
  expect(applications.at(-1)).toMatchObject({
    clientId,
    displayName: "payments-dev",
    signInAudience: "AzureADMyOrg",
    ownerIds: [scenario.platform.deployer.principalId],
  });
  expect(federatedIdentityCredentials.at(-1)).toMatchObject({ issuer, subject, audiences: [audience] });
  expect(subject).toMatch(new RegExp(`/sc/[0-9a-f-]{36}/${String(connectionId)}$`));
});
