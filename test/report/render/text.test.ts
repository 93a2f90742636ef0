import * as fc from "fast-check";
import pc from "picocolors";
import { renderText } from "../../../report/render/text";
import { measureColumns } from "../../../report/render/text/wrap";
import { fillReport, hostileText } from "../../support/arbitrary-reports";
import { item, report, section, value } from "../../support/report-builder";
import { createSmallReport } from "../../support/sample-reports";

const escapes = /\u001b\[\d+m/g;

/** Lines that begin where only our own lines begin, with what is foreign in them left out. */
function readOwnLines(text: string): readonly string[] {
  return text
    .split("\n")
    .filter((line) => /^\S/.test(line) || /^ {2}\S/.test(line))
    .map((line) =>
      line
        .replace(/`.*$/, "")
        .replace(/^ {2}\| .*$/, "  |")
        .trimEnd(),
    );
}

test("no foreign value begins a line where our own lines begin", () => {
  const expected = readOwnLines(renderText(fillReport("payments")));
  fc.assert(
    fc.property(hostileText, (text) => {
      const own = readOwnLines(renderText(fillReport(text)));
      expect(own.filter((line) => line !== "  |")).toEqual(expected.filter((line) => line !== "  |"));
    }),
  );
});

test("no line is longer than the terminal is wide, and none ends with spaces", () => {
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 40, max: 120 }), (text, width) => {
      const lines = renderText(fillReport(text), { width }).split("\n");
      expect(lines.filter((line) => measureColumns(line) > width)).toEqual([]);
      expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
    }),
  );
});

test("a line that would begin like a command is no longer than the others for being broken", () => {
  const lines = [...Array(30).keys()].flatMap((length) =>
    renderText(fillReport(`${"x".repeat(length)}::${"y".repeat(200)}`), { width: 40 }).split("\n"),
  );
  expect(lines.some((line) => line.includes(": :y"))).toBe(true);
  expect(lines.filter((line) => line.length > 40)).toEqual([]);
});

test("holds nothing invisible and no command of a pipeline's agent", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const shown = renderText(fillReport(text));
      expect(shown).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/u);
      expect(shown).not.toMatch(/##(vso)?\[/i);
      expect(shown).not.toMatch(/^\s*::/m);
    }),
  );
});

test("colours only repeat what the words say", () => {
  const small = createSmallReport();
  const coloured = renderText(small, { color: true });
  expect(coloured).not.toBe(renderText(small));
  expect(coloured.replace(escapes, "").replace(/ +$/gm, "")).toBe(renderText(small));
  expect(coloured).toContain(pc.createColors(true).cyan("`shop/prod`"));
});

test("a value ends where its quotes end", () => {
  const text = renderText(report({ sections: [section("other", item([value("a` may do nothing. `b"), " is new."]))] }));
  expect(text).toContain("`a<U+0060> may do nothing. <U+0060>b` is new.");
});

test("long sections are counted, not listed", () => {
  const items = Array.from({ length: 60 }, (_, index) => item([`Change ${index}.`]));
  const text = renderText(report({ sections: [section("other", ...items)] }));
  expect(text).toContain("Other changes (60)");
  expect(text).toContain("  and 10 more");
  expect(text).not.toContain("Change 50.");
});

test("wide characters take the columns that they take", () => {
  const title = [value("支払い".repeat(20)), " is new."];
  const lines = renderText(report({ sections: [section("other", item(title))] }), { width: 60 }).split("\n");
  expect(lines.filter((line) => measureColumns(line) > 60)).toEqual([]);
});
