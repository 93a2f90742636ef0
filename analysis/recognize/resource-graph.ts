import type { EngineResource } from "../engine/engine-resource";
import { isKeylessComponent } from "./keyless";
import { formatTypeKey } from "./type-key";

/** What a value that is not known may turn out to be. */
export interface Sources {
  /** What a resource declares, by the URN of the resource: the URN that stands for the whole thing. */
  readonly owners: ReadonlyMap<string, string>;
  /** Whether a resource that declares no such thing could be where the value comes from all the same. */
  readonly mayBe: (resource: EngineResource) => boolean;
}

/** The resources of one moment and how they hang together. No order of the resources and no cycle among them changes an answer. */
export interface ResourceGraph {
  readonly find: (urn: string) => EngineResource | undefined;
  /** URN of the nearest component of ours above a resource. */
  readonly findComponent: (resource: EngineResource) => string | undefined;
  /**
   * Follows a value that is not known to the thing that it comes from. A component stands for what is made in it.
   *
   * @returns the URN of the thing, or `undefined` where it could come from another one, or from none.
   */
  readonly follow: (from: readonly string[], sources: Sources) => string | undefined;
}

// Resources that hand their inputs on as they are: a pause between what makes an ID and what uses it.
const passingTypes: ReadonlySet<string> = new Set(["time:index:Sleep"]);

/** Makes the graph of resources. Where several have one URN, the first counts. */
export function createResourceGraph(resources: readonly EngineResource[]): ResourceGraph {
  const byUrn = new Map<string, EngineResource>();
  const children = new Map<string, EngineResource[]>();
  for (const resource of resources) {
    if (byUrn.has(resource.urn)) {
      continue;
    }
    byUrn.set(resource.urn, resource);
    if (resource.parent !== undefined) {
      const siblings = children.get(resource.parent) ?? [];
      siblings.push(resource);
      children.set(resource.parent, siblings);
    }
  }
  const graph: Graph = { byUrn, children };
  return {
    find: (urn) => byUrn.get(urn),
    findComponent: (resource) => findComponent(resource, graph),
    follow: (from, sources) => follow(from, sources, graph),
  };
}

interface Graph {
  readonly byUrn: ReadonlyMap<string, EngineResource>;
  readonly children: ReadonlyMap<string, readonly EngineResource[]>;
}

function findComponent({ urn, parent }: EngineResource, { byUrn }: Graph): string | undefined {
  const seen = new Set([urn]);
  let above = parent;
  while (above !== undefined && !seen.has(above)) {
    seen.add(above);
    const resource = byUrn.get(above);
    if (resource !== undefined && isKeylessComponent(resource.type)) {
      return above;
    }
    above = resource?.parent;
  }
  return undefined;
}

function follow(from: readonly string[], { owners, mayBe }: Sources, { byUrn, children }: Graph): string | undefined {
  const found = new Set<string>();
  const seen = new Set<string>();
  const open = [...from];
  for (let urn = open.pop(); urn !== undefined; urn = open.pop()) {
    if (seen.has(urn)) {
      continue;
    }
    seen.add(urn);
    const owner = owners.get(urn);
    const resource = byUrn.get(urn);
    if (owner !== undefined) {
      found.add(owner);
    } else if (resource === undefined) {
      return undefined;
    } else if (passingTypes.has(formatTypeKey(resource.type))) {
      open.push(...Object.values(resource.propertyDependencies).flat());
    } else if (!resource.custom) {
      open.push(...(children.get(urn) ?? []).map((child) => child.urn));
    } else if (mayBe(resource)) {
      return undefined;
    }
  }
  const [only, ...others] = found;
  return others.length === 0 ? only : undefined;
}
