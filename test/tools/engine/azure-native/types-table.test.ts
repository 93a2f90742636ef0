import { getterFunctions, resourceTypes } from "../../../../tools/engine/azure-native/types-table";
import { readPackageFunction, readPackageResource } from "./package-types";

const modules = [
  "authorization/roleAssignment",
  "authorization/roleDefinition",
  "managedidentity/federatedIdentityCredential",
  "managedidentity/userAssignedIdentity",
  "resources/resourceGroup",
];

describe("the table of resource types against the installed npm package", () => {
  it("serves the types that the test compares, and no other", () => {
    expect(Object.keys(resourceTypes).sort()).toEqual(
      modules.map((module) => readPackageResource(module).token).sort(),
    );
  });

  describe.each(modules)("%s", (module) => {
    const declared = readPackageResource(module);
    const type = resourceTypes[declared.token];

    it("asks the REST API version that the package is generated from", () => {
      expect(type?.apiVersion).toBe(declared.apiVersion);
    });

    it("takes the inputs that the package sends", () => {
      expect([...Object.keys(type?.pathInputs ?? {}), ...Object.keys(type?.bodyInputs ?? {})].sort()).toEqual(
        declared.inputs,
      );
    });

    it("requires what the package requires, and no more than names and a location that the provider can find itself", () => {
      const required = [
        ...Object.entries(type?.pathInputs ?? {}).flatMap(([name, input]) =>
          input.naming === undefined ? [name] : [],
        ),
        ...Object.entries(type?.bodyInputs ?? {}).flatMap(([name, input]) => (input.required === true ? [name] : [])),
      ];
      expect(declared.requiredAtRunTime).toEqual(declared.requiredByType);
      expect(required.filter((name) => name !== "location").sort()).toEqual(declared.requiredByType);
    });

    it("gives the outputs that the package declares", () => {
      expect([...Object.keys(type?.outputs ?? {}), "azureApiVersion"].sort()).toEqual(declared.outputs);
    });

    it("knows the defaults that the package fills in", () => {
      const defaults = Object.entries(type?.bodyInputs ?? {}).flatMap(([name, { defaultValue }]) =>
        defaultValue === undefined ? [] : [[name, defaultValue]],
      );
      expect(Object.fromEntries(defaults)).toEqual(declared.defaults);
    });

    it("fills its path from the inputs and the subscription alone", () => {
      const names = [...(type?.path.matchAll(/\{(\w+)\}/g) ?? [])].map((match) => match[1]);
      expect(names.filter((name) => name !== "subscriptionId").sort()).toEqual(
        Object.keys(type?.pathInputs ?? {}).sort(),
      );
    });
  });
});

describe("the table of functions against the installed npm package", () => {
  it.each(["authorization/getRoleDefinition"])("%s", (module) => {
    const declared = readPackageFunction(module);
    const getter = getterFunctions[declared.token];
    expect(getter?.apiVersion).toBe(declared.apiVersion);
    expect(Object.keys(getter?.pathInputs ?? {}).sort()).toEqual(declared.arguments);
    expect([...Object.keys(getter?.outputs ?? {}), "azureApiVersion"].sort()).toEqual(declared.outputs);
  });
});
