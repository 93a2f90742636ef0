import { levels } from "../../../analysis/level";
import type { Report } from "../../report-document";
import { sourceWords } from "../words-table";
import { neutralizeText } from "../neutralize";
import type { Page } from "./page";
import { levelWidth, showLevel } from "./show-level";
import { quoteValue, showPhrase } from "./show-phrase";
import { wrapPieces } from "./wrap";

const titleLead = "Access report: ";

/** Shows of what this is a report, and what a reader must know first. */
export function showHead(report: Report, page: Page): readonly string[] {
  const { colors, width } = page;
  const { level, headline, sentences } = report.summary;
  const title = [{ text: quoteValue(`${report.project}/${report.stack}`), paint: colors.cyan }];
  const bold = showPhrase(headline, colors).map(({ text }) => ({ text, paint: colors.bold }));
  const verdictLead = { text: `${showLevel(level, page)}  `, width: levelWidth + 2 };
  return [
    ...wrapPieces(title, { width, lead: { text: colors.bold(titleLead), width: titleLead.length } }),
    ...wrapPieces([{ text: `${sourceWords[report.source]}${showCounts(report)}`, paint: colors.dim }], {
      width,
      lead: { text: "", width: 0 },
    }),
    "",
    ...wrapPieces(bold, { width, lead: verdictLead }),
    ...sentences.flatMap((sentence) =>
      wrapPieces(showPhrase(sentence, colors), {
        width,
        lead: { text: `${" ".repeat(levelWidth)}  - `, width: levelWidth + 4 },
      }),
    ),
    ...showFailures(report, page),
  ];
}

function showCounts({ summary }: Report): string {
  const counts = [...levels]
    .reverse()
    .filter((level) => level !== "none" && summary.byLevel[level] > 0)
    .map((level) => `${summary.byLevel[level]} ${level}`);
  return counts.length === 0 ? "" : `: ${counts.join(", ")}`;
}

const shownFailures = 5;
const shownLines = 20;

function showFailures({ run }: Report, { colors, width }: Page): readonly string[] {
  if (run.complete && run.failures.length === 0) {
    return [];
  }
  const warning = [
    {
      text: "Do not approve by this report: it is not complete. What the run had not reached is missing here, deletions above all.",
      paint: colors.red,
    },
  ];
  const shown = run.failures.slice(0, shownFailures);
  const more = run.failures.length - shown.length;
  return [
    "",
    ...wrapPieces(warning, { width, lead: { text: "", width: 0 } }),
    ...shown.flatMap(({ message, urn }) => [
      "",
      ...wrapPieces(
        urn === undefined
          ? [{ text: "The engine said:" }]
          : [{ text: "The engine said of " }, { text: quoteValue(urn), paint: colors.cyan }, { text: ":" }],
        // Whatever of a foreign value comes on a further line must not begin where our own lines begin.
        { width, lead: { text: "", width: 4 } },
      ),
      ...showMessage(message, width),
    ]),
    ...(more > 0 ? ["", `And ${more} more failures.`] : []),
  ];
}

/** Each line of a foreign text stands behind a bar, so that it cannot pass for one of ours. */
function showMessage(message: string, width: number): readonly string[] {
  const lines = message.trimEnd().split(/\r\n|\n|\r/);
  const shown = lines.slice(0, shownLines).map((line) => neutralizeText(line.replaceAll("\t", "  ")));
  const more = lines.length - shown.length;
  return [...shown, ...(more > 0 ? [`… and ${more} more lines`] : [])].flatMap((line) =>
    wrapPieces([{ text: line }], { width: width - 4, lead: { text: "", width: 0 } }).map((part) =>
      `  | ${part}`.trimEnd(),
    ),
  );
}
