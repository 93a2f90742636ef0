import { neutralizeText } from "../../neutralize";
import type { Box } from "./create-box";
import { columnLeft, columnWidth, gapWidth, lineLabelFontSize, lineLabelLineHeight, signRadius } from "./measures";
import { columns, type GraphEdge } from "./picture";
import { wrapText } from "./wrap-text";

/** A point of a picture, in pixels. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** An edge with its way and with what stands on it. */
export interface Line {
  readonly edge: GraphEdge;
  /** From the right side of one box to the left side of another, around those between. */
  readonly points: readonly Point[];
  /** The middle of what stands on it. */
  readonly middle: Point;
  readonly label: readonly string[];
}

/** Where a line begins and ends, and its heights on the way: in each gap and in each column that it passes. */
export interface LineWay {
  readonly from: Box;
  readonly to: Box;
  readonly heights: readonly number[];
}

/** Gives an edge its way. */
export function createLine(edge: GraphEdge, { from, to, heights }: LineWay): Line {
  const first = columns.indexOf(from.node.kind);
  const start = { x: from.x + from.width, y: findMiddleHeight(from) };
  // A step of a few pixels looks like a mistake.
  const level = (y: number): number => (Math.abs(y - start.y) <= 3 ? start.y : Math.round(y));
  const ways = heights.map(level);
  const isBare = measureLine(edge).height === 0;
  const half = (ways.length - 1) / 2;
  return {
    edge,
    points: [
      start,
      // A gap is crossed where there is room for what stands on the line, else by the shortest way.
      ...ways.flatMap((y, index) => (isGap(index) && (isBare || index !== half) ? [] : passAt(first, index, y))),
      { x: to.x, y: level(findMiddleHeight(to)) },
    ],
    middle: findMiddle(passAt(first, half, ways[half] ?? start.y)),
    label: wrapLabel(edge),
  };
}

function findMiddleHeight({ y, height }: Box): number {
  return Math.round(y + height / 2);
}

/** How much room what stands on a line needs: a sign on it and words below it, and as much above to keep it in the middle. */
export function measureLine(edge: GraphEdge): { readonly width: number; readonly height: number } {
  const lines = wrapLabel(edge).length;
  const sign = edge.state === "unchanged" ? 0 : signRadius;
  return sign + lines === 0
    ? { width: 0, height: 0 }
    : { width: gapWidth, height: 2 * (sign + lines * lineLabelLineHeight) };
}

function isGap(index: number): boolean {
  return index % 2 === 0;
}

/** A line crosses a gap at one point and passes a column from its left to its right edge. */
function passAt(first: number, index: number, y: number): readonly Point[] {
  const column = first + Math.ceil(index / 2);
  return isGap(index)
    ? [{ x: gapMiddle(column), y }]
    : [
        { x: columnLeft(column), y },
        { x: columnLeft(column) + columnWidth, y },
      ];
}

/** Half the way, where dagre keeps the room for what stands on the line. */
function findMiddle(points: readonly Point[]): Point {
  return { x: points.reduce((sum, { x }) => sum + x, 0) / points.length, y: points[0]?.y ?? 0 };
}

/** The middle of the gap to the right of a column. */
function gapMiddle(column: number): number {
  return columnLeft(column) + columnWidth + gapWidth / 2;
}

function wrapLabel({ label = "" }: GraphEdge): readonly string[] {
  return wrapText(neutralizeText(label), { width: gapWidth - 8, fontSize: lineLabelFontSize, lines: 2 });
}
