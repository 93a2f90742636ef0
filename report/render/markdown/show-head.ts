import type { Report } from "../../report-document";
import { levels, type Level } from "../../../analysis/level";
import { levelIcons } from "../level-icons-table";
import { levelWords, sourceWords } from "../words-table";
import type { MarkdownDialect } from "./dialect";
import { showCodeBlock, showPhrase, showValue } from "./escape";

/** GitHub's boxes: https://docs.github.com/get-started/writing-on-github (alerts). */
const alerts: Readonly<Record<Level, string>> = {
  critical: "CAUTION",
  high: "WARNING",
  medium: "WARNING",
  low: "NOTE",
  info: "NOTE",
  none: "NOTE",
};

/** Shows what a reviewer must know first. What does not fit is left out from the end; the title and the headline stay. */
export function showHead(report: Report, dialect: MarkdownDialect, maxLength: number): string {
  const { headline, sentences } = report.summary;
  const title = `## Access report: ${showValue(`${report.project}/${report.stack}`)}\n\n`;
  const verdict = showVerdict(report, showPhrase(headline), dialect);
  const parts = [...showFailures(report), ...sentences.map((sentence) => `- ${showPhrase(sentence)}\n`)];
  const head = [title, verdict, ...parts].reduce((text, part, index) => {
    const fits = text.length + part.length + 1 <= maxLength;
    return index === 0 || fits ? text + part : text;
  }, "");
  return head.endsWith("\n\n") ? head : `${head}\n`;
}

function showVerdict(report: Report, headline: string, dialect: MarkdownDialect): string {
  const { level } = report.summary;
  const counts = `${sourceWords[report.source]} · ${showCounts(report)}`;
  return dialect === "github"
    ? `> [!${alerts[level]}]\n> **${headline}**\n>\n> ${counts}\n\n`
    : `${levelIcons[level]} **${headline}**\n\n${counts}\n\n`;
}

function showCounts({ summary }: Report): string {
  const items = [...levels]
    .reverse()
    .filter((level) => level !== "none" && summary.byLevel[level] > 0)
    .map((level) => `${levelIcons[level]} ${summary.byLevel[level]} ${level}`);
  return items.length > 0 ? items.join(" · ") : `Level: ${levelWords[summary.level].toLowerCase()}`;
}

const shownFailures = 5;
const shownLines = 20;

function showFailures({ run }: Report): readonly string[] {
  if (run.complete && run.failures.length === 0) {
    return [];
  }
  const shown = run.failures.slice(0, shownFailures);
  const more = run.failures.length - shown.length;
  return [
    "**Do not approve by this report: it is not complete.** What the run had not reached is missing here, deletions above all.\n\n",
    ...shown.map(({ message, urn }) => showFailure(message, urn)),
    ...(more > 0 ? [`And ${more} more failures.\n\n`] : []),
  ];
}

function showFailure(message: string, urn: string | undefined): string {
  const lines = message.trimEnd().split(/\r\n|\n|\r/);
  const shown = lines.slice(0, shownLines).map((line) => line.replaceAll("\t", "  "));
  const more = lines.length - shown.length;
  const block = showCodeBlock([...shown, ...(more > 0 ? [`… and ${more} more lines`] : [])]);
  return `${urn === undefined ? "The engine said:" : `The engine said of ${showValue(urn)}:`}\n\n${block}\n\n`;
}
