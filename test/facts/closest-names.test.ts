import fc from "fast-check";
import { findClosestNames } from "../../facts/closest-names";

const names = ["approval", "branch control", "exclusive lock", "required template", "business hours"];

describe("findClosestNames", () => {
  it("finds every name by itself, first", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{3,12}$/), { minLength: 1 }), (candidates) => {
        for (const candidate of candidates) {
          expect(findClosestNames(candidate, candidates)[0]).toBe(candidate);
        }
      }),
    );
  });

  it.each([
    ["a letter left out", "aproval", "approval"],
    ["two letters swapped", "apporval", "approval"],
    ["two such swaps, each one mistake", "paprovla", "approval"],
    ["a letter too many", "approvall", "approval"],
    ["capitals", "APPROVAL", "approval"],
    ["a hyphen for a space", "branch-control", "branch control"],
    ["only one of the words", "template", "required template"],
    ["words in another order", "lock exclusive", "exclusive lock"],
  ])("sees through %s", (_, wrong, right) => {
    expect(findClosestNames(wrong, names)).toEqual([right]);
  });

  it("puts the name with the fewest further words first, and stops at three", () => {
    expect(findClosestNames("a", ["a b c d", "a b", "a b c", "a b c d e"])).toEqual(["a b", "a b c", "a b c d"]);
  });

  it("is silent when nothing is close", () => {
    expect(findClosestNames("gate", names)).toEqual([]);
  });

  it("only ever returns candidates", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (name, candidates) => {
        const found = findClosestNames(name, candidates);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(found.every((candidate) => candidates.includes(candidate))).toBe(true);
      }),
    );
  });
});
