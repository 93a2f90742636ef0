import { describeExample } from "./support/example";
import { countChanges } from "./support/inventory";

const tellStory = describeExample({
  name: "government-cloud",
  seed: { cloud: "AzureUSGovernment" },
  prepare: ({ platform }) => ({
    project: platform.project.name,
    subscriptionId: platform.subscription.subscriptionId,
  }),
});

it("makes a connection into Azure Government, whose tokens Azure DevOps signs", () => {
  const { scenario, before, created } = tellStory();
  const { organization, subscription } = scenario.platform;
  const { connectionId, ...trust } = created.outputs;
  expect(countChanges(before, created.clouds)).toEqual({
    applications: 1,
    servicePrincipals: 1,
    serviceConnections: 1,
    federatedIdentityCredentials: 1,
  });
  expect(created.clouds.serviceConnections.at(-1)).toMatchObject({
    connectionId,
    url: "https://management.usgovcloudapi.net/",
    data: { environment: "AzureUSGovernment", subscriptionId: subscription.subscriptionId },
    parameters: { tenantid: subscription.tenantId },
  });
  expect(trust).toEqual({
    issuer: `https://vstoken.dev.azure.com/${organization.organizationId}`,
    subject: "sc://contoso/payments/payments-gov",
    audience: "api://AzureADTokenExchangeUSGov",
  });
  const { issuer, subject, audience } = trust;
  expect(created.clouds.federatedIdentityCredentials.at(-1)).toMatchObject({ issuer, subject, audiences: [audience] });
});

it("asks the hosts of that cloud, and Azure DevOps where it always is", () => {
  const { emulator } = tellStory().scenario;
  const listHosts = (service: "graph" | "devops"): string[] => [
    ...new Set(emulator.control.listRequests({ service }).map(({ host }) => host)),
  ];
  expect(listHosts("graph")).toEqual(["graph.microsoft.us"]);
  expect(listHosts("devops")).toEqual(["dev.azure.com"]);
  const tokens = emulator.control.listRequests({ service: "login", method: "POST" });
  const { deployer, devopsDeployer } = tellStory().scenario.platform;
  expect(new Set(tokens.map(({ host, path }) => `${host} ${path.split("/")[1] ?? ""}`))).toEqual(
    new Set([`login.microsoftonline.us ${deployer.tenantId}`, `login.microsoftonline.com ${devopsDeployer.tenantId}`]),
  );
});
