import { applyEdits } from "../../../tools/corpus/apply-edits";

it("applies edits in turn, and takes nothing in them for a pattern", () => {
  const edits = [
    { find: "a(b)", replace: "$& $1" },
    { find: "$1", replace: "c" },
  ];
  expect(applyEdits("x a(b) y", edits)).toBe("x $& c y");
});

it("changes nothing without edits", () => {
  expect(applyEdits("text")).toBe("text");
});

it.each(["none", "a"])("refuses a text that does not stand there once: %s", (find) => {
  expect(() => applyEdits("a b a", [{ find, replace: "c" }])).toThrow(find);
});
