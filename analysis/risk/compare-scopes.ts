import { assessScope, trimScope, type Breadth } from "./assess-scope";
import { findRelation, type Relation } from "./relation";

const order: readonly Breadth[] = ["resource", "resourceGroup", "subscription", "managementGroup", "tenant"];

/**
 * Compares two scopes as texts. Letter case does not count, as in Azure Resource Manager.
 *
 * Which subscriptions a management group holds cannot be seen from an ID: going up from a subscription to a management group is
 * `wider` whatever it holds, going down is `unknown`.
 */
export function compareScopes(before: string, after: string): Relation {
  const [a, b] = [before, after].map((scope) => trimScope(scope).toLowerCase());
  if (a === undefined || b === undefined) {
    return "unknown";
  }
  const relation = findRelation({ beforeHasAll: contains(a, b), afterHasAll: contains(b, a) });
  return relation === "different" ? compareBreadths(a, b) : relation;
}

/** Whether a scope holds another one, as far as their texts tell. */
export function containsScope(outer: string, inner: string): boolean {
  return contains(trimScope(outer).toLowerCase(), trimScope(inner).toLowerCase());
}

function contains(outer: string, inner: string): boolean {
  return outer === "/" || inner === outer || inner.startsWith(`${outer}/`);
}

function compareBreadths(before: string, after: string): Relation {
  const [a, b] = [before, after].map((value) => order.indexOf(assessScope({ state: "known", value })));
  if (a === undefined || b === undefined || a === -1 || b === -1) {
    return "different";
  }
  const group = order.indexOf("managementGroup");
  if (a === group && b < group) {
    return "unknown";
  }
  return b === group && a < group ? "wider" : "different";
}
