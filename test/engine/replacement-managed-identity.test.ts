import { describeReplacements } from "./support/replacement";
import type { ReplacingChange } from "./support/replacement-story";

const tellStory = describeReplacements(({ platform }) => {
  const { identityGroupName: resourceGroupName, applicationGroupName, location } = platform.resources;
  const component = "WorkloadIdentity";
  const loss = "identity";
  const place = { resourceGroupName, name: "payments" };
  const move = (
    argument: "resourceGroupName" | "name" | "location",
    standing: string,
    declared: string,
  ): ReplacingChange => ({
    title: `another ${argument}`,
    change: { identity: { managedIdentity: { ...place, [argument]: declared } } },
    component,
    path: `managedIdentity.${argument}`,
    standing,
    declared,
    loss,
  });
  return {
    standing: { identity: { managedIdentity: place } },
    changes: [
      move("resourceGroupName", resourceGroupName, applicationGroupName),
      move("name", "payments", "checkout"),
      move("location", location, "brazilsouth"),
      {
        title: "another kind of identity",
        change: { identity: {} },
        component,
        path: "servicePrincipal",
        standing: "managedIdentity",
        declared: "servicePrincipal",
        loss,
      },
    ],
    // What Azure had chosen, as somebody may write it.
    inPlace: { identity: { managedIdentity: { ...place, location, tags: { team: "payments" } } } },
    allowed: { identity: { managedIdentity: { ...place, location: "brazilsouth" } } },
  };
});

it("deletes the credential before the identity where it is allowed, and makes both again in their order", () => {
  const written = tellStory().allowedWrites.filter((write) =>
    /userAssignedIdentities|endpoints|Credentials/.test(write),
  );
  expect(written).toEqual([
    "DELETE federatedIdentityCredentials",
    "DELETE userAssignedIdentities",
    "PUT userAssignedIdentities",
    "PUT endpoints",
    "PUT federatedIdentityCredentials",
  ]);
});
