import * as fc from "fast-check";
import { formatResourcePath, parseResourcePath } from "../../../../tools/engine/azure-native/resource-path";
import { resourceTypes } from "../../../../tools/engine/azure-native/types-table";

const subscriptionId = "00000000-1111-2222-3333-444444444444";

/** Paths as Microsoft's REST reference writes them; see https://learn.microsoft.com/rest/api/. */
const samples: readonly [token: string, inputs: Record<string, string>, path: string][] = [
  [
    "azure-native:managedidentity:UserAssignedIdentity",
    { resourceGroupName: "identities", resourceName: "deployer" },
    `/subscriptions/${subscriptionId}/resourceGroups/identities/providers/Microsoft.ManagedIdentity/userAssignedIdentities/deployer`,
  ],
  [
    "azure-native:managedidentity:FederatedIdentityCredential",
    { resourceGroupName: "identities", resourceName: "deployer", federatedIdentityCredentialResourceName: "pipeline" },
    `/subscriptions/${subscriptionId}/resourceGroups/identities/providers/Microsoft.ManagedIdentity/userAssignedIdentities/deployer/federatedIdentityCredentials/pipeline`,
  ],
  [
    "azure-native:authorization:RoleAssignment",
    {
      scope: `/subscriptions/${subscriptionId}/resourceGroups/payments`,
      roleAssignmentName: "2a88abc7-f599-0eba-a21f-a1817e597115",
    },
    `/subscriptions/${subscriptionId}/resourceGroups/payments/providers/Microsoft.Authorization/roleAssignments/2a88abc7-f599-0eba-a21f-a1817e597115`,
  ],
  [
    "azure-native:authorization:RoleDefinition",
    { scope: `/subscriptions/${subscriptionId}`, roleDefinitionId: "2a88abc7-f599-0eba-a21f-a1817e597115" },
    `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/2a88abc7-f599-0eba-a21f-a1817e597115`,
  ],
  [
    "azure-native:resources:ResourceGroup",
    { resourceGroupName: "payments" },
    `/subscriptions/${subscriptionId}/resourcegroups/payments`,
  ],
];

describe.each(samples)("the path of %s", (token, inputs, path) => {
  const type = resourceTypes[token];
  if (type === undefined) throw new Error(`no type ${token}`);

  it("is made of the inputs", () => {
    expect(formatResourcePath(type, inputs, subscriptionId)).toBe(path);
  });

  it("gives the inputs back, whatever its letter case", () => {
    expect(parseResourcePath(type, path)).toEqual(inputs);
    const otherCase = path.replace("resourceGroups", "resourcegroups").replace("Microsoft.", "microsoft.");
    expect(parseResourcePath(type, otherCase)).toEqual(
      "scope" in inputs ? { ...inputs, scope: inputs["scope"].replace("resourceGroups", "resourcegroups") } : inputs,
    );
  });

  it("is refused when it is longer or shorter", () => {
    const message = "failed to parse";
    expect(() => parseResourcePath(type, `${path}/more/${subscriptionId}`)).toThrow(message);
    expect(() => parseResourcePath(type, path.slice(0, path.lastIndexOf("/")))).toThrow(message);
  });
});

describe("a path", () => {
  const type = resourceTypes["azure-native:managedidentity:UserAssignedIdentity"];
  if (type === undefined) throw new Error("no type");

  it("and its inputs are a pair for every name", () => {
    const name = fc.string({ minLength: 1, unit: "grapheme" });
    fc.assert(
      fc.property(name, name, (resourceGroupName, resourceName) => {
        const inputs = { resourceGroupName, resourceName };
        expect(parseResourcePath(type, formatResourcePath(type, inputs, subscriptionId))).toEqual(inputs);
      }),
    );
  });

  it("says which value is absent", () => {
    expect(() => formatResourcePath(type, { resourceGroupName: "a" }, subscriptionId)).toThrow(
      "expected string value for path parameter 'resourceName', got none",
    );
  });
});
