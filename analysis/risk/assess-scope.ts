import { parseScope } from "../../facts/scopes";
import type { Value } from "../model/value";

/** How much a scope holds, from the least to the most; `unknown` where it cannot be seen. */
export type Breadth = "resource" | "resourceGroup" | "subscription" | "managementGroup" | "tenant" | "unknown";

/** Finds out how much a scope holds. A scope that is not known before the deployment has no breadth: it is never guessed. */
export function assessScope(scope: Value): Breadth {
  if (scope.state !== "known") {
    return "unknown";
  }
  const parsed = parseScope(trimScope(scope.value));
  switch (parsed.kind) {
    case "tenant-root":
      return "tenant";
    case "management-group":
      return "managementGroup";
    case "subscription":
      return "subscription";
    case "resource-group":
      return "resourceGroup";
    case "resource":
      return "resource";
    case "other":
      // An extension of a resource, such as a part of another provider, lies below that resource.
      return /^\/subscriptions\/[^/]+\/.+\/providers\/.+/i.test(parsed.scope) ? "resource" : "unknown";
  }
}

/** Drops the slashes at the end that Azure drops too, except where the slash is the whole scope. */
export function trimScope(scope: string): string {
  const trimmed = scope.trim();
  let end = trimmed.length;
  while (end > 1 && trimmed[end - 1] === "/") {
    end--;
  }
  return trimmed.slice(0, end);
}
