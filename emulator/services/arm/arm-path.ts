/** The segments whose letter case Azure Resource Manager ignores and the routes write in one way. */
const canonicalSegments = new Map(
  [
    "denyAssignments",
    "federatedIdentityCredentials",
    "flexibleFederatedIdentityCredentials",
    "locks",
    "managementGroups",
    "metadata",
    "Microsoft.Authorization",
    "Microsoft.ManagedIdentity",
    "Microsoft.Management",
    "permissions",
    "providers",
    "resourceGroups",
    "resources",
    "roleAssignments",
    "roleDefinitions",
    "subscriptions",
    "tenants",
    "userAssignedIdentities",
  ].map((segment) => [segment.toLowerCase(), segment]),
);

/**
 * Brings a path into the one form that routes are written in. Fixed segments lose their letter case, names keep theirs,
 * and doubled slashes go: clients write `//subscriptions/…` when a scope with its slash fills a `/{scope}` template.
 */
export function normalizeArmPath(path: string): string {
  let expected: "type" | "name" | "namespace" = "type";
  const segments = path
    .split("/")
    .filter((segment) => segment !== "")
    .map((segment) => {
      const fixed = expected === "name" ? segment : (canonicalSegments.get(segment.toLowerCase()) ?? segment);
      if (expected === "type") expected = fixed === "providers" ? "namespace" : "name";
      else expected = "type";
      return fixed;
    });
  return `/${segments.join("/")}`;
}
