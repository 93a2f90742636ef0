import { addProject } from "./support/add-project";
import { makeApplication } from "./support/existing-identities";
import { describeReplacements } from "./support/replacement";

const tellStory = describeReplacements((scenario) => {
  const { project, resources, subscription } = scenario.platform;
  const other = addProject(scenario, "shop");
  const application = makeApplication(scenario, "payments-by-hand");
  const connection = "AzureServiceConnection";
  return {
    standing: {},
    inPlace: {
      connectionName: "Payments (development)",
      description: "Deploys payments",
      subscription: { id: subscription.subscriptionId, name: "Payments" },
      identity: { servicePrincipal: { displayName: "payments", description: "Deploys payments" } },
      audience: "api://AzureADTokenExchangeForTests",
      roleAssignments: [{ role: "Website Contributor", scope: resources.applicationGroupId }],
    },
    allowed: { project: other.name, authorizedPipelines: {} },
    changes: [
      {
        title: "another project",
        change: { project: other.name },
        component: connection,
        path: "project",
        standing: project.projectId,
        declared: other.projectId,
        loss: "connection",
      },
      {
        title: "another cloud",
        change: { environment: "AzureUSGovernment" },
        component: connection,
        path: "environment",
        standing: "AzureCloud",
        declared: "AzureUSGovernment",
        loss: "connection",
      },
      {
        title: "another credential name",
        change: { federatedIdentityCredentialName: "payments" },
        component: connection,
        path: "federatedIdentityCredentialName",
        standing: "payments-dev",
        declared: "payments",
        loss: "credential",
      },
      {
        title: "an identity that exists",
        change: { identity: { existing: application } },
        component: connection,
        path: "identity",
        standing: "its own",
        declared: application.applicationObjectId ?? "",
        loss: "identity",
      },
      {
        title: "another kind of identity",
        change: { identity: { managedIdentity: { resourceGroupName: resources.identityGroupName } } },
        component: "WorkloadIdentity",
        path: "managedIdentity",
        standing: "servicePrincipal",
        declared: "managedIdentity",
        loss: "identity",
      },
    ],
  };
});

it("deletes the credential before the connection where it is allowed, and makes both again in their order", () => {
  const written = tellStory().allowedWrites.filter((write) => /endpoints|Credentials/.test(write));
  expect(written).toEqual([
    "DELETE federatedIdentityCredentials",
    "DELETE endpoints",
    "POST endpoints",
    "POST federatedIdentityCredentials",
  ]);
});
