import * as fc from "fast-check";
import { formatBody, parseOutputs, previewOutputs } from "../../../../tools/engine/azure-native/body-mapping";
import type { PropertyMap } from "../../../../tools/engine/azure-native/property-value";
import { readImportedInputs, readRefreshedInputs } from "../../../../tools/engine/azure-native/read-inputs";
import { resourceTypes } from "../../../../tools/engine/azure-native/types-table";
import { arbitraryProperties } from "./arbitrary-properties";

function findType(token: string) {
  const type = resourceTypes[`azure-native:${token}`];
  if (type === undefined) throw new Error(`no type ${token}`);
  return type;
}

const assignment = findType("authorization:RoleAssignment");
const identity = findType("managedidentity:UserAssignedIdentity");
const definition = findType("authorization:RoleDefinition");

describe("a request's body", () => {
  it("holds the inputs where Azure wants them, and nothing of the path", () => {
    const inputs = {
      scope: "/subscriptions/1",
      roleAssignmentName: "name",
      principalId: "p",
      principalType: "ServicePrincipal",
      roleDefinitionId: "r",
      azureApiVersion: "2022-04-01",
      __createBeforeDelete: true,
    };
    expect(formatBody(assignment, inputs)).toEqual({
      properties: { principalId: "p", principalType: "ServicePrincipal", roleDefinitionId: "r" },
    });
    expect(formatBody(identity, { resourceGroupName: "g", location: "westeurope", tags: { team: "a" } })).toEqual({
      location: "westeurope",
      tags: { team: "a" },
    });
    expect(formatBody(definition, { roleType: "CustomRole", roleName: "n" })).toEqual({
      properties: { type: "CustomRole", roleName: "n" },
    });
  });
});

describe("outputs", () => {
  it("come from the answer, with the API version", () => {
    const answer = {
      id: "/subscriptions/1/…",
      name: "deployer",
      type: "Microsoft.ManagedIdentity/userAssignedIdentities",
      location: "westeurope",
      properties: { clientId: "c", principalId: "p", tenantId: "t" },
    };
    expect(parseOutputs(identity, answer)).toEqual({
      name: "deployer",
      type: "Microsoft.ManagedIdentity/userAssignedIdentities",
      location: "westeurope",
      clientId: "c",
      principalId: "p",
      tenantId: "t",
      azureApiVersion: "2023-01-31",
    });
  });

  it("of a preview are the inputs that Azure repeats, what is stable, and otherwise unknown", () => {
    const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    const inputs = { location: "westeurope", resourceName: "deployer" };
    expect(previewOutputs(identity, inputs, { name: "deployer" })).toEqual({
      clientId: unknown,
      location: "westeurope",
      name: "deployer",
      principalId: unknown,
      systemData: unknown,
      tags: unknown,
      tenantId: unknown,
      type: unknown,
    });
  });
});

describe("the inputs of an imported resource", () => {
  it("come from its ID and its body, so that the program that made it sees no change", () => {
    const scope = "/subscriptions/1/resourceGroups/payments";
    const inputs = { scope, roleAssignmentName: "n", principalId: "p", principalType: "Group", roleDefinitionId: "r" };
    const id = `${scope}/providers/Microsoft.Authorization/roleAssignments/n`;
    const answer = { id, name: "n", ...formatBody(assignment, inputs) };
    expect(readImportedInputs(assignment, id, answer)).toEqual(inputs);
  });

  it("leave out what Azure answers for nothing", () => {
    const scope = "/subscriptions/1";
    const id = `${scope}/providers/Microsoft.Authorization/roleDefinitions/n`;
    const permissions = [{ actions: ["*/read"], notActions: [], dataActions: [] }];
    const answer = { properties: { roleName: "", assignableScopes: [], permissions } };
    expect(readImportedInputs(definition, id, answer)).toEqual({
      scope,
      roleDefinitionId: "n",
      roleName: "",
      permissions: [{ actions: ["*/read"] }],
    });
  });
});

describe("the inputs after a refresh", () => {
  const outputs = { principalId: "p", roleDefinitionId: "/subscriptions/1/…/r", principalType: "Group", scope: "/s" };
  const inputs = { scope: "/s", roleAssignmentName: "n", principalId: "p", roleDefinitionId: "/providers/…/r" };

  it("are unchanged where Azure is", () => {
    expect(readRefreshedInputs(assignment, { inputs, oldOutputs: outputs, newOutputs: outputs })).toEqual(inputs);
  });

  it("are unchanged for any inputs and outputs", () => {
    fc.assert(
      fc.property(arbitraryProperties, arbitraryProperties, (known, same) => {
        expect(readRefreshedInputs(identity, { inputs: known, oldOutputs: same, newOutputs: same })).toEqual(known);
      }),
    );
  });

  it("follow what was changed, added and removed in Azure", () => {
    const newOutputs = { ...outputs, roleDefinitionId: "/subscriptions/1/…/other", description: "by hand" };
    expect(readRefreshedInputs(assignment, { inputs, oldOutputs: outputs, newOutputs })).toEqual({
      ...inputs,
      roleDefinitionId: "/subscriptions/1/…/other",
      description: "by hand",
    });
    const described: PropertyMap = { ...inputs, description: "mine" };
    const removed = { inputs: described, oldOutputs: { ...outputs, description: "mine" }, newOutputs: outputs };
    expect(readRefreshedInputs(assignment, removed)).toEqual(inputs);
  });

  it("take over a single tag or list item, and keep the others as the program wrote them", () => {
    const change = (before: PropertyMap, after: PropertyMap) =>
      readRefreshedInputs(identity, {
        inputs: { tags: { team: "Payments", env: "Dev" } },
        oldOutputs: { tags: before },
        newOutputs: { tags: after },
      });
    expect(change({ team: "payments", env: "dev" }, { team: "payments", env: "prod", constructor: "x" })).toEqual({
      tags: { team: "Payments", env: "prod", constructor: "x" },
    });
    expect(
      readRefreshedInputs(definition, {
        inputs: { assignableScopes: ["/A", "/B"] },
        oldOutputs: { assignableScopes: ["/a", "/b"] },
        newOutputs: { assignableScopes: ["/a", "/c", "/d"] },
      }),
    ).toEqual({ assignableScopes: ["/A", "/c", "/d"] });
  });
});
