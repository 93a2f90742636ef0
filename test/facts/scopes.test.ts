import fc from "fast-check";
import { formatScope, parseScope, type Scope } from "../../facts/scopes";
import { arbitraryGuid } from "./arbitrary-guid";

const subscriptionId = "8ed75e3b-3d45-4ee2-9d1f-0a7a1f1d2c3b";
const subscription = `/subscriptions/${subscriptionId}`;

describe("parseScope", () => {
  // The forms of https://learn.microsoft.com/azure/role-based-access-control/scope-overview
  it.each<[string, Scope]>([
    ["/", { kind: "tenant-root" }],
    [
      "/providers/Microsoft.Management/managementGroups/marketing",
      { kind: "management-group", managementGroupId: "marketing" },
    ],
    [subscription, { kind: "subscription", subscriptionId }],
    [
      `${subscription}/resourceGroups/Example-Storage-rg`,
      { kind: "resource-group", subscriptionId, resourceGroupName: "Example-Storage-rg" },
    ],
    [
      `${subscription}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/assets/blobServices/default/containers/web`,
      {
        kind: "resource",
        subscriptionId,
        resourceGroupName: "rg",
        provider: "Microsoft.Storage",
        resources: [
          { type: "storageAccounts", name: "assets" },
          { type: "blobServices", name: "default" },
          { type: "containers", name: "web" },
        ],
      },
    ],
    [
      `${subscription}/providers/Microsoft.Features/providers/Microsoft.Compute`,
      { kind: "other", scope: `${subscription}/providers/Microsoft.Features/providers/Microsoft.Compute` },
    ],
    [
      `${subscription}/providers/Microsoft.Capacity/reservations/one`,
      {
        kind: "resource",
        subscriptionId,
        provider: "Microsoft.Capacity",
        resources: [{ type: "reservations", name: "one" }],
      },
    ],
  ])("reads %s", (text, scope) => {
    expect(parseScope(text)).toEqual(scope);
    expect(formatScope(scope)).toBe(text);
  });

  it("does not mind the letter case of fixed segments, and keeps that of names", () => {
    const text = `/SUBSCRIPTIONS/${subscriptionId.toUpperCase()}/resourcegroups/RG-Prod/PROVIDERS/Microsoft.Web/sites/App`;
    expect(formatScope(parseScope(text))).toBe(
      `/subscriptions/${subscriptionId.toUpperCase()}/resourceGroups/RG-Prod/providers/Microsoft.Web/sites/App`,
    );
    expect(parseScope("/providers/microsoft.management/managementgroups/Prod")).toEqual({
      kind: "management-group",
      managementGroupId: "Prod",
    });
  });

  it.each([
    ["nothing", ""],
    ["a bare subscription ID", subscriptionId],
    ["a subscription by name", "/subscriptions/payments"],
    ["a slash at the end", `${subscription}/`],
    ["a resource group without a name", `${subscription}/resourceGroups`],
    ["a provider without a resource", `${subscription}/resourceGroups/rg/providers/Microsoft.Web`],
    ["a type without a name", `${subscription}/resourceGroups/rg/providers/Microsoft.Web/sites`],
    ["an empty segment", `${subscription}/resourceGroups//providers/Microsoft.Web/sites/app`],
    ["an unknown segment", `${subscription}/groups/rg`],
    [
      "an extension resource",
      `${subscription}/resourceGroups/rg/providers/Microsoft.Web/sites/app/providers/Microsoft.Insights/components/x`,
    ],
    ["a URL", `https://management.azure.com${subscription}`],
  ])("takes %s for another text", (_, text) => {
    expect(parseScope(text)).toEqual({ kind: "other", scope: text });
  });
});

describe("parseScope and formatScope", () => {
  const name = fc.stringMatching(/^[A-Za-z0-9][\w.()-]{0,20}$/);
  const resources = fc.array(
    fc.record({ type: fc.stringMatching(/^[a-z][A-Za-z]{2,12}$/).filter((type) => type !== "providers"), name }),
    { minLength: 1, maxLength: 4 },
  );
  const provider = fc.stringMatching(/^[A-Z][a-z]{2,8}\.[A-Z][A-Za-z]{2,12}$/);
  const scopes: fc.Arbitrary<Scope> = fc.oneof(
    fc.constant<Scope>({ kind: "tenant-root" }),
    fc.record({ kind: fc.constant("management-group" as const), managementGroupId: name }),
    fc.record({ kind: fc.constant("subscription" as const), subscriptionId: arbitraryGuid }),
    fc.record({ kind: fc.constant("resource-group" as const), subscriptionId: arbitraryGuid, resourceGroupName: name }),
    fc.record(
      {
        kind: fc.constant("resource" as const),
        subscriptionId: arbitraryGuid,
        resourceGroupName: name,
        provider,
        resources,
      },
      { requiredKeys: ["kind", "subscriptionId", "provider", "resources"] },
    ),
  );

  it("read back what they write", () => {
    fc.assert(
      fc.property(scopes, (scope) => {
        expect(parseScope(formatScope(scope))).toEqual(scope);
      }),
    );
  });

  it("read the same scope in any letter case of its fixed segments", () => {
    const shout = (text: string): string =>
      text.replace(/\/(subscriptions|resourceGroups|providers)(?=\/)/g, (segment) => segment.toUpperCase());
    fc.assert(
      fc.property(scopes, (scope) => {
        expect(parseScope(shout(formatScope(scope)))).toEqual(scope);
      }),
    );
  });

  it("do not change a text that they wrote once", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), scopes.map(formatScope), fc.webPath()), (text) => {
        const once = formatScope(parseScope(text));
        expect(once.toLowerCase()).toBe(text.toLowerCase());
        expect(formatScope(parseScope(once))).toBe(once);
      }),
    );
  });
});
