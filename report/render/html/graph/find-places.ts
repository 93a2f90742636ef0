import { type DagreGraph, Graph, layout } from "./dagre";
import { columnWidth, gapWidth } from "./measures";

/** What a picture is for its lay-out: sizes and what leads where, without a word of what it says. */
export interface Shape {
  readonly boxes: readonly { readonly column: number; readonly height: number }[];
  /** `from` and `to` are indexes of boxes; each leads to a column further right. Width and height are of what stands on the line. */
  readonly lines: readonly {
    readonly from: number;
    readonly to: number;
    readonly width: number;
    readonly height: number;
  }[];
}

/** Where things stand, in pixels from the top. */
export interface Places {
  /** The middle of each box. */
  readonly boxes: readonly number[];
  /** The heights of each line on its way: in the gaps and in the columns between them, in turn. */
  readonly lines: readonly (readonly number[])[];
  readonly height: number;
}

/**
 * Finds the order in each column that crosses the fewest lines, and the heights. Most pictures of a large stack have one of a
 * few shapes: each is found once.
 */
export class PlaceFinder {
  readonly #found = new Map<string, Places>();

  /** Finds the places for a shape. */
  find(shape: Shape): Places {
    const key = JSON.stringify(shape);
    const places = this.#found.get(key) ?? findPlaces(shape);
    this.#found.set(key, places);
    return places;
  }
}

function findPlaces(shape: Shape): Places {
  const graph = createGraph(shape);
  layout(graph);
  const boxes = shape.boxes.map((_, index) => graph.node(String(index)).y ?? 0);
  const lines = shape.lines.map(({ from, to }, index) => {
    const { points = [] } = graph.edge(String(from), String(to), String(index));
    return points.slice(1, -1).map(({ y }) => y);
  });
  const tops = shape.boxes.map(({ height }, index) => (boxes[index] ?? 0) - height / 2);
  const bottoms = shape.boxes.map(({ height }, index) => (boxes[index] ?? 0) + height / 2);
  const lineTops = shape.lines.map(({ height }, index) => Math.min(...(lines[index] ?? [])) - height / 2);
  const lineBottoms = shape.lines.map(({ height }, index) => Math.max(...(lines[index] ?? [])) + height / 2);
  const [top, bottom] = [Math.min(...tops, ...lineTops), Math.max(...bottoms, ...lineBottoms)];
  const move = isUpsideDown(shape, boxes) ? (y: number) => bottom - y : (y: number) => y - top;
  return { boxes: boxes.map(move), lines: lines.map((heights) => heights.map(move)), height: bottom - top };
}

/** A picture is as good upside down: of both, the one is taken that keeps more of the order of the report. */
function isUpsideDown({ boxes }: Shape, middles: readonly number[]): boolean {
  const last = new Map<number, number>();
  let kept = 0;
  for (const [index, { column }] of boxes.entries()) {
    const middle = middles[index] ?? 0;
    kept += Math.sign(middle - (last.get(column) ?? middle));
    last.set(column, middle);
  }
  return kept < 0;
}

function createGraph({ boxes, lines }: Shape): DagreGraph {
  const graph = new Graph({ multigraph: true });
  // The columns are given, so dagre has no rank to find; between two of them it keeps one for what stands on the lines.
  graph.setGraph({ rankdir: "LR", ranker: "none", nodesep: 14, edgesep: 10, ranksep: gapWidth });
  for (const [index, { column, height }] of boxes.entries()) {
    graph.setNode(String(index), { width: columnWidth, height, rank: 2 * column });
  }
  for (const [index, { from, to, width, height }] of lines.entries()) {
    const minlen = (boxes[to]?.column ?? 0) - (boxes[from]?.column ?? 0);
    graph.setEdge(String(from), String(to), { width, height, labelpos: "c", minlen }, String(index));
  }
  return graph;
}
