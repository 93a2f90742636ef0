import { type Markup, markup } from "../markup";
import { columnWords, stateWords } from "./graph-words-table";
import type { Box } from "./create-box";
import type { Line } from "./create-line";
import { describeNode } from "./describe-picture";
import type { PictureLayout } from "./lay-out-picture";
import {
  columnLeft,
  detailLineHeight,
  headingFontSize,
  labelLineHeight,
  lineLabelLineHeight,
  markLineHeight,
  paddingLeft,
  paddingRight,
  paddingTop,
  signRadius,
} from "./measures";
import { columns } from "./picture";

/** Draws a picture as SVG. Places are attributes, looks are classes: the content policy allows no style of its own. */
export function drawPicture(
  { width, height, boxes, lines }: PictureLayout,
  name: { readonly id: string; readonly title: string; readonly description: string },
): Markup {
  return markup`<svg role="img" aria-labelledby="${name.id}-title" aria-describedby="${name.id}-description" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title id="${name.id}-title">${name.title}</title>
<desc id="${name.id}-description">${name.description}</desc>
${columns.map(drawHeading)}${lines.map(drawWay)}${lines.map(drawSign)}${boxes.map(drawBox)}
</svg>`;
}

function drawHeading(kind: (typeof columns)[number], index: number): Markup {
  return markup`<text class="heading" x="${columnLeft(index)}" y="${headingFontSize + 1}">${columnWords[kind].heading}</text>`;
}

/** A curve that leaves and arrives level, and an arrow head: dashes and strength say the state beside the colour. */
function drawWay({ edge, points }: Line): Markup {
  const [start, ...others] = points;
  const end = points.at(-1);
  if (start === undefined || end === undefined) {
    return markup``;
  }
  let before = start;
  const curves = others.map((point) => {
    const halfway = (before.x + point.x) / 2;
    const curve = `C${halfway} ${before.y} ${halfway} ${point.y} ${point.x} ${point.y}`;
    before = point;
    return curve;
  });
  return markup`
<path class="way ${edge.state}" d="M${start.x} ${start.y}${curves.join("")}"/><path class="head ${edge.state}" d="M${end.x - 8} ${end.y - 4.5}L${end.x} ${end.y}L${end.x - 8} ${end.y + 4.5}z"/>`;
}

function drawSign({ edge, middle: { x, y }, label }: Line): Markup {
  const { sign } = stateWords[edge.state];
  const circle =
    sign === ""
      ? undefined
      : markup`<circle class="sign ${edge.state}" cx="${x}" cy="${y}" r="${signRadius}"/><text class="sign ${edge.state}" x="${x}" y="${y + 4.5}">${sign}</text>`;
  const top = y + (sign === "" ? 0 : signRadius);
  const texts = label.map(
    (line, index) =>
      markup`<text class="line-label" x="${x}" y="${top + 10 + index * lineLabelLineHeight}">${line}</text>`,
  );
  return markup`${circle}${texts}`;
}

/** A box whose text is clipped at its sides, should a font be wider than expected. */
function drawBox(box: Box): Markup {
  const { node, x, y, width, height } = box;
  return markup`
<g class="node ${node.state}"><title>${describeNode(node)}</title><rect class="box" x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/><path class="side" d="M${x + 6} ${y}h-1a5 5 0 0 0 -5 5v${height - 10}a5 5 0 0 0 5 5h1z"/><svg x="${x + paddingLeft}" y="${y}" width="${width - paddingLeft - paddingRight + 4}" height="${height}">${drawTexts(box)}</svg></g>`;
}

function drawTexts({ mark, label, detail }: Box): readonly Markup[] {
  let y = paddingTop;
  const draw = (style: string, lineHeight: number) => (text: string) => {
    y += lineHeight;
    return markup`<text class="${style}" y="${y - 4}">${text}</text>`;
  };
  return [
    ...(mark === "" ? [] : [mark]).map(draw("mark", markLineHeight)),
    ...label.map(draw("label", labelLineHeight)),
    ...detail.map(draw("detail", detailLineHeight)),
  ];
}
