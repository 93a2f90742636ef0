import { compareTexts } from "../../analysis/compare-texts";
import { findHighestLevel, type Level } from "../../analysis/level";
import type { ReportGraph } from "../report-document";
import { shortenMiddle } from "./fit-phrase";
import type { GraphState } from "./graph-facts";

type Node = ReportGraph["nodes"][number];

/** What stands in a column of the picture. */
export interface DraftNode {
  readonly kind: Node["kind"];
  /** Tells it apart from others of its column, before and after the run. */
  readonly key: string;
  readonly label: string;
  readonly detail?: string;
}

/** One thing of the model that leads from a node to another. */
export interface DraftEdge {
  readonly from: DraftNode;
  readonly to: DraftNode;
  readonly side: "before" | "after";
  readonly state: GraphState;
  readonly level: Level;
}

interface NodeRecord {
  draft: DraftNode;
  /** Where the model has a thing for the node, what happened to that; else the edges decide. */
  state?: GraphState;
  readonly levels: Level[];
  /** By the nodes that it leads to, what leads there. */
  readonly edges: Map<NodeRecord, StatesOfSides>;
}

interface EdgeRecord {
  readonly from: NodeRecord;
  readonly to: NodeRecord;
  readonly state: GraphState;
}

type StatesOfSides = Readonly<Record<"before" | "after", Set<GraphState>>>;

const mostNodes = 20_000;
const mostEdges = 50_000;

/** Puts a picture together from things of both sides: what is on both is one node, one edge. */
export class GraphDraft {
  /** By the keys of the nodes, in the order of the columns. */
  private readonly columns: Readonly<Record<Node["kind"], Map<string, NodeRecord>>> = {
    pipeline: new Map(),
    connection: new Map(),
    identity: new Map(),
    role: new Map(),
  };

  /** Adds a node that the model has a thing for. Of a thing that is on both sides, the later one has its say. */
  addNode(draft: DraftNode, state: GraphState, level: Level): void {
    const record = this.ensureNode(draft);
    record.draft = draft;
    record.state = state;
    record.levels.push(level);
  }

  /** Adds an edge, and its nodes where they are new. */
  addEdge({ from, to, side, state, level }: DraftEdge): void {
    const [start, end] = [this.ensureNode(from), this.ensureNode(to)];
    for (const record of [start, end]) {
      if (record.state === undefined) record.levels.push(level);
    }
    const states = start.edges.get(end) ?? { before: new Set(), after: new Set() };
    states[side].add(state);
    start.edges.set(end, states);
  }

  /** The picture, in an order that does not depend on that of the model; what has changed comes before what is cut. */
  finish(): ReportGraph {
    const records = this.listNodes();
    const edges = records.flatMap(listEdges);
    const states = findStates(records, edges);
    const nodes = keepChanged(records, states);
    const places = new Map(nodes.map((record, index) => [record, index]));
    return {
      nodes: nodes.map((record, index) => ({
        id: formatId(record, index),
        kind: record.draft.kind,
        label: shortenMiddle(record.draft.label, 200),
        ...(record.draft.detail === undefined ? {} : { detail: shortenMiddle(record.draft.detail, 400) }),
        state: states.get(record) ?? "unchanged",
        level: findHighestLevel(record.levels),
      })),
      edges: edges
        .flatMap(({ from, to, state }) => {
          const [start, end] = [places.get(from), places.get(to)];
          return start === undefined || end === undefined ? [] : [{ from, to, state, start, end }];
        })
        .sort((a, b) => rank(a.state) - rank(b.state) || a.start - b.start || a.end - b.end)
        .slice(0, mostEdges)
        .map(({ from, to, state, start, end }) => ({ from: formatId(from, start), to: formatId(to, end), state })),
    };
  }

  private listNodes(): readonly NodeRecord[] {
    return Object.values(this.columns).flatMap((column) =>
      [...column].sort(([a], [b]) => compareTexts(a, b)).map(([, record]) => record),
    );
  }

  private ensureNode(draft: DraftNode): NodeRecord {
    const column = this.columns[draft.kind];
    const record = column.get(draft.key) ?? { draft, levels: [], edges: new Map<NodeRecord, StatesOfSides>() };
    column.set(draft.key, record);
    return record;
  }
}

function listEdges(from: NodeRecord): readonly EdgeRecord[] {
  return [...from.edges].map(([to, states]) => ({ from, to, state: joinSides(states) }));
}

function findStates(records: readonly NodeRecord[], edges: readonly EdgeRecord[]): ReadonlyMap<NodeRecord, GraphState> {
  const statesOfEdges = new Map(records.map((record) => [record, new Set<GraphState>()]));
  for (const { from, to, state } of edges) {
    statesOfEdges.get(from)?.add(state);
    statesOfEdges.get(to)?.add(state);
  }
  return new Map(records.map((record) => [record, record.state ?? joinEdges(statesOfEdges.get(record))]));
}

/** As many as a picture may have, in their order. */
function keepChanged(
  records: readonly NodeRecord[],
  states: ReadonlyMap<NodeRecord, GraphState>,
): readonly NodeRecord[] {
  if (records.length <= mostNodes) {
    return records;
  }
  const rankNode = (record: NodeRecord): number => rank(states.get(record) ?? "unchanged");
  const kept = new Set([...records].sort((a, b) => rankNode(a) - rankNode(b)).slice(0, mostNodes));
  return records.filter((record) => kept.has(record));
}

function formatId({ draft }: NodeRecord, place: number): string {
  return `${draft.kind}-${place + 1}`;
}

/** What is there on one side only is added or removed where a change says so: in a run that is not whole, nothing says so. */
function joinSides({ before, after }: StatesOfSides): GraphState {
  if (before.size > 0 && after.size > 0) {
    const all = new Set([...before, ...after]);
    return all.size === 1 && all.has("unchanged") ? "unchanged" : "changed";
  }
  if (after.size > 0) {
    return after.has("unchanged") ? "unchanged" : "added";
  }
  return before.has("unchanged") ? "unchanged" : "removed";
}

function joinEdges(states: ReadonlySet<GraphState> | undefined): GraphState {
  const [only, ...others] = [...(states ?? [])];
  if (only !== undefined && others.length === 0) {
    return only === "changed" ? "unchanged" : only;
  }
  return states?.has("unchanged") === false && !states.has("changed") ? "changed" : "unchanged";
}

function rank(state: GraphState): number {
  return state === "unchanged" ? 1 : 0;
}
