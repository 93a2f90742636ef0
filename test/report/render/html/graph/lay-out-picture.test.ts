import * as fc from "fast-check";
import { PlaceFinder } from "../../../../../report/render/html/graph/find-places";
import { layOutPicture } from "../../../../../report/render/html/graph/lay-out-picture";
import { columns } from "../../../../../report/render/html/graph/picture";
import { edge, node } from "../../../../support/report-builder";

const state = fc.constantFrom("added", "removed", "changed", "unchanged");
const label = fc.string({ maxLength: 80 });

const pictures = fc
  .array(fc.record({ kind: fc.constantFrom(...columns), label, detail: label, state }), { minLength: 1, maxLength: 12 })
  .map((all) => all.map((one, index) => ({ ...node(one.kind, one.label, { ...one, id: String(index) }), pictures: 1 })))
  .chain((nodes) =>
    fc
      .array(fc.tuple(fc.constantFrom(...nodes), fc.constantFrom(...nodes), label, state), { maxLength: 16 })
      .map((all) => ({
        nodes,
        edges: all.map(([from, to, text, one]) => edge(from, to, { label: text, state: one })),
      })),
  );

describe("layOutPicture", () => {
  it("keeps boxes apart, in the column of their kind and inside the picture", () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const { width, height, boxes } = layOutPicture(picture, new PlaceFinder());

        expect(boxes.map((box) => box.node.id)).toEqual(picture.nodes.map(({ id }) => id));
        expect(
          boxes.every((box) => box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height),
        ).toBe(true);
        expect(new Set(boxes.map((box) => `${box.node.kind} ${box.x}`)).size).toBe(
          new Set(boxes.map((box) => box.x)).size,
        );
        expect(
          boxes.flatMap((a, index) =>
            boxes.slice(index + 1).filter((b) => a.x === b.x && a.y < b.y + b.height && b.y < a.y + a.height),
          ),
        ).toEqual([]);
      }),
    );
  });

  it("leads each line to the right that leads to a column further right, through no box", () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const { boxes, lines } = layOutPicture(picture, new PlaceFinder());
        const columnOf = new Map(picture.nodes.map(({ id, kind }) => [id, columns.indexOf(kind)]));
        const forward = picture.edges.filter(({ from, to }) => (columnOf.get(to) ?? 0) > (columnOf.get(from) ?? 0));

        expect(lines.map((line) => line.edge)).toEqual(forward);
        for (const { points } of lines) {
          expect(points.every(({ x }, index) => index === 0 || x > (points[index - 1]?.x ?? 0))).toBe(true);
          const passed = points
            .slice(1, -1)
            .flatMap(({ x, y }) =>
              boxes.filter((box) => x >= box.x && x <= box.x + box.width && y > box.y && y < box.y + box.height),
            );
          expect(passed).toEqual([]);
        }
      }),
    );
  });

  it("finds the same places for the same picture, with a finder of its own or not", () => {
    const finder = new PlaceFinder();
    fc.assert(
      fc.property(pictures, (picture) => {
        expect(layOutPicture(picture, finder)).toEqual(layOutPicture(picture, new PlaceFinder()));
      }),
    );
  });
});
