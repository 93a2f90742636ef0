import { findHighestLevel, type Level } from "../../../../analysis/level";
import type { ReportGraph } from "../../../report-document";
import type { GraphKind } from "./graph-words-table";

/** A node of the access graph as the report has it. */
export type GraphNode = ReportGraph["nodes"][number];

/** An edge of the access graph as the report has it. */
export type GraphEdge = ReportGraph["edges"][number];

/** The columns from left to right. */
export const columns: readonly GraphKind[] = ["pipeline", "connection", "identity", "role"];

/** A node in a picture. */
export interface PictureNode extends GraphNode {
  /** In how many pictures the same node is. */
  readonly pictures: number;
}

/** A part of the access graph that is drawn by itself. */
export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly GraphEdge[];
}

/** True where something in the picture is not as it was. */
export function isChanged(picture: Picture): boolean {
  return [...picture.nodes, ...picture.edges].some(({ state }) => state !== "unchanged");
}

/** The highest level of a picture's nodes. */
export function findLevel({ nodes }: Picture): Level {
  return findHighestLevel(nodes.map(({ level }) => level));
}
