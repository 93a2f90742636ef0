import { isAtOrBelow, listApplicableScopes } from "../../../../emulator/services/arm/arm-scope";
import { Store } from "../../../../emulator/state/store";

const subscriptionId = "0b1f6471-1bf0-4dda-aec3-cb9272f09590";
const subscription = `/subscriptions/${subscriptionId}`;

function createStore(): Store {
  const store = new Store();
  store.subscriptions.insert({
    subscriptionId,
    tenantId: "t",
    displayName: "Payments",
    managementGroupIds: ["payments", "landing-zones", "root"],
  });
  return store;
}

describe("listApplicableScopes", () => {
  it("climbs from a part of a resource to the tenant root", () => {
    const container = `${subscription}/resourceGroups/App/providers/Microsoft.Storage/storageAccounts/a/blobServices/default`;
    expect(listApplicableScopes(createStore(), container)).toEqual([
      container.toLowerCase(),
      `${subscription}/resourcegroups/app/providers/microsoft.storage/storageaccounts/a`,
      `${subscription}/resourcegroups/app`,
      subscription,
      "/providers/microsoft.management/managementgroups/payments",
      "/providers/microsoft.management/managementgroups/landing-zones",
      "/providers/microsoft.management/managementgroups/root",
      "/",
    ]);
  });

  it("climbs from a management group to those above it alone", () => {
    expect(
      listApplicableScopes(createStore(), "/providers/Microsoft.Management/managementGroups/Landing-Zones"),
    ).toEqual([
      "/providers/microsoft.management/managementgroups/landing-zones",
      "/providers/microsoft.management/managementgroups/root",
      "/",
    ]);
  });

  it("knows nothing above what it does not know", () => {
    expect(listApplicableScopes(createStore(), "/subscriptions/other")).toEqual(["/subscriptions/other", "/"]);
    expect(listApplicableScopes(createStore(), "/providers/Microsoft.Management/managementGroups/other")).toEqual([
      "/providers/microsoft.management/managementgroups/other",
      "/",
    ]);
  });
});

describe("isAtOrBelow", () => {
  it("is not fooled by a name that begins like another", () => {
    const store = createStore();
    expect(isAtOrBelow(store, `${subscription}/resourceGroups/app-two`, `${subscription}/resourceGroups/app`)).toBe(
      false,
    );
    expect(isAtOrBelow(store, `${subscription}/resourceGroups/APP`, `${subscription}/resourceGroups/app`)).toBe(true);
    expect(isAtOrBelow(store, subscription, `${subscription}/resourceGroups/app`)).toBe(false);
  });
});
