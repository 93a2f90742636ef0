import { makeApplication, makeManagedIdentity } from "./support/existing-identities";
import { describeReplacements } from "./support/replacement";

const tellStory = describeReplacements((scenario) => {
  const standing = makeApplication(scenario, "payments-by-hand");
  const application = makeApplication(scenario, "checkout-by-hand");
  const managedIdentity = makeManagedIdentity(scenario, "payments-by-hand");
  const { identityGroupName: resourceGroupName } = scenario.platform.resources;
  const refused = {
    component: "AzureServiceConnection",
    path: "identity",
    standing: standing.applicationObjectId ?? "",
    loss: "identity",
  } as const;
  return {
    standing: { identity: { existing: standing } },
    changes: [
      {
        ...refused,
        title: "another application",
        change: { identity: { existing: application } },
        declared: application.applicationObjectId ?? "",
      },
      {
        ...refused,
        title: "a managed identity",
        change: { identity: { existing: managedIdentity } },
        declared: managedIdentity.managedIdentityId ?? "",
      },
      {
        ...refused,
        title: "a managed identity of its own",
        change: { identity: { managedIdentity: { resourceGroupName } } },
        declared: "its own",
      },
    ],
    inPlace: {
      identity: {
        existing: { ...standing, applicationObjectId: standing.applicationObjectId?.toUpperCase() ?? "" },
      },
    },
    allowed: { identity: { existing: managedIdentity } },
  };
});

it("moves connection and credential to the other identity where it is allowed", () => {
  const written = tellStory().allowedWrites.filter((write) => /endpoints|Credentials/.test(write));
  expect(written).toEqual(["PUT endpoints", "PUT federatedIdentityCredentials", "DELETE federatedIdentityCredentials"]);
});
