import * as fc from "fast-check";
import { levels } from "../../analysis/level";
import type { Phrase, PhraseValueKind } from "../../analysis/phrase";
import type { Report, ReportGraph } from "../../report/report-document";
import { edge, item, node, report, section } from "./report-builder";

/** Text that tries to become something else: tags, attributes, references, styles, other directions, commands. */
export const hostileTexts = [
  "<script>window.hacked = true</script>",
  "</title><script>window.hacked = true</script>",
  "</style><script>window.hacked = true</script>",
  "</text></svg><img src=x onerror=window.hacked=true>",
  '"><svg onload=window.hacked=true>',
  "' onmouseover='window.hacked=true",
  "<style>*{display:none}</style>",
  '" style="display:none',
  "--><!--",
  "<!-- ",
  "]]><![CDATA[",
  "&lt;script&gt;&#60;b&#62;&amp;&nbsp;&quot;&NewLine;",
  "javascript:window.hacked=true",
  "[link](https://example.com) ![image](https://example.com/x.png) @everyone",
  "https://example.com/",
  "url(https://example.com/x.png)",
  "<a href=https://example.com>click</a>",
  "<base href=https://example.com/>",
  '<meta http-equiv="refresh" content="0;url=https://example.com">',
  "<iframe srcdoc='<script>top.hacked=true</script>'>",
  "<math><mtext><table><mglyph><style><img src=x onerror=window.hacked=true>",
  "<use href=data:image/svg+xml,x#x>",
  "<foreignObject><body onload=window.hacked=true>",
  "##vso[task.setvariable variable=x]y",
  "::error::x",
  "\u202eevil\u202c",
  "a\u200bb\u0000c\u001b[31md",
  "\ud800",
  "${1+1} {{1+1}} `x`",
  "</li></ul></details></section></main>",
] as const;

/** Text as somebody could name a thing who wants to deceive a reviewer. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc
    .tuple(fc.constantFrom(...hostileTexts), fc.string({ unit: "binary", maxLength: 20 }))
    .map((parts) => parts.join("")),
  fc.string({
    unit: fc.constantFrom("<", ">", '"', "'", "&", "`", "/", "=", " ", "\n", "s", "!", "-", ";", "#"),
    maxLength: 40,
  }),
  fc.string({ unit: "binary", maxLength: 200 }),
);

const kinds: readonly PhraseValueKind[] = [
  "name",
  "id",
  "role",
  "scope",
  "issuer",
  "subject",
  "text",
  "branch",
  "resource",
];

/** Reports of one shape with the given text wherever a report has room for foreign text. */
export function fillReport(text: string): Report {
  const sentence: Phrase = ["Before ", ...kinds.map((kind) => ({ value: text, kind })), " after."];
  const phrase = [...sentence];
  const [pipeline, connection, identity, role] = (["pipeline", "connection", "identity", "role"] as const).map((kind) =>
    node(kind, text.slice(0, 1_000), { id: kind, detail: text.slice(0, 1_000), state: "added", level: "high" }),
  );
  const nodes = [pipeline, connection, identity, role].filter((one) => one !== undefined);
  const edges = nodes
    .slice(1)
    .map((to, index) => edge(nodes[index] ?? to, to, { state: "changed", label: text.slice(0, 1_000) }));
  const items = [
    item(sentence, {
      id: "change",
      details: [phrase],
      urn: text,
      source: { file: text.slice(0, 1_000), line: 1 },
      effects: [text.slice(0, 50)],
      level: "high",
    }),
    item(sentence, { id: "finding", details: [phrase], urn: text, rule: text.slice(0, 100) }),
  ];
  return report({
    project: text.slice(0, 200),
    stack: text.slice(0, 200),
    run: { complete: false, includesUnchanged: false, targeted: true, failures: [{ message: text, urn: text }] },
    summary: {
      level: "critical",
      widens: true,
      changes: 1,
      findings: 1,
      byLevel: { none: 0, info: 0, low: 0, medium: 0, high: 1, critical: 0 },
      headline: phrase,
      sentences: [phrase],
    },
    sections: [section("needsAttention", ...items), section("other", ...items)],
    graph: { nodes, edges },
    limits: [phrase],
  });
}

const state = fc.constantFrom("added", "removed", "changed", "unchanged");

/** Any access graph, with edges that lead anywhere. */
export const graphs: fc.Arbitrary<ReportGraph> = fc
  .array(
    fc.record({
      kind: fc.constantFrom("pipeline", "connection", "identity", "role"),
      label: hostileText,
      state,
      level: fc.constantFrom(...levels),
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    all.map((one, index) =>
      node(one.kind, one.label.slice(0, 1_000), { ...one, label: one.label.slice(0, 1_000), id: String(index) }),
    ),
  )
  .chain((nodes) =>
    nodes.length === 0
      ? fc.constant<ReportGraph>({ nodes, edges: [] })
      : fc
          .array(fc.tuple(fc.constantFrom(...nodes), fc.constantFrom(...nodes), state), { maxLength: 60 })
          .map((all) => ({ nodes, edges: all.map(([from, to, one]) => edge(from, to, { state: one })) })),
  );
