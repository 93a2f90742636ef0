import fc from "fast-check";
import { actionsOverlap, coversActions } from "../../../analysis/risk/action-pattern";
import { allowsAction, coversRights, type Rights } from "../../../analysis/risk/rights";
import { coversWildcard, wildcardsOverlap } from "../../../analysis/risk/wildcard";

const alphabet = ["a", "b", "/", "*"];
const pattern = fc.array(fc.constantFrom(...alphabet), { maxLength: 7 }).map((letters) => letters.join(""));
const plain = fc.array(fc.constantFrom("a", "b", "/"), { maxLength: 7 }).map((letters) => letters.join(""));

/** What a pattern says, told in another way. */
function toExpression(text: string): RegExp {
  return new RegExp(`^${text.replaceAll("*", ".*")}$`, "s");
}

describe("wildcards", () => {
  it("match as a regular expression does", () => {
    fc.assert(
      fc.property(pattern, plain, (wide, text) => {
        expect(coversWildcard(wide, text)).toBe(toExpression(wide).test(text));
      }),
    );
  });

  it("cover a pattern only where they cover all that it covers", () => {
    fc.assert(
      fc.property(pattern, pattern, plain, plain, (wide, narrow, one, other) => {
        fc.pre(coversWildcard(wide, narrow));
        let filled = 0;
        const text = narrow.replaceAll("*", () => (filled++ % 2 === 0 ? one : other));
        expect(coversWildcard(wide, text)).toBe(true);
      }),
    );
  });

  it("overlap where one text matches both, whichever comes first", () => {
    fc.assert(
      fc.property(pattern, pattern, plain, (a, b, text) => {
        expect(wildcardsOverlap(a, b)).toBe(wildcardsOverlap(b, a));
        const mustOverlap = (coversWildcard(a, text) && coversWildcard(b, text)) || coversWildcard(a, b);
        expect(mustOverlap && !wildcardsOverlap(a, b)).toBe(false);
      }),
    );
  });

  it.each([
    ["*/read", "*/write", false],
    ["*/read", "a/*", true],
    ["a*", "*b", true],
    ["a*c", "ab*", true],
    ["ab", "ba", false],
    ["", "*", true],
    ["", "a", false],
  ])("%s and %s overlap: %s", (a, b, expected) => {
    expect(wildcardsOverlap(a, b)).toBe(expected);
  });

  it("end in good time on patterns made to take long", () => {
    const stars = "a*".repeat(2_000);
    expect(coversWildcard(`${stars}b`, "a".repeat(4_000))).toBe(false);
    expect(wildcardsOverlap(`${stars}b`, `${stars}c`)).toBe(false);
  });
});

describe("operations", () => {
  it.each([
    ["Microsoft.Web/*", "microsoft.web/sites/read", true],
    ["*/read", "Microsoft.Web/sites/Read", true],
    ["*", "anything/at/all", true],
    ["Microsoft.Web/sites/read", "Microsoft.Web/sites/*", false],
  ])("%s covers %s: %s", (wide, narrow, expected) => {
    expect(coversActions(wide, narrow)).toBe(expected);
  });

  it("overlap in any letter case", () => {
    expect(actionsOverlap("Microsoft.Authorization/*/Write", "microsoft.authorization/roleassignments/write")).toBe(
      true,
    );
  });
});

function grant(actions: readonly string[], notActions: readonly string[] = []): Rights {
  return { actions, notActions, dataActions: [], notDataActions: [] };
}

describe("rights", () => {
  it.each([
    ["everything covers reading", grant(["*"]), grant(["*/read"]), true],
    ["reading does not cover everything", grant(["*/read"]), grant(["*"]), false],
    [
      "everything but writing roles covers reading",
      grant(["*"], ["Microsoft.Authorization/*/Write"]),
      grant(["*/read"]),
      true,
    ],
    [
      "everything but writing roles does not cover writing",
      grant(["*"], ["Microsoft.Authorization/*/Write"]),
      grant(["*/write"]),
      false,
    ],
    [
      "it does where the other takes the same away",
      grant(["*"], ["Microsoft.Authorization/*/Write"]),
      grant(["*/write"], ["Microsoft.Authorization/*"]),
      true,
    ],
    ["what is taken away whole need not be covered", grant([]), grant(["a/read"], ["a/*"]), true],
    ["data is not covered by what is about resources", grant(["*"]), { ...grant([]), dataActions: ["a/read"] }, false],
    ["nothing covers nothing", grant([]), grant([]), true],
  ])("%s", (_, wide, narrow, expected) => {
    expect(coversRights(wide, narrow)).toBe(expected);
  });

  it("never call something covered that is not", () => {
    const operation = plain.filter((text) => text !== "");
    const rights = fc
      .tuple(fc.array(pattern, { maxLength: 3 }), fc.array(pattern, { maxLength: 2 }))
      .map(([given, taken]) => grant(given, taken));
    fc.assert(
      fc.property(rights, rights, operation, (wide, narrow, one) => {
        const isWrong = coversRights(wide, narrow) && allowsAction(narrow, one) && !allowsAction(wide, one);
        expect(isWrong).toBe(false);
      }),
      { numRuns: 5_000 },
    );
  });
});
