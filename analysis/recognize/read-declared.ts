import type { EngineResource } from "../engine/engine-resource";
import type { Declared } from "../model/declared";
import type { ResourceGraph } from "./resource-graph";

/** Reads what every thing of the model has from the resource that declares it. */
export function readDeclared(resource: EngineResource, graph: ResourceGraph): Declared {
  const component = graph.findComponent(resource);
  return {
    urn: resource.urn,
    type: resource.type,
    name: resource.name,
    ...(component === undefined ? {} : { component }),
    ...(resource.source === undefined ? {} : { source: resource.source }),
    protect: resource.protect,
    retainOnDelete: resource.retainOnDelete,
    external: resource.external,
  };
}
