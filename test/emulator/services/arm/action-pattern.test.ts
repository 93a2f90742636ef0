import fc from "fast-check";
import { coversAction } from "../../../../emulator/services/arm/action-pattern";

describe("coversAction", () => {
  // https://learn.microsoft.com/azure/role-based-access-control/role-definitions#actions-format
  it.each([
    ["*", "Microsoft.Web/sites/write"],
    ["*/read", "Microsoft.Web/sites/read"],
    ["*/read", "Microsoft.Web/sites/config/read"],
    ["Microsoft.Web/sites/*", "Microsoft.Web/sites/config/write"],
    ["Microsoft.Authorization/*/Write", "Microsoft.Authorization/roleAssignments/write"],
    ["microsoft.web/SITES/Read", "Microsoft.Web/sites/read"],
    ["Microsoft.Resources/subscriptions/resourceGroups/read", "microsoft.resources/subscriptions/resourcegroups/read"],
  ])("%s covers %s", (pattern, action) => {
    expect(coversAction(pattern, action)).toBe(true);
  });

  it.each([
    ["*/read", "Microsoft.Web/sites/write"],
    ["Microsoft.Web/sites/*", "Microsoft.Web/serverFarms/read"],
    ["Microsoft.Web/sites/read", "Microsoft.Web/sites/read/more"],
    ["Microsoft.Web/sites/read", "More/Microsoft.Web/sites/read"],
    // A dot is a dot.
    ["Microsoft.Web/sites/read", "MicrosoftxWeb/sites/read"],
    ["", "Microsoft.Web/sites/read"],
  ])("%s does not cover %s", (pattern, action) => {
    expect(coversAction(pattern, action)).toBe(false);
  });

  const segment = fc.stringMatching(/^[A-Za-z.()+$^]{1,8}$/);
  const action = fc.array(segment, { minLength: 1, maxLength: 5 }).map((segments) => segments.join("/"));

  it("covers every action with itself, with *, and with a prefix before *", () => {
    fc.assert(
      fc.property(action, fc.nat(), (text, cut) => {
        expect(coversAction(text, text.toUpperCase())).toBe(true);
        expect(coversAction("*", text)).toBe(true);
        expect(coversAction(`${text.slice(0, cut % (text.length + 1))}*`, text)).toBe(true);
      }),
    );
  });

  it("covers nothing but itself without a *", () => {
    fc.assert(
      fc.property(action, action, (pattern, other) => {
        expect(coversAction(pattern, other)).toBe(pattern.toLowerCase() === other.toLowerCase());
      }),
    );
  });
});
