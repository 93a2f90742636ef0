import { compareLevels } from "../../../../analysis/level";
import type { ReportGraph } from "../../../report-document";
import { Markup, markup } from "../markup";
import { formatCount } from "../show-header";
import { showLevel } from "../show-level";
import { columnWords, type GraphState, stateWords } from "./graph-words-table";
import { describePicture } from "./describe-picture";
import { drawPicture } from "./draw-picture";
import { PlaceFinder } from "./find-places";
import { layOutPicture } from "./lay-out-picture";
import { limitPicture } from "./limit-picture";
import { columns, findLevel, isChanged, type Picture } from "./picture";
import { splitGraph } from "./split-graph";

/** How many pictures stand open: more would push everything else off the page. */
const mostOpenPictures = 8;

/** How many pictures are drawn; a page with more would be too heavy to open. The others are told in text. */
const mostPictures = 400;

/** How many names a picture's line has. */
const mostNames = 3;

const openAttribute = new Markup(" open");

const states: readonly GraphState[] = ["added", "removed", "changed", "unchanged"];

/** Shows the access graph: one picture for whatever hangs together, what changes first and open, the rest folded. */
export function showGraph(graph: ReportGraph): Markup | undefined {
  if (graph.nodes.length === 0) {
    return undefined;
  }
  const pictures = splitGraph(graph);
  const finder = new PlaceFinder();
  const shown = pictures.map((picture, index) => showPicture(picture, index, finder));
  const changedCount = pictures.filter(isChanged).length;
  return markup`
<section id="access-graph" aria-labelledby="access-graph-title">
<h2 id="access-graph-title">Access graph</h2>
<p class="intro">From left to right: which pipeline asks, through which service connection, as which identity, and what it may do where.</p>
<ul class="legend" aria-label="Legend">${states.map(showLegend)}</ul>
<div class="pictures">${shown.slice(0, changedCount)}</div>
${showUnchanged(shown.slice(changedCount))}
</section>`;
}

function showLegend(state: GraphState): Markup {
  const { sign, word } = stateWords[state];
  const example = markup`<svg aria-hidden="true" width="36" height="16" viewBox="0 0 36 16"><path class="way ${state}" d="M1 8H35"/></svg>`;
  return markup`<li><span class="sign ${state}" aria-hidden="true">${sign}</span>${example}${word}</li>`;
}

function showUnchanged(pictures: readonly Markup[]): Markup | undefined {
  if (pictures.length === 0) {
    return undefined;
  }
  return markup`<details class="unchanged"><summary>${formatCount(pictures.length, "picture", "pictures")} of access that stays as it is</summary>
<div class="pictures">${pictures}</div></details>`;
}

function showPicture(picture: Picture, index: number, finder: PlaceFinder): Markup {
  const id = `picture-${index + 1}`;
  const isOpen = isChanged(picture) && index < mostOpenPictures;
  const level = findLevel(picture);
  const badge = compareLevels(level, "low") >= 0 ? showLevel(level) : undefined;
  return markup`
<details class="picture"${isOpen ? openAttribute : undefined}><summary><h3>${formatName(picture)}</h3> <span class="meta">${showStates(picture)}</span> ${badge}</summary>
<figure aria-label="${`Picture ${index + 1}`}">${index < mostPictures ? drawScrolled(picture, id, finder) : undefined}
<figcaption><details class="as-text"><summary>The same as text</summary><ul>${describePicture(picture)}</ul></details></figcaption>
</figure></details>`;
}

function drawScrolled(picture: Picture, id: string, finder: PlaceFinder): Markup {
  const title = `Access through ${formatName(picture)}`;
  const drawn = drawPicture(layOutPicture(limitPicture(picture), finder), {
    id,
    title,
    description: `${formatStates(picture)}. The same stands as text below the picture.`,
  });
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${title}">${drawn}</div>`;
}

/** The names of what the picture is about: its service connections, or else what else it holds. */
function formatName({ nodes }: Picture): string {
  const [kind = "connection"] = (["connection", "identity", "role", "pipeline"] as const).filter((candidate) =>
    nodes.some((node) => node.kind === candidate),
  );
  const names = nodes.filter((node) => node.kind === kind).map(({ label }) => label);
  const more = names.length - mostNames;
  const named = names.slice(0, mostNames).join(", ");
  const start = kind === "connection" ? "" : `${columnWords[kind].one} `;
  return more > 0 ? `${start}${named} and ${more} more` : start + named;
}

function showStates(picture: Picture): readonly Markup[] {
  return listStates(picture).map((text) => markup`<span class="note">${text}</span> `);
}

function formatStates(picture: Picture): string {
  const parts = columns.map((kind) => {
    const count = picture.nodes.filter((node) => node.kind === kind).length;
    return count === 0 ? [] : [formatCount(count, columnWords[kind].one, columnWords[kind].many)];
  });
  return `${parts.flat().join(", ")}; ${listStates(picture).join(", ")}`;
}

function listStates({ nodes, edges }: Picture): readonly string[] {
  const present = new Set([...nodes, ...edges].map(({ state }) => state));
  const changed = states.filter((state) => state !== "unchanged" && present.has(state));
  return changed.length === 0
    ? [stateWords.unchanged.word]
    : changed.map((state) => `${stateWords[state].sign} ${stateWords[state].word}`);
}
