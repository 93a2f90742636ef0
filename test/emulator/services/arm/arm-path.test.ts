import fc from "fast-check";
import { normalizeArmPath } from "../../../../emulator/services/arm/arm-path";

describe("normalizeArmPath", () => {
  it.each([
    ["/SUBSCRIPTIONS/a/resourcegroups/RG", "/subscriptions/a/resourceGroups/RG"],
    [
      "//subscriptions/a/providers/microsoft.authorization/roleassignments/N",
      "/subscriptions/a/providers/Microsoft.Authorization/roleAssignments/N",
    ],
    [
      "/subscriptions/a/resourceGroups/g/providers/microsoft.managedidentity/USERASSIGNEDIDENTITIES/i/federatedidentitycredentials/f/",
      "/subscriptions/a/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i/federatedIdentityCredentials/f",
    ],
    ["/providers/microsoft.management/managementgroups/M", "/providers/Microsoft.Management/managementGroups/M"],
    // A name keeps its letters even when it is a fixed segment elsewhere.
    ["/subscriptions/a/resourceGroups/RESOURCES", "/subscriptions/a/resourceGroups/RESOURCES"],
    ["/", "/"],
  ])("%s becomes %s", (path, normal) => {
    expect(normalizeArmPath(path)).toBe(normal);
  });

  it("changes nothing but letter case and slashes, and only once", () => {
    const segment = fc.constantFrom("subscriptions", "PROVIDERS", "Locks", "a", "B", "", "resourcegroups");
    fc.assert(
      fc.property(fc.array(segment), (segments) => {
        const path = `/${segments.join("/")}`;
        const normal = normalizeArmPath(path);
        expect(normalizeArmPath(normal)).toBe(normal);
        expect(normal.toLowerCase()).toBe(`/${segments.filter((each) => each !== "").join("/")}`.toLowerCase());
      }),
    );
  });
});
