import * as fc from "fast-check";
import { formatStruct, parseStruct } from "../../../../tools/engine/azure-native/property-struct";
import {
  areEqual,
  containsUnknown,
  parsePropertyMap,
  readProperty,
  unknownValue,
} from "../../../../tools/engine/azure-native/property-value";
import { arbitraryProperties } from "./arbitrary-properties";

describe("properties", () => {
  it("travel through a struct unchanged", () => {
    fc.assert(
      fc.property(arbitraryProperties, (properties) => {
        expect(parseStruct(formatStruct(properties))).toEqual(properties);
      }),
    );
  });

  it("are equal to themselves and to a copy in another order", () => {
    fc.assert(
      fc.property(arbitraryProperties, (properties) => {
        const reversed = Object.fromEntries(Object.entries(properties).reverse());
        expect(areEqual(properties, reversed)).toBe(true);
      }),
    );
  });

  it("are equal exactly where the test framework says so", () => {
    fc.assert(
      fc.property(arbitraryProperties, arbitraryProperties, (left, right) => {
        const isEqual = JSON.stringify(sortKeys(left)) === JSON.stringify(sortKeys(right));
        expect(areEqual(left, right)).toBe(isEqual);
      }),
    );
  });

  it("lose nulls, which mean the same as nothing", () => {
    expect(parsePropertyMap({ condition: null, nested: { description: null, kept: 0 }, list: [null] })).toEqual({
      nested: { kept: 0 },
      list: [null],
    });
  });

  it("refuse secrets, so that none can lose its mark", () => {
    const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "s3cret" };
    expect(() => parsePropertyMap({ tags: { owner: secret } })).toThrow(
      "the engine sent a secret or an asset, but this plugin accepts neither",
    );
  });

  it("know an unknown value at any depth", () => {
    // The literal that the engine sends; see runtime/rpc of @pulumi/pulumi.
    expect(unknownValue).toBe("04da6b54-80e4-46f7-96ec-b56ff0331ba9");
    expect(containsUnknown({ audiences: ["a", { b: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }] })).toBe(true);
    expect(containsUnknown({ audiences: ["a"] })).toBe(false);
    expect(containsUnknown(undefined)).toBe(false);
  });

  it("do not read what every object inherits", () => {
    expect(readProperty({ owner: "a" }, "constructor")).toBeUndefined();
    expect(readProperty({ constructor: "a" }, "constructor")).toBe("a");
  });
});

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, inner]) => [name, sortKeys(inner)]);
}
