import { compareLevels } from "../../../../analysis/level";
import { neutralizeText } from "../../neutralize";
import { levelWords } from "../../words-table";
import { stateWords } from "./graph-words-table";
import {
  columnWidth,
  detailFontSize,
  detailLineHeight,
  labelFontSize,
  labelLineHeight,
  markLineHeight,
  paddingLeft,
  paddingRight,
  paddingTop,
  semiboldStretch,
} from "./measures";
import type { GraphNode, PictureNode } from "./picture";
import { wrapText } from "./wrap-text";

/** A node with the lines that it shows. */
export interface Box {
  readonly node: PictureNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** What happened to it and how much attention it needs; empty where neither is worth a line. */
  readonly mark: string;
  readonly label: readonly string[];
  readonly detail: readonly string[];
}

/** Breaks what a node says into lines; it has no place yet. */
export function createBox(node: PictureNode): Box {
  const mark = formatMark(node);
  const width = columnWidth - paddingLeft - paddingRight;
  const label = wrapText(neutralizeText(node.label), { width, fontSize: labelFontSize * semiboldStretch, lines: 3 });
  const detail = [
    ...wrapText(neutralizeText(node.detail ?? ""), { width, fontSize: detailFontSize, lines: 2 }),
    ...(node.pictures > 1 ? [`in ${node.pictures} pictures`] : []),
  ];
  const height =
    2 * paddingTop +
    (mark === "" ? 0 : markLineHeight) +
    label.length * labelLineHeight +
    detail.length * detailLineHeight;
  return { node, x: 0, y: 0, width: columnWidth, height, mark, label, detail };
}

function formatMark({ state, level }: GraphNode): string {
  const { sign, word } = stateWords[state];
  const parts = [
    ...(state === "unchanged" ? [] : [`${sign} ${word}`]),
    ...(compareLevels(level, "medium") >= 0 ? [levelWords[level].toLowerCase()] : []),
  ];
  return parts.join(" · ");
}
