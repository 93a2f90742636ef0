import * as fc from "fast-check";
import { renderMarkdown } from "../../../report/render/markdown";
import type { Report } from "../../../report/report-document";
import { fillReport, hostileText, hostileTexts } from "../../support/arbitrary-reports";
import { item, report, section, value } from "../../support/report-builder";
import { createSmallReport } from "../../support/sample-reports";
import { countCells, listKinds, readStructure } from "./markdown-structure";

const dialects = ["azure-devops", "github"] as const;

/** Markdown that tries to become more than text, beyond what is hostile everywhere. */
const markdownTexts = [
  "`",
  "``",
  "`` ` ``",
  "```\ncode\n```",
  "|",
  "\\|",
  "\\\\|",
  "a\\",
  "\\`",
  "[x](https://example.com)",
  "![x](y)",
  "[ref]: x",
  "**bold**",
  "__bold__",
  "*",
  "_",
  "~~gone~~",
  "# heading",
  "\n# heading",
  "- item",
  "1. item",
  "> quote",
  "    code",
  "---",
  "===",
  "<details>",
  "</details>",
  "<!-- ",
  "-->",
  "&amp;",
  "&#124;",
  "$x^2$",
  "$$x$$",
  "@everyone",
  "@<a>",
  "#1",
  "AB#1",
  "!1",
  "GH-1",
  "owner/repo#1",
  "https://example.com",
  "www.example.com",
  "a@example.com",
  ":smile:",
  ":::mermaid\n:::",
  "[[_TOC_]]",
  "[^1]",
  "- [ ] task",
  "0123456789abcdef0123456789abcdef01234567",
  "\r\n\r\n## x",
  "|\n|-|\n|x|",
  " ",
  "",
];

const anyMarkdown = fc.oneof(
  hostileText,
  fc.constantFrom(...markdownTexts),
  fc.array(fc.constantFrom(...markdownTexts, ...hostileTexts), { maxLength: 4 }).map((parts) => parts.join("")),
  fc.string({ unit: fc.constantFrom("`", "|", "\\", "*", "[", "]", "(", ")", "<", "\n", " ", "a") }),
);

describe.each(dialects)("in the dialect of %s", (dialect) => {
  const harmless = renderMarkdown(fillReport("payments"), { dialect });

  test("no foreign value changes the structure", () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        const markdown = renderMarkdown(fillReport(text), { dialect });
        expect(readStructure(markdown)).toEqual(readStructure(harmless));
        expect(countCells(markdown)).toEqual(countCells(harmless));
      }),
      { numRuns: 100 },
    );
  });

  const usual = renderMarkdown(forge("words"), { dialect });

  test("not even our own words, where a report is forged, become a link, a picture, a heading or a tag", () => {
    const kinds = listKinds(harmless);
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        const forged = forge(text);
        const markdown = renderMarkdown(forged, { dialect });
        expect([...listKinds(markdown)].filter((kind) => !kinds.has(kind))).toEqual([]);
        expect(countCells(markdown)).toEqual(countCells(usual));
        expect(markdown.split("\n").filter((line) => /^#|^<|^\s*-(?! )/.test(line))).toEqual(
          usual.split("\n").filter((line) => /^#|^<|^\s*-(?! )/.test(line)),
        );
      }),
      { numRuns: 100 },
    );
  });

  test.each([200, 600, 1_000, 3_000, 20_000])(
    "is at most %i characters long, and whole as far as it goes",
    (maxLength) => {
      const items = Array.from({ length: 200 }, (_, index) =>
        item([value(`payments-${index}`), " may do more."], { level: "high", details: [["Why not? ".repeat(10)]] }),
      );
      const long = report({ sections: [section("needsAttention", ...items), section("other", ...items)] });
      const markdown = renderMarkdown(long, { dialect, maxLength });
      expect(markdown.length).toBeLessThanOrEqual(maxLength);
      expect(markdown.split("<details>")).toHaveLength(markdown.split("</details>").length);
      expect(markdown.endsWith("\n")).toBe(true);
      const shown = markdown.split("\n").filter((line) => /^\| .*payments-|^- .*· .*payments-/.test(line)).length;
      const told = /Left out here.*?(\d+) more items?/.exec(markdown)?.[1];
      expect([undefined, String(400 - shown)]).toContain(told);
      expect(told !== undefined || maxLength < 600).toBe(true);
    },
  );

  test("keeps the summary when everything else is too long", () => {
    const items = Array.from({ length: 50 }, () => item([value("x".repeat(1_000))], { level: "high" }));
    const long = report({ sections: [section("needsAttention", ...items)] });
    const markdown = renderMarkdown(long, { dialect, maxLength: 1_500 });
    expect(markdown).toContain("No access changes.");
    expect(markdown).toContain("Left out here");
  });
});

function forge(text: string): Report {
  const words = [text, value("x"), text];
  return report({
    sections: [
      section("needsAttention", item(words, { details: [words] })),
      section("other", item(words, { details: [words, [text]] })),
    ],
    summary: { ...report().summary, headline: [text, " ", value("x")], sentences: [words, [text]] },
    limits: [words],
  });
}

test("shows a small report as somebody would want to read it", () => {
  const markdown = renderMarkdown(createSmallReport(), { dialect: "azure-devops" });
  expect(markdown).toContain("## Access report: `shop/prod`\n\n🔴 **One identity can give itself more rights");
  expect(markdown).toContain("| 🔴 Critical | The identity `id-shop-prod` can give itself any role");
  expect(markdown).toContain("<details>\n<summary>Why, and what to do</summary>\n\n- **The identity");
});

test("GitHub gets its boxes", () => {
  const markdown = renderMarkdown(createSmallReport(), { dialect: "github" });
  expect(markdown).toContain("> [!CAUTION]\n> **One identity can give itself more rights");
});

test("a broken preview says so before anything else, and shows what the engine said as code", () => {
  const broken = report({
    run: {
      complete: false,
      includesUnchanged: true,
      targeted: false,
      failures: [{ message: "error: `x`\n```\n# not a heading\n##vso[task.complete]" }],
    },
  });
  const markdown = renderMarkdown(broken, { dialect: "azure-devops" });
  expect(markdown.indexOf("Do not approve by this report")).toBeLessThan(markdown.indexOf("not a heading"));
  expect(markdown).toContain("````text\nerror: `x`\n```\n# not a heading\n# #vso[task.complete]\n````");
});
