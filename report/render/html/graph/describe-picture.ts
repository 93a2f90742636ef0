import { compareLevels } from "../../../../analysis/level";
import { type Markup, markup } from "../markup";
import { levelWords } from "../../words-table";
import { columnWords, stateWords } from "./graph-words-table";
import type { GraphEdge, GraphNode, Picture } from "./picture";

/** Says all that a node stands for, in one line. */
export function describeNode({ kind, label, detail, state, level }: GraphNode): string {
  const parts = [
    `${capitalize(columnWords[kind].one)} ${label}`,
    ...(detail === undefined ? [] : [detail]),
    stateWords[state].word,
    ...(compareLevels(level, "low") >= 0 ? [`${levelWords[level].toLowerCase()} attention`] : []),
  ];
  return parts.join(", ");
}

/** What an edge means, by the column that it leads to. */
const verbs: Readonly<Record<GraphNode["kind"], string>> = {
  pipeline: "leads to",
  connection: "may use",
  identity: "signs in as",
  role: "holds",
};

/** Says in sentences what a picture shows: each edge, and each node that no edge touches. */
export function describePicture({ nodes, edges }: Picture): readonly Markup[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const touched = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return [
    ...edges.map((edge) => describeEdge(edge, byId)),
    ...nodes
      .filter(({ id }) => !touched.has(id))
      .map((node) => markup`<li>${showSign(node)}${showNode(node)}${showState(node)}</li>`),
  ];
}

function describeEdge(edge: GraphEdge, byId: ReadonlyMap<string, GraphNode>): Markup {
  const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
  if (from === undefined || to === undefined) {
    return markup``;
  }
  const label = edge.label === undefined ? undefined : markup` (<bdi>${edge.label}</bdi>)`;
  return markup`<li>${showSign(edge)}${showNode(from)} ${verbs[to.kind]} ${showNode(to)}${label}${showState(edge)}</li>`;
}

function showNode({ kind, label, detail }: GraphNode): Markup {
  const more = detail === undefined ? undefined : markup` <bdi>${detail}</bdi>`;
  return markup`${columnWords[kind].one} <b><bdi>${label}</bdi></b>${kind === "role" ? more : undefined}`;
}

function showSign({ state }: Pick<GraphEdge, "state">): Markup {
  return markup`<span class="sign ${state}" aria-hidden="true">${stateWords[state].sign}</span>`;
}

function showState({ state }: Pick<GraphEdge, "state">): Markup {
  return markup`<span class="state">: ${stateWords[state].word}</span>`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
