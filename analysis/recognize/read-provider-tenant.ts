import type { EngineResource } from "../engine/engine-resource";
import type { Value } from "../model/value";
import { readId } from "./read-value";
import type { ResourceGraph } from "./resource-graph";

/** Reads the tenant that the resource's provider works in; absent where the provider says nothing, as default ones do. */
export function readProviderTenant(resource: EngineResource, graph: ResourceGraph): Value {
  const provider = resource.provider === undefined ? undefined : graph.find(resource.provider);
  return provider === undefined ? { state: "absent" } : readId(provider, "tenantId");
}
