import { compareLevels } from "../../../../analysis/level";
import type { ReportGraph } from "../../../report-document";
import { Groups } from "./groups";
import { findLevel, type GraphEdge, type GraphNode, isChanged, type Picture } from "./picture";

/** What hangs together stays together up to this many nodes: the eye can still follow each line. */
const mostNodes = 16;

/**
 * Splits the access graph into pictures that can be read: one for whatever hangs together. Where that is too much, one for
 * each identity with its service connections; a pipeline or role that several of them share is in each.
 *
 * @returns what changes before what stays, the highest level first, else in the order of the report.
 */
export function splitGraph(graph: ReportGraph): readonly Picture[] {
  const known = new Set(graph.nodes.map(({ id }) => id));
  const edges = graph.edges.filter(({ from, to }) => known.has(from) && known.has(to));
  const parts = splitApart({ nodes: graph.nodes, edges }, () => true).flatMap((part) =>
    part.nodes.length > mostNodes ? splitApart(part, isSubject) : [part],
  );
  return countPictures(parts)
    .map((picture) => ({ picture, changed: isChanged(picture), level: findLevel(picture) }))
    .sort((a, b) => Number(b.changed) - Number(a.changed) || compareLevels(b.level, a.level))
    .map(({ picture }) => picture);
}

function countPictures(parts: readonly ReportGraph[]): readonly Picture[] {
  const counts = new Map<string, number>();
  for (const { id } of parts.flatMap(({ nodes }) => nodes)) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return parts.map(({ nodes, edges }) => ({
    nodes: nodes.map((node) => ({ ...node, pictures: counts.get(node.id) ?? 1 })),
    edges,
  }));
}

/** Service connections and identities are what a picture is about; pipelines and roles are what leads there and on. */
function isSubject({ kind }: GraphNode): boolean {
  return kind === "connection" || kind === "identity";
}

/** One picture for each group of subjects that edges tie together; what is no subject is in the picture of each that it touches. */
function splitApart({ nodes, edges }: ReportGraph, isTying: (node: GraphNode) => boolean): readonly ReportGraph[] {
  const tying = new Set(nodes.filter(isTying).map(({ id }) => id));
  const groups = new Groups();
  const crossing = new Set<string>();
  for (const { from, to } of edges) {
    if (tying.has(from) === tying.has(to)) {
      groups.join(from, to);
    } else {
      crossing.add(tying.has(from) ? to : from);
    }
  }
  const parts = new Parts(nodes);
  for (const { id } of nodes) {
    if (!crossing.has(id)) {
      parts.addNode(groups.find(id), id);
    }
  }
  for (const edge of edges) {
    parts.addEdge(groups.find(tying.has(edge.to) ? edge.to : edge.from), edge);
  }
  return parts.list();
}

class Parts {
  readonly #nodes: ReadonlyMap<string, GraphNode>;
  readonly #parts = new Map<string, { readonly nodes: Set<GraphNode>; readonly edges: GraphEdge[] }>();

  constructor(nodes: readonly GraphNode[]) {
    this.#nodes = new Map(nodes.map((node) => [node.id, node]));
  }

  addNode(group: string, id: string): void {
    const node = this.#nodes.get(id);
    if (node !== undefined) {
      this.#get(group).nodes.add(node);
    }
  }

  addEdge(group: string, edge: GraphEdge): void {
    this.addNode(group, edge.from);
    this.addNode(group, edge.to);
    this.#get(group).edges.push(edge);
  }

  list(): readonly ReportGraph[] {
    return [...this.#parts.values()].map(({ nodes, edges }) => ({ nodes: [...nodes], edges }));
  }

  #get(group: string): { readonly nodes: Set<GraphNode>; readonly edges: GraphEdge[] } {
    const part = this.#parts.get(group) ?? { nodes: new Set(), edges: [] };
    this.#parts.set(group, part);
    return part;
  }
}
