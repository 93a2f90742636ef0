import { type Level, levels } from "../../../analysis/level";
import type { Report } from "../../report-document";
import { type Markup, markup } from "./markup";
import { showLevel } from "./show-level";
import { showPhrase } from "./show-phrase";
import { sourceWords } from "../words-table";

/** Shows of what this is a report. */
export function showHeader({ project, stack, source }: Report): Markup {
  return markup`
<header>
<p class="eyebrow">Keyless access report <span>${sourceWords[source]}</span></p>
<h1><bdi>${project}</bdi> <span class="slash">/</span> <bdi>${stack}</bdi></h1>
</header>`;
}

/** Shows what a reviewer must know first: how much attention this needs, and why. */
export function showVerdict(report: Report): Markup {
  const { level, headline, sentences } = report.summary;
  const list = markup`<ul class="sentences">${sentences.map((sentence) => markup`<li>${showPhrase(sentence)}</li>`)}</ul>`;
  return markup`
<div class="verdict ${level}">
<p class="headline">${showLevel(level)} <span>${showPhrase(headline)}</span></p>
${sentences.length > 0 ? list : undefined}
<p class="counts">${showCounts(report)}</p>
</div>`;
}

function showCounts({ summary }: Report): readonly Markup[] {
  const counts = [
    formatCount(summary.changes, "change", "changes"),
    formatCount(summary.findings, "finding", "findings"),
    ...[...levels]
      .reverse()
      .map((level) => formatLevelCount(level, summary.byLevel[level]))
      .filter((text) => text !== undefined),
  ];
  return counts.map((text) => markup`<span class="note">${text}</span> `);
}

function formatLevelCount(level: Level, count: number): string | undefined {
  return count === 0 || level === "none" ? undefined : `${count} ${level}`;
}

/** A number with its noun. */
export function formatCount(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
