import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { renderHtml } from "../../../report/render/html";
import { fillReport, graphs, hostileText, hostileTexts } from "../../support/arbitrary-reports";
import { edge, item, node, report, section, value } from "../../support/report-builder";
import { createBrokenReport, createLargeReport, createSmallReport } from "../../support/sample-reports";

/** The page's words without its tags, as a reader has them. */
function readText(page: string): string {
  return page
    .replace(/<style>[^]*?<\/style>/, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");
}

/** Tags with the names of their attributes, without the lines of the pictures' boxes: how many these are, the texts' length decides. */
function readStructure(page: string): readonly string[] {
  const tags = page.match(/<[^>]*>/g) ?? [];
  return tags.map((tag) => tag.replace(/="[^"]*"/g, "")).filter((tag) => !/^<\/?text/.test(tag));
}

const tag = /^<(?:!doctype html|\/?[a-zA-Z][a-zA-Z0-9]*(?: [a-zA-Z-]+(?:="[^"<>]*")?)*\/?)>$/;

describe("renderHtml", () => {
  it("shows what a reviewer must know first", () => {
    const text = readText(renderHtml(createSmallReport()));

    expect(text).toContain("shop / prod");
    expect(text).toContain("Critical One identity can give itself more rights, and an approval is gone.");
    expect(text).toContain("id-shop-prod becomes User Access Administrator of a whole subscription.");
    expect(text).toContain("6 changes 1 finding 1 critical 2 high 2 medium 1 low 1 info");
  });

  it("shows each item with its level, what happened, what it means, its rule and the line that declares it", () => {
    const change = item([value("id-shop"), " gets ", value("Owner", "role"), "."], {
      level: "critical",
      effects: ["widensAccess", "escalates"],
      source: { file: "index.ts", line: 7, column: 3 },
      details: [["Because of ", value("/subscriptions/x", "scope"), "."]],
      urn: "urn:of-the-change",
    });
    const finding = item(["It is open."], { rule: "connection-open", level: "low", urn: "urn:of-the-finding" });
    const text = readText(renderHtml(report({ sections: [section("newAccess", change), section("other", finding)] })));

    expect(text).toContain(
      "Critical+id-shop gets Owner. Added wider access can give itself more declared at index.ts:7",
    );
    expect(text).toContain("Because of /subscriptions/x.Resource urn:of-the-change");
    expect(text).toContain("Low!It is open. Finding rule connection-open");
    expect(text).toContain("urn:of-the-finding");
  });

  it("leaves out sections without items and says how many the others have", () => {
    const sections = [section("needsAttention"), section("removedAccess", item(["a"]), item(["b"]))];
    const text = readText(renderHtml(report({ sections })));

    expect(text).not.toContain("Needs attention");
    expect(text).toContain("Removed access 2");
  });

  it("says loudly before everything else that a run broke off, and why", () => {
    const page = renderHtml(createBrokenReport());
    const text = readText(page);

    expect(text).toContain("This report is not complete");
    expect(text).toContain("reading 'subscriptionId'");
    expect(text).toContain("scope is missing");
    expect(text.indexOf("This report is not complete")).toBeLessThan(text.indexOf("The preview broke off"));
    expect(text).toContain("The run was limited to some of the stack’s resources");
    expect(text).toContain("Resources that stay as they are were not listed");
    expect(readText(renderHtml(createSmallReport()))).not.toContain("not complete");
  });

  it("says in text what the pictures show", () => {
    const [pipeline, connection, role] = [
      node("pipeline", "deploy"),
      node("connection", "shop"),
      node("role", "Owner", { detail: "on everything" }),
    ];
    const edges = [edge(pipeline, connection, { state: "added", label: "since today" })];
    const text = readText(renderHtml(report({ graph: { nodes: [pipeline, connection, role], edges } })));

    expect(text).toContain("+pipeline deploy may use service connection shop (since today): added");
    expect(text).toContain("role Owner on everything: unchanged");
  });

  it("allows its own style and nothing else", () => {
    const page = renderHtml(createSmallReport());
    const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");

    expect(style.length).toBeGreaterThan(1_000);
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
    expect(page).not.toMatch(/<script| style="| on[a-z]+="/i);
  });

  it("makes no address of a value", () => {
    for (const text of hostileTexts) {
      const addresses = [...renderHtml(fillReport(text)).matchAll(/ (?:href|src|action|data|xlink:href)="([^"]*)"/g)];

      expect(addresses.map(([, address]) => address)).toEqual([
        "data:,",
        "#needs-attention",
        "#access-graph",
        "#other-changes",
      ]);
    }
  });

  it("keeps its structure whatever the values hold", () => {
    const plain = readStructure(renderHtml(fillReport("plain")));
    fc.assert(
      fc.property(hostileText, (text) => {
        // Each line of an engine's message stands on a line of its own.
        const page = renderHtml(fillReport(`a${text}`.replace(/\s+/g, " ").trim()));

        expect(readStructure(page)).toEqual(plain);
        expect(page.match(/<[^>]*>/g)?.filter((one) => !tag.test(one))).toEqual([]);
        expect(page.replace(/<style>[^]*?<\/style>/, "").replace(/<[^>]*>/g, "")).not.toMatch(/[<>]/);
        expect(page).not.toMatch(/##(?:vso)?\[|^\s*::/im);
      }),
    );
  });

  it("draws any graph, names each node, and gives the same bytes for the same report", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const page = renderHtml(report({ graph }));

        expect(page.match(/<[^>]*>/g)?.filter((one) => !tag.test(one))).toEqual([]);
        expect((page.match(/<g class="node/g) ?? []).length > 0).toBe(graph.nodes.length > 0);
        expect(renderHtml(report({ graph: structuredClone(graph) }))).toBe(page);
      }),
      { numRuns: 50 },
    );
  });

  it("stays below two megabytes at 200 service connections", () => {
    const page = renderHtml(createLargeReport(200));

    expect(Buffer.byteLength(page)).toBeLessThan(2_000_000);
    expect(page.match(/<svg role="img"/g)).toHaveLength(200);
  });

  it("tells a stack of thousands in text where it has no room for pictures, within seconds", () => {
    const large = createLargeReport(3_000);
    const before = process.cpuUsage().user;
    const page = renderHtml(large);

    expect(process.cpuUsage().user - before).toBeLessThan(20_000_000);
    expect(page.match(/<svg role="img"/g)).toHaveLength(400);
    expect(page).toContain("team-2999-production-westeurope");
  });

  it("draws what one identity with thousands of roles can, and names all of them", () => {
    const identity = node("identity", "id");
    const roles = Array.from({ length: 3_000 }, (_, index) => node("role", `role-${index}`));
    const page = renderHtml(
      report({ graph: { nodes: [identity, ...roles], edges: roles.map((role) => edge(identity, role)) } }),
    );

    expect(page.match(/<g class="node/g)).toHaveLength(13);
    expect(page).toContain("and 2989 more roles");
    expect(page).toContain("role-2999");
  });

  it("renders the longest texts that a report may hold", () => {
    const page = renderHtml(fillReport("<".repeat(4_000)));

    expect(readStructure(page)).toEqual(readStructure(renderHtml(fillReport("plain"))));
  });
});
