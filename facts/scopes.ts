import { isGuid } from "./guid";

/** The whole tenant: `/`. */
export interface TenantRootScope {
  /** Tells the kinds apart. */
  readonly kind: "tenant-root";
}

/** A management group. */
export interface ManagementGroupScope {
  /** Tells the kinds apart. */
  readonly kind: "management-group";
  /** Name of the group, which is its ID and not its display name. */
  readonly managementGroupId: string;
}

/** A subscription. */
export interface SubscriptionScope {
  /** Tells the kinds apart. */
  readonly kind: "subscription";
  /** GUID, in the letter case it was given in. */
  readonly subscriptionId: string;
}

/** A resource group. */
export interface ResourceGroupScope {
  /** Tells the kinds apart. */
  readonly kind: "resource-group";
  /** GUID, in the letter case it was given in. */
  readonly subscriptionId: string;
  /** Name of the resource group. */
  readonly resourceGroupName: string;
}

/** A resource, or a part of one, in a resource group or directly in a subscription. */
export interface ResourceScope {
  /** Tells the kinds apart. */
  readonly kind: "resource";
  /** GUID, in the letter case it was given in. */
  readonly subscriptionId: string;
  /** Absent for a resource that lives directly in the subscription. */
  readonly resourceGroupName?: string;
  /** Namespace of the resource provider, such as `Microsoft.Storage`. */
  readonly provider: string;
  /** The resource and its parts, outermost first: a blob container is account, service, container. */
  readonly resources: readonly ResourceSegment[];
}

/** One type and name pair of a resource ID. */
export interface ResourceSegment {
  /** Type without its provider, such as `storageAccounts`. */
  readonly type: string;
  /** Name of the resource. */
  readonly name: string;
}

/** Any other text, such as the ID of an extension resource. */
export interface OtherScope {
  /** Tells the kinds apart. */
  readonly kind: "other";
  /** The text as it was given. */
  readonly scope: string;
}

/** Where a role assignment applies, read from a resource ID of Azure Resource Manager. */
export type Scope =
  TenantRootScope | ManagementGroupScope | SubscriptionScope | ResourceGroupScope | ResourceScope | OtherScope;

const managementGroupPattern = /^\/providers\/Microsoft\.Management\/managementGroups\/([^/\s]+)$/i;
const subscriptionPattern =
  /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?(?:\/providers\/([^/\s]+)\/(.+))?$/is;

/**
 * Reads a scope. The fixed segments have no letter case, as in Azure Resource Manager; IDs and names stay as written.
 *
 * The forms are documented at https://learn.microsoft.com/azure/role-based-access-control/scope-overview
 */
export function parseScope(scope: string): Scope {
  if (scope === "/") {
    return { kind: "tenant-root" };
  }
  const [, managementGroupId] = managementGroupPattern.exec(scope) ?? [];
  if (managementGroupId !== undefined) {
    return { kind: "management-group", managementGroupId };
  }
  return parseSubscriptionScope(scope) ?? { kind: "other", scope };
}

/** Writes a scope as {@link parseScope} reads it, with the fixed segments in their documented letter case. */
export function formatScope(scope: Scope): string {
  switch (scope.kind) {
    case "tenant-root":
      return "/";
    case "management-group":
      return `/providers/Microsoft.Management/managementGroups/${scope.managementGroupId}`;
    case "subscription":
      return `/subscriptions/${scope.subscriptionId}`;
    case "resource-group":
      return `/subscriptions/${scope.subscriptionId}/resourceGroups/${scope.resourceGroupName}`;
    case "resource":
      return formatResourceScope(scope);
    case "other":
      return scope.scope;
  }
}

function parseSubscriptionScope(scope: string): Scope | undefined {
  const [, subscriptionId, resourceGroupName, provider, path] = subscriptionPattern.exec(scope) ?? [];
  if (subscriptionId === undefined || !isGuid(subscriptionId)) {
    return undefined;
  }
  if (provider !== undefined && path !== undefined) {
    const resources = parseResourceSegments(path);
    if (resources === undefined) {
      return undefined;
    }
    const place = resourceGroupName === undefined ? {} : { resourceGroupName };
    return { kind: "resource", subscriptionId, ...place, provider, resources };
  }
  return resourceGroupName === undefined
    ? { kind: "subscription", subscriptionId }
    : { kind: "resource-group", subscriptionId, resourceGroupName };
}

function parseResourceSegments(path: string): readonly ResourceSegment[] | undefined {
  const segments = path.split("/");
  const resources: ResourceSegment[] = [];
  for (let index = 0; index < segments.length; index += 2) {
    const [type, name] = segments.slice(index, index + 2);
    // A second "providers" begins an extension resource, which is another kind of thing than a part of the resource.
    if (!type || !name || type.toLowerCase() === "providers") {
      return undefined;
    }
    resources.push({ type, name });
  }
  return resources;
}

function formatResourceScope(scope: ResourceScope): string {
  const group = scope.resourceGroupName === undefined ? "" : `/resourceGroups/${scope.resourceGroupName}`;
  const path = scope.resources.map(({ type, name }) => `${type}/${name}`).join("/");
  return `/subscriptions/${scope.subscriptionId}${group}/providers/${scope.provider}/${path}`;
}
