import { isAssignableScope, normalizeScope } from "../../../lib/access/assignable-scope";

const subscription = "/subscriptions/00000000-0000-4000-8000-000000000000";

describe("a scope that roles can be assigned at", () => {
  it.each([
    "/",
    subscription,
    `${subscription}/resourceGroups/rg`,
    `${subscription}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/a/blobServices/default/containers/c`,
    `${subscription}/providers/Microsoft.Cdn/profiles/p`,
    "/providers/Microsoft.Management/managementGroups/platform",
    "/providers/Microsoft.Capacity",
    "/providers/Microsoft.Capacity/reservationOrders/o",
    `${subscription}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm/providers/Microsoft.Insights/x/y`,
  ])("can be %s", (scope) => {
    expect(isAssignableScope(scope)).toBe(true);
  });

  it.each([
    "",
    "rg",
    "subscriptions/00000000-0000-4000-8000-000000000000",
    "/subscriptions/payments",
    `${subscription}/`,
    `${subscription}/resourceGroups`,
    `${subscription}/resourceGroups/rg/`,
    `${subscription}/resourceGroups/rg/providers/Microsoft.Web/sites`,
    `https://management.azure.com${subscription}`,
  ])("cannot be %p", (scope) => {
    expect(isAssignableScope(scope)).toBe(false);
  });

  it("keeps the spelling of names when it is normalized", () => {
    expect(normalizeScope(`${subscription.toUpperCase()}/RESOURCEGROUPS/MyGroup`)).toBe(
      `/subscriptions/${subscription.slice("/subscriptions/".length).toUpperCase()}/resourceGroups/MyGroup`,
    );
  });
});
