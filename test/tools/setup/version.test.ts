import fc from "fast-check";
import { compareVersions, isCompatible, parseVersion, type Version } from "../../../tools/setup/version.mjs";

const version = fc.tuple(fc.nat(400), fc.nat(400), fc.nat(400));

test.each([
  ["v3.274.1", [3, 274, 1]],
  ["go version go1.26 linux/amd64", [1, 26, 0]],
  ["3.275.0-alpha.1\n", [3, 275, 0]],
])("reads %j", (text, expected) => {
  expect(parseVersion(text)).toEqual(expected);
});

test("reads nothing where there is no version", () => {
  expect(parseVersion("command not found")).toBeUndefined();
});

test("reads every version back", () => {
  fc.assert(
    fc.property(version, (value) => {
      expect(parseVersion(`v${value.join(".")}`)).toEqual(value);
    }),
  );
});

test("orders by number, not by text", () => {
  const versions: Version[] = [
    [3, 100, 0],
    [3, 20, 10],
    [3, 20, 9],
    [2, 200, 0],
  ];
  expect([...versions].sort(compareVersions)).toEqual([...versions].reverse());
});

test("a compatible version is not older and has the same major number", () => {
  expect(isCompatible([3, 248, 0], [3, 248, 0])).toBe(true);
  expect(isCompatible([3, 300, 0], [3, 248, 5])).toBe(true);
  expect(isCompatible([3, 247, 9], [3, 248, 0])).toBe(false);
  expect(isCompatible([4, 0, 0], [3, 248, 0])).toBe(false);
});
