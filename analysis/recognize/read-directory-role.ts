import { findDirectoryRole } from "../../facts/directory-permissions";
import type { EngineResource } from "../engine/engine-resource";
import type { Value } from "../model/value";
import { mapKnown, readFirst, readId } from "./read-value";
import type { ResourceGraph } from "./resource-graph";
import { formatTypeKey } from "./type-key";

/**
 * Reads which directory role is meant: the ID of its template where Microsoft's roles are meant. A role that the stack switches on
 * has an object ID of the tenant's own, so that its template or its name says which one it is.
 */
export function readDirectoryRole(resource: EngineResource, path: string, graph: ResourceGraph): Value {
  const sources = Object.hasOwn(resource.propertyDependencies, path) ? (resource.propertyDependencies[path] ?? []) : [];
  const [role, ...others] = sources.map((urn) => graph.find(urn));
  if (role === undefined || others.length > 0 || formatTypeKey(role.type) !== "azuread:index:DirectoryRole") {
    return readId(resource, path);
  }
  const template = readFirst(role, ["templateId", "displayName"], readId);
  return template.state === "absent"
    ? readId(resource, path)
    : mapKnown(template, (nameOrId) => findDirectoryRole(nameOrId)?.id ?? nameOrId);
}
