import type { EngineResource, SourcePosition } from "../../analysis/engine/engine-resource";

/** Gives resources that name no line of the program that of the nearest component above them. */
export function addSourcesOfParents(resources: readonly EngineResource[]): readonly EngineResource[] {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  return resources.map((resource) => {
    const source = resource.source ?? findSourceAbove(resource, byUrn);
    return source === undefined ? resource : { ...resource, source };
  });
}

function findSourceAbove(
  resource: EngineResource,
  byUrn: ReadonlyMap<string, EngineResource>,
): SourcePosition | undefined {
  const seen = new Set<string>();
  for (
    let above = byUrn.get(resource.parent ?? "");
    above !== undefined && !seen.has(above.urn);
    above = byUrn.get(above.parent ?? "")
  ) {
    if (above.source !== undefined) {
      return above.source;
    }
    seen.add(above.urn);
  }
  return undefined;
}
