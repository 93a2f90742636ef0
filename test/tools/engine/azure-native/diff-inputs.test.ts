import * as fc from "fast-check";
import { diffInputs } from "../../../../tools/engine/azure-native/diff-inputs";
import type { PropertyMap } from "../../../../tools/engine/azure-native/property-value";
import { resourceTypes } from "../../../../tools/engine/azure-native/types-table";
import { arbitraryProperties } from "./arbitrary-properties";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function diff(token: string, oldInputs: PropertyMap, newInputs: PropertyMap, oldOutputs: PropertyMap = {}) {
  const type = resourceTypes[`azure-native:${token}`];
  if (type === undefined) throw new Error(`no type ${token}`);
  // Every checked input holds the version; without it the outputs' is taken.
  const azureApiVersion = type.apiVersion;
  return diffInputs({
    type,
    oldInputs: { azureApiVersion, ...oldInputs },
    newInputs: { azureApiVersion, ...newInputs },
    oldOutputs,
  });
}

/** The facts of the official provider: its path parameters, its list of properties that force a replacement. */
describe("replacement", () => {
  it.each([
    ["managedidentity:UserAssignedIdentity", ["resourceGroupName", "resourceName", "location"], ["tags"]],
    [
      "managedidentity:FederatedIdentityCredential",
      ["resourceGroupName", "resourceName", "federatedIdentityCredentialResourceName"],
      ["issuer", "subject", "audiences"],
    ],
    [
      "authorization:RoleAssignment",
      ["scope", "roleAssignmentName", "principalId"],
      // The role as well: the provider sends the change in place, and Azure refuses it.
      ["roleDefinitionId", "principalType", "description", "condition", "conditionVersion"],
    ],
    [
      "authorization:RoleDefinition",
      ["scope", "roleDefinitionId"],
      ["roleName", "permissions", "assignableScopes", "description", "roleType"],
    ],
    ["resources:ResourceGroup", ["resourceGroupName", "location"], ["tags", "managedBy"]],
  ])("%s", (token, replacing, updating) => {
    const outcome = (property: string) =>
      diff(token, { [property]: "old" }, { [property]: "new" }).changes.map(({ path, replaces }) => ({
        path,
        replaces,
      }));
    for (const path of replacing) expect(outcome(path)).toEqual([{ path, replaces: true }]);
    for (const path of updating) expect(outcome(path)).toEqual([{ path, replaces: false }]);
  });

  it("deletes first, unless the name was made at random", () => {
    const [oldInputs, newInputs] = [{ principalId: "a" }, { principalId: "b" }];
    const token = "authorization:RoleAssignment";
    expect(diff(token, oldInputs, newInputs).deleteBeforeReplace).toBe(true);
    expect(diff(token, { ...oldInputs, __createBeforeDelete: true }, newInputs).deleteBeforeReplace).toBe(false);
  });

  it("is expected while the new value is unknown", () => {
    const { changes } = diff("authorization:RoleAssignment", { principalId: "a" }, { principalId: unknown });
    expect(changes).toEqual([{ path: "principalId", kind: "update", replaces: true, fromInputs: true }]);
  });

  it("is not needed for an input that now repeats what Azure chose", () => {
    const outputs = { location: "westeurope" };
    const change = { path: "location", kind: "add", fromInputs: true };
    const token = "resources:ResourceGroup";
    expect(diff(token, {}, { location: "westeurope" }, outputs).changes).toEqual([{ ...change, replaces: false }]);
    expect(diff(token, {}, { location: "uksouth" }, outputs).changes).toEqual([{ ...change, replaces: true }]);
  });
});

describe("values that Azure takes for the same", () => {
  it.each([
    ["resources:ResourceGroup", "location", "West US 2", "westus2"],
    [
      "authorization:RoleAssignment",
      "scope",
      "/subscriptions/1/resourceGroups/a/providers/Microsoft.Web/sites/b",
      "/subscriptions/1/resourcegroups/a/providers/microsoft.web/sites/b",
    ],
  ])("%s %s", (token, property, left, right) => {
    expect(diff(token, { [property]: left }, { [property]: right }).changes).toEqual([]);
  });

  it.each([
    ["authorization:RoleAssignment", "scope", "/subscriptions/1/resourceGroups/a", "/subscriptions/1/resourcegroups/a"],
    ["authorization:RoleAssignment", "description", "Deployer", "deployer"],
    ["managedidentity:FederatedIdentityCredential", "subject", "sc://a/b/c", "sc://A/b/c"],
  ])("not %s %s in another letter case", (token, property, left, right) => {
    expect(diff(token, { [property]: left }, { [property]: right }).changes).toHaveLength(1);
  });

  it("the default that was left out before", () => {
    const token = "authorization:RoleAssignment";
    expect(diff(token, {}, { principalType: "User" }).changes).toEqual([]);
    expect(diff(token, {}, { principalType: "Group" }).changes).toHaveLength(1);
  });

  it("the API version that an import read, which is no input yet", () => {
    const type = resourceTypes["azure-native:resources:ResourceGroup"];
    if (type === undefined) throw new Error("no type");
    const compare = (version: string) =>
      diffInputs({
        type,
        oldInputs: {},
        oldOutputs: { azureApiVersion: version },
        newInputs: { azureApiVersion: "2024-03-01" },
      }).changes;
    expect(compare("2024-03-01")).toEqual([]);
    expect(compare("2023-07-01")).toEqual([
      { path: "azureApiVersion", kind: "update", replaces: false, fromInputs: false },
    ]);
  });
});

describe("a comparison", () => {
  const token = "managedidentity:UserAssignedIdentity";

  it("finds nothing between equal inputs", () => {
    fc.assert(
      fc.property(arbitraryProperties, (inputs) => {
        expect(diff(token, inputs, inputs)).toEqual({ changes: [], deleteBeforeReplace: false });
      }),
    );
  });

  it("finds the same places in both directions, added where the other deletes", () => {
    const kinds = { add: "delete", delete: "add", update: "update" } as const;
    fc.assert(
      fc.property(arbitraryProperties, arbitraryProperties, (left, right) => {
        const there = diff(token, left, right).changes.map(({ path, kind }) => `${path} ${kinds[kind]}`);
        const back = diff(token, right, left).changes.map(({ path, kind }) => `${path} ${kind}`);
        expect(there.sort()).toEqual(back.sort());
      }),
    );
  });

  it("names nested places", () => {
    const { changes } = diff(
      "managedidentity:UserAssignedIdentity",
      { tags: { team: "a", gone: "b" }, list: ["a", "b"] },
      { tags: { team: "c", constructor: "d" }, list: ["a", "c", "d"] },
    );
    expect(changes.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      "update tags.team",
      "delete tags.gone",
      "add tags.constructor",
      "update list[1]",
      "add list[2]",
    ]);
  });

  it("leaves the plugin's own marks out", () => {
    expect(diff(token, { __createBeforeDelete: true }, {}).changes).toEqual([]);
  });
});
