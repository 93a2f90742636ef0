import { createHash } from "node:crypto";
import type { Report } from "../../report-document";
import { runLimits } from "../run-limits";
import { showGraph } from "./graph/show-graph";
import { Markup, markup } from "./markup";
import { showHeader, showVerdict } from "./show-header";
import { showPhrase } from "./show-phrase";
import { showBrokenRun } from "./show-run";
import { showSection } from "./show-section";
import { style } from "./style";
import { levelWords, sectionWords } from "../words-table";

/** Nothing may load, run or be sent; the one style is known by its hash. The empty icon keeps browsers from asking for one. */
const contentPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Shows the whole page. */
export function showPage(report: Report): Markup {
  const [first, ...others] = splitSections(report);
  const graph = showGraph(report.graph);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${levelWords[report.summary.level]}: access report of ${report.project}/${report.stack}</title>
<link rel="icon" href="data:,">
<style>${new Markup(style)}</style>
</head>
<body>
<div class="page">${showHeader(report)}
<main>${showBrokenRun(report)}${showVerdict(report)}${showContents(report)}${first}${graph}${others}${showLimits(report)}
</main>
<footer>
<p>Made by Keyless. This page runs no script and loads nothing.</p>
</footer>
</div>
</body>
</html>
`;
}

/** Sections that hold something, what needs attention apart from the others, since the picture stands between them. */
function splitSections({ sections }: Report): readonly (Markup | undefined)[] {
  const filled = sections.filter((section) => section.items.length > 0);
  const first = filled.find((section) => section.name === "needsAttention");
  return [
    first === undefined ? undefined : showSection(first),
    ...filled.filter((section) => section !== first).map(showSection),
  ];
}

function showContents(report: Report): Markup | undefined {
  const sections = report.sections.filter((section) => section.items.length > 0);
  if (sections.length === 0) {
    return undefined;
  }
  const links = sections.map(({ name, items }) => {
    const { anchor, title } = sectionWords[name];
    return markup`<li><a href="#${anchor}">${title} <span class="count">${items.length}</span></a></li>`;
  });
  const graphLink = markup`<li><a href="#access-graph">Access graph</a></li>`;
  const graph = report.graph.nodes.length > 0 ? graphLink : undefined;
  const position = sections[0]?.name === "needsAttention" ? 1 : 0;
  return markup`
<nav aria-label="Contents"><ul>${links.slice(0, position)}${graph}${links.slice(position)}</ul></nav>`;
}

function showLimits(report: Report): Markup | undefined {
  const limits = [...runLimits(report), ...report.limits];
  if (limits.length === 0) {
    return undefined;
  }
  return markup`
<section class="limits" aria-labelledby="limits-title">
<h2 id="limits-title">What this report cannot see</h2>
<ul>${limits.map((limit) => markup`<li>${showPhrase(limit)}</li>`)}</ul>
</section>`;
}
