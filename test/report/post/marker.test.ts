import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import {
  addMarker,
  formatMarkerProperties,
  hashText,
  hasKey,
  type Marker,
  readMarker,
  readMarkerProperties,
  removeMarker,
} from "../../../report/post/marker";
import { createPosting } from "./posting";

const { marker } = createPosting();

const anyString = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string(),
  fc.constantFrom(")", "\n\n# x", "-->", "<script>", "]", "\\", '"', "\ud800", "```", "[//]: # (x)"),
);

const anyMarker: fc.Arbitrary<Marker> = fc.record(
  {
    project: anyString,
    stack: anyString,
    purpose: anyString,
    hash: anyString,
    commit: anyString,
    run: fc.record({ pipeline: anyString, number: fc.nat(), attempt: fc.nat() }),
  },
  { requiredKeys: ["project", "stack", "purpose", "hash", "run"] },
);

test("any marker comes back as it was, and so does the text", () => {
  fc.assert(
    fc.property(anyMarker, fc.string(), (any, text) => {
      const content = addMarker(any, text);
      expect(readMarker(content)).toEqual(any);
      expect(removeMarker(content)).toBe(text);
      expect(readMarker(content.replaceAll("\n", "\r\n"))).toEqual(any);
    }),
  );
});

test("whatever it holds, a marker is one line of plain characters that Markdown shows nobody", () => {
  fc.assert(
    fc.property(anyMarker, (any) => {
      const [line = "", ...rest] = addMarker(any, "# Title").split("\n");
      expect(line).toMatch(/^[\x20-\x7e]*$/);
      expect(rest).toEqual(["", "# Title"]);
      expect(fromMarkdown(addMarker(any, "# Title")).children.map(({ type }) => type)).toEqual([
        "definition",
        "heading",
      ]);
    }),
  );
});

test.each([
  ["quoted", (content: string) => `> ${content}`],
  ["behind a line", (content: string) => `look:\n${content}`],
  ["behind an empty line", (content: string) => `\n${content}`],
  ["indented", (content: string) => ` ${content}`],
  ["in a fence", (content: string) => "```\n" + content],
  ["with something behind it", (content: string) => content.replace("\n", " x\n")],
  ["of another tool", (content: string) => content.replace("keyless-report", "keyless-copy")],
  ["broken", (content: string) => content.replace('"stack"', '"stick"')],
  ["no JSON", (content: string) => content.replace('{"', '{"","')],
])("a marker that is %s is none", (_, change) => {
  const content = change(addMarker(marker, "text"));
  expect(readMarker(content)).toBeUndefined();
  expect(removeMarker(content)).toBe(content);
});

test("the properties of a thread hold the marker, with types or without", () => {
  fc.assert(
    fc.property(anyMarker, (any) => {
      const properties = formatMarkerProperties(any);
      expect(readMarkerProperties(properties)).toEqual(any);
      const typed = Object.entries(properties).map(([name, $value]) => [name, { $type: "System.String", $value }]);
      expect(
        readMarkerProperties({ ...Object.fromEntries(typed), other: { $type: "System.Int32", $value: 1 } }),
      ).toEqual(any);
    }),
  );
});

test.each([undefined, null, {}, 7, "x", { "Keyless.project": "payments" }, { "Keyless.run": { $value: {} } }])(
  "properties that say something else hold none: %j",
  (properties) => {
    expect(readMarkerProperties(properties)).toBeUndefined();
  },
);

test("a report is known by project, stack and purpose together", () => {
  expect(hasKey(marker, marker)).toBe(true);
  for (const change of [{ project: "x" }, { stack: "x" }, { purpose: "x" }]) {
    expect(hasKey(marker, { ...marker, ...change })).toBe(false);
  }
  expect(hasKey(undefined, marker)).toBe(false);
});

test("the hash is of what readers see", () => {
  expect(hashText("a\r\nb\n\n")).toBe(hashText("a\nb"));
  expect(hashText("a")).not.toBe(hashText("b"));
});
