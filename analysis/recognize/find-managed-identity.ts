import { parseScope } from "../../facts/scopes";
import type { Identity } from "../model/identity";
import type { Reference } from "../model/reference";
import type { Value } from "../model/value";
import type { ResourceGraph, Sources } from "./resource-graph";

/** A managed identity by its names in Azure. */
export interface ManagedIdentityName {
  readonly name: Value;
  readonly resourceGroup: Value;
}

/** Prepares the finding of managed identities by their names among those of the stack. */
export function createManagedIdentityFinder(
  identities: readonly Identity[],
  graph: ResourceGraph,
  sources: Sources,
): (names: ManagedIdentityName) => Reference {
  const byName = new Map<string, Identity[]>();
  for (const identity of identities) {
    const { kind, displayName } = identity;
    if (kind === "managedIdentity" && displayName.state === "known") {
      const key = displayName.value.toLowerCase();
      const list = byName.get(key) ?? [];
      list.push(identity);
      byName.set(key, list);
    }
  }
  return (names) => findManagedIdentity(names, { byName, graph, sources });
}

interface Search {
  readonly byName: ReadonlyMap<string, readonly Identity[]>;
  readonly graph: ResourceGraph;
  readonly sources: Sources;
}

function findManagedIdentity(
  { name, resourceGroup }: ManagedIdentityName,
  { byName, graph, sources }: Search,
): Reference {
  if (name.state === "unknown") {
    const urn = graph.follow(name.from, sources);
    return urn === undefined ? { to: "unknown", from: name.from } : { to: "declared", urn };
  }
  if (name.state !== "known") {
    return { to: name.state };
  }
  const named = byName.get(name.value.toLowerCase()) ?? [];
  const [only, ...others] = named.filter((identity) => isSameGroup(identity.resourceGroup, resourceGroup));
  if (only !== undefined && others.length === 0) {
    return { to: "declared", urn: only.urn };
  }
  if (resourceGroup.state === "unknown") {
    return { to: "unknown", from: resourceGroup.from };
  }
  if (resourceGroup.state !== "known") {
    return { to: resourceGroup.state };
  }
  return { to: "other", id: formatRelativeId(resourceGroup.value, name.value) };
}

/** The resource ID of a managed identity without its subscription, which the names do not tell. */
function formatRelativeId(resourceGroup: string, name: string): string {
  return `resourceGroups/${resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`;
}

/** Whether two resource groups are the same: as texts without letter case, or as values that come from the same resources. */
function isSameGroup(a: Value, b: Value): boolean {
  if (a.state === "known" && b.state === "known") {
    return readGroupName(a.value) === readGroupName(b.value);
  }
  return (
    a.state === "unknown" &&
    b.state === "unknown" &&
    a.from.length > 0 &&
    JSON.stringify(a.from) === JSON.stringify(b.from)
  );
}

function readGroupName(text: string): string {
  const scope = parseScope(text);
  return (scope.kind === "resource-group" ? scope.resourceGroupName : text).toLowerCase();
}
