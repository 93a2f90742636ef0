import { findReplacements } from "../../../lib/replacement/find-replacements";
import { connectionValues, identityValues } from "../../../lib/replacement/guarded-values-table";

const nothing = { oldInputs: {}, oldOutputs: {}, newInputs: {} };
const identityId =
  "/subscriptions/5b5c9700-aaaa-4aaa-8aaa-000000000008/resourcegroups/identities/providers/Microsoft.ManagedIdentity/userAssignedIdentities/payments-identity0a1b2c3d";

const losses = {
  connection:
    "replaces the service connection: its ID is lost, and so are its subject, which every trust names, and its pipeline permissions, approvals and checks, and roles.",
  credential:
    "replaces the federated identity credential: pipelines cannot sign in until Microsoft Entra knows the new one.",
  identity:
    "puts another identity in the place of this one: its client ID and object ID are lost, and so are the roles, group memberships and trusts that name them.",
};
const beside =
  "Nothing was touched. Keep the value, and declare a second connection beside this one to which the pipelines can move; " +
  "or write allowReplacement: true, and give again afterwards what this program does not declare.";

describe("a changed value of a connection", () => {
  it.each([
    ["projectId", "project", "connection"],
    ["environment", "environment", "connection"],
    ["identity", "identity", "identity"],
  ] as const)("%s replaces something", (name, path, replaced) => {
    expect(
      findReplacements(connectionValues, { ...nothing, oldInputs: { [name]: "one" }, newInputs: { [name]: "two" } }),
    ).toEqual([
      { path, rule: "would-replace", problem: `"one" would become "two", and that ${losses[replaced]}`, fix: beside },
    ]);
  });

  it("federatedIdentityCredentialName replaces the credential, and is told how to keep it", () => {
    const change = {
      ...nothing,
      oldInputs: { federatedIdentityCredentialName: "payments-dev" },
      newInputs: { federatedIdentityCredentialName: "payments-test" },
    };

    expect(findReplacements(connectionValues, change)).toEqual([
      {
        path: "federatedIdentityCredentialName",
        rule: "would-replace",
        problem: `"payments-dev" would become "payments-test", and that ${losses.credential}`,
        fix:
          'Nothing was touched. Write federatedIdentityCredentialName: "payments-dev" to keep it; ' +
          "or write allowReplacement: true, and give again afterwards what this program does not declare.",
      },
    ]);
  });

  it("is compared with the output where the state has no input yet", () => {
    const change = { ...nothing, oldOutputs: { projectId: "one" }, newInputs: { projectId: "two" } };

    expect(findReplacements(connectionValues, change).map(({ path }) => path)).toEqual(["project"]);
  });
});

describe("a changed value of an identity", () => {
  it.each([
    ["kind", "servicePrincipal", "managedIdentity", "managedIdentity"],
    ["kind", "managedIdentity", "servicePrincipal", "servicePrincipal"],
    ["kind", "managedIdentity", "existing", "existing"],
    ["existingId", "one", "two", "existing"],
    ["resourceGroupName", "identities", "others", "managedIdentity.resourceGroupName"],
    ["name", "one", "two", "managedIdentity.name"],
    ["location", "westeurope", "northeurope", "managedIdentity.location"],
  ])("%s from %s to %s replaces it", (name, standing, declared, path) => {
    const problems = findReplacements(identityValues, {
      ...nothing,
      oldInputs: { [name]: standing },
      newInputs: { [name]: declared },
    });

    expect(problems.map((one) => [one.path, one.problem])).toEqual([
      [path, `"${standing}" would become "${declared}", and that ${losses.identity}`],
    ]);
  });

  it.each([
    ["name", { managedIdentityId: identityId }, "other", ["managedIdentity.name"]],
    ["name", { managedIdentityId: identityId }, "payments-identity0a1b2c3d", []],
    ["location", { location: "westeurope" }, "North Europe", ["managedIdentity.location"]],
    ["location", { location: "westeurope" }, "West Europe", []],
  ])("%s is compared with what a provider had chosen: %j and %s", (name, oldOutputs, declared, paths) => {
    const problems = findReplacements(identityValues, { ...nothing, oldOutputs, newInputs: { [name]: declared } });

    expect(problems.map(({ path }) => path)).toEqual(paths);
  });
});

describe("no change", () => {
  const unknown = Symbol("unknown");

  it.each([
    ["the same", { environment: "AzureCloud" }, { environment: "AzureCloud" }],
    ["a letter case that does not count", { identity: "AB" }, { identity: "ab" }],
    ["a value that a preview does not know", { projectId: "one" }, { projectId: unknown }],
    ["a value that is left to the provider again", { projectId: "one" }, {}],
    ["a value that the state does not know", {}, { environment: "AzureCloud" }],
  ])("is %s", (_, oldInputs, newInputs) => {
    expect(findReplacements(connectionValues, { ...nothing, oldInputs, newInputs })).toEqual([]);
  });
});
