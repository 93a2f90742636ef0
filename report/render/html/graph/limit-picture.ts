import { compareLevels, findHighestLevel } from "../../../../analysis/level";
import { columnWords, type GraphKind, type GraphState } from "./graph-words-table";
import { columns, type GraphEdge, type GraphNode, type Picture, type PictureNode } from "./picture";

/** A column with more nodes than this is a list, not a picture. */
const mostInColumn = 12;

/**
 * Keeps a picture small enough to be read: of a column that is too long, what changes and has the highest level stays, and
 * one node stands for all others. The text beside the picture still names each.
 */
export function limitPicture(picture: Picture): Picture {
  const standIns = new Map<string, string>();
  const nodes = columns.flatMap((kind) => {
    const column = picture.nodes.filter((node) => node.kind === kind);
    if (column.length <= mostInColumn) {
      return column;
    }
    const kept = new Set([...column].sort(compareWeight).slice(0, mostInColumn - 1));
    const hidden = column.filter((node) => !kept.has(node));
    const rest = createRest(kind, hidden);
    hidden.forEach(({ id }) => standIns.set(id, rest.id));
    return [...column.filter((node) => kept.has(node)), rest];
  });
  return standIns.size === 0 ? picture : { nodes, edges: mergeEdges(picture.edges, standIns) };
}

function compareWeight(a: GraphNode, b: GraphNode): number {
  return Number(b.state !== "unchanged") - Number(a.state !== "unchanged") || compareLevels(b.level, a.level);
}

function createRest(kind: GraphKind, hidden: readonly GraphNode[]): PictureNode {
  return {
    // No node of a report has a line break in its id.
    id: `\n${kind}`,
    kind,
    label: `and ${hidden.length} more ${columnWords[kind].many}`,
    detail: "named in the text below",
    state: mergeStates(hidden.map(({ state }) => state)),
    level: findHighestLevel(hidden.map(({ level }) => level)),
    pictures: 1,
  };
}

function mergeEdges(edges: readonly GraphEdge[], standIns: ReadonlyMap<string, string>): readonly GraphEdge[] {
  const kept: GraphEdge[] = [];
  const merged = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const from = standIns.get(edge.from) ?? edge.from;
    const to = standIns.get(edge.to) ?? edge.to;
    if (from === edge.from && to === edge.to) {
      kept.push(edge);
    } else {
      const key = JSON.stringify([from, to]);
      merged.set(key, [...(merged.get(key) ?? []), { from, to, state: edge.state }]);
    }
  }
  const bundles = [...merged.values()].flatMap((bundle) => {
    const [first] = bundle;
    return first === undefined ? [] : [{ ...first, state: mergeStates(bundle.map(({ state }) => state)) }];
  });
  return [...kept, ...bundles];
}

/** What is the same for all; otherwise it counts as changed. */
function mergeStates(states: readonly GraphState[]): GraphState {
  const [first = "unchanged"] = states;
  return states.every((state) => state === first) ? first : "changed";
}
