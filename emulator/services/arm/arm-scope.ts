import type { Subscription } from "../../state/entities";
import type { Store } from "../../state/store";

/** The subscription that a scope lies in; undefined for a management group and the tenant root. */
export function readSubscriptionId(scope: string): string | undefined {
  return /^\/subscriptions\/([^/]+)/i.exec(scope)?.[1];
}

/** The subscription's resource group that a scope is or lies in. */
export function readResourceGroupId(scope: string): string | undefined {
  return /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.exec(scope)?.[0];
}

/**
 * The scopes whose role assignments apply at a scope: itself and everything above it, nearest first. Letter case is
 * dropped, because ids are compared without it.
 */
export function listApplicableScopes(store: Store, scope: string): readonly string[] {
  const scopes = [...listOwnLevels(scope), ...listManagementGroups(store, scope).map(formatManagementGroup), "/"];
  return [...new Set(scopes.map((each) => each.toLowerCase()))];
}

/** Whether a scope is another one or lies below it. */
export function isAtOrBelow(store: Store, scope: string, ancestor: string): boolean {
  return listApplicableScopes(store, scope).includes(ancestor.toLowerCase());
}

export function isSameScope(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

// Every cut of the path that is a scope by itself: a resource, the resources it is a part of, its group, its subscription.
function listOwnLevels(scope: string): string[] {
  const levels: string[] = [];
  const segments = scope.split("/").filter((segment) => segment !== "");
  for (let end = segments.length; end > 0; end -= 2) {
    const level = segments.slice(0, end);
    // A provider's namespace without a resource behind it is no level.
    if (level.at(-2)?.toLowerCase() !== "providers") levels.push(`/${level.join("/")}`);
  }
  return levels;
}

function listManagementGroups(store: Store, scope: string): readonly string[] {
  const subscriptionId = readSubscriptionId(scope);
  if (subscriptionId !== undefined) return store.subscriptions.get(subscriptionId)?.managementGroupIds ?? [];
  const name = readManagementGroup(scope)?.toLowerCase();
  const subscription = store.subscriptions
    .list()
    .find((each) => each.managementGroupIds.some((group) => group.toLowerCase() === name));
  return subscription === undefined ? [] : listGroupsFrom(subscription, name);
}

function listGroupsFrom({ managementGroupIds }: Subscription, name: string | undefined): readonly string[] {
  return managementGroupIds.slice(managementGroupIds.findIndex((group) => group.toLowerCase() === name));
}

/** The management group that a scope is or lies in. */
export function readManagementGroup(scope: string): string | undefined {
  return /^\/providers\/Microsoft\.Management\/managementGroups\/([^/]+)/i.exec(scope)?.[1];
}

function formatManagementGroup(name: string): string {
  return `/providers/Microsoft.Management/managementGroups/${name}`;
}
