import { type Box, createBox } from "./create-box";
import { createLine, type Line, measureLine } from "./create-line";
import type { PlaceFinder } from "./find-places";
import { columnLeft, gapWidth, headingHeight, margin } from "./measures";
import { columns, type GraphEdge, type Picture } from "./picture";

/** A picture with a place for each part, in pixels. */
export interface PictureLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

/** An edge with the indexes of the boxes that it ties. */
interface Tie {
  readonly edge: GraphEdge;
  readonly from: number;
  readonly to: number;
}

/**
 * Gives each node a place and each edge a way. The columns stand at the same place in every picture, so that pictures below
 * each other read as one table.
 */
export function layOutPicture(picture: Picture, finder: PlaceFinder): PictureLayout {
  const unplaced = picture.nodes.map(createBox);
  const ties = findTies(picture);
  const places = finder.find({
    boxes: unplaced.map((box) => ({ column: findColumn(box), height: box.height })),
    lines: ties.map(({ edge, from, to }) => ({ from, to, ...measureLine(edge) })),
  });
  const boxes = unplaced.map((box, index) => placeBox(box, places.boxes[index] ?? 0));
  const lines = ties.flatMap(({ edge, ...ends }, index) => {
    const [from, to] = [boxes[ends.from], boxes[ends.to]];
    const heights = (places.lines[index] ?? []).map((y) => y + headingHeight);
    return from === undefined || to === undefined ? [] : [createLine(edge, { from, to, heights })];
  });
  return {
    width: columnLeft(columns.length) - gapWidth + margin,
    height: Math.ceil(places.height) + headingHeight + margin,
    boxes,
    lines,
  };
}

/** The edges that lead to the right; what leads nowhere or back is told in the text only. */
function findTies({ nodes, edges }: Picture): readonly Tie[] {
  const indexes = new Map(nodes.map(({ id }, index) => [id, index]));
  const columnOf = nodes.map(({ kind }) => columns.indexOf(kind));
  return edges.flatMap((edge) => {
    const [from = 0, to = 0] = [indexes.get(edge.from), indexes.get(edge.to)];
    return (columnOf[to] ?? 0) > (columnOf[from] ?? 0) ? [{ edge, from, to }] : [];
  });
}

function placeBox(box: Box, middle: number): Box {
  return { ...box, x: columnLeft(findColumn(box)), y: Math.round(middle - box.height / 2) + headingHeight };
}

function findColumn({ node }: Box): number {
  return columns.indexOf(node.kind);
}
