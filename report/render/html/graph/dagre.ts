import * as dagre from "@dagrejs/dagre";

/*
 * What is used of dagre. Its own declarations leave file extensions out in an ES module, so that TypeScript, which follows
 * Node here, sees none of them.
 */

/** What dagre reads of a node, and what it writes to it. */
export interface DagreNode {
  readonly width: number;
  readonly height: number;
  readonly rank: number;
  readonly y?: number;
}

/** What dagre reads of an edge, and what it writes to it. */
export interface DagreEdge {
  readonly width: number;
  readonly height: number;
  readonly labelpos: "c";
  readonly minlen: number;
  readonly points?: readonly { readonly y: number }[];
}

interface DagreSettings {
  readonly rankdir: "LR";
  /** `none` takes the ranks that the nodes have. */
  readonly ranker: "none";
  readonly nodesep: number;
  readonly edgesep: number;
  readonly ranksep: number;
}

/** A graph to lay out. */
export interface DagreGraph {
  setGraph(settings: DagreSettings): void;
  setNode(id: string, node: DagreNode): void;
  setEdge(from: string, to: string, edge: DagreEdge, name: string): void;
  node(id: string): DagreNode;
  edge(from: string, to: string, name: string): DagreEdge;
}

interface Dagre {
  readonly Graph: new (options: { readonly multigraph: boolean }) => DagreGraph;
  readonly layout: (graph: DagreGraph) => void;
}

/** dagre, checked to have what is used of it. */
export const { Graph, layout } = checkDagre(dagre);

function checkDagre(loaded: unknown): Dagre {
  if (!isDagre(loaded)) {
    throw new Error("This version of @dagrejs/dagre has no Graph or no layout.");
  }
  return loaded;
}

function isDagre(loaded: unknown): loaded is Dagre {
  return (
    typeof loaded === "object" &&
    loaded !== null &&
    "Graph" in loaded &&
    typeof loaded.Graph === "function" &&
    "layout" in loaded &&
    typeof loaded.layout === "function"
  );
}
