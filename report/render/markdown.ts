import type { Report } from "../report-document";
import type { MarkdownDialect } from "./markdown/dialect";
import { fitBlocks } from "./markdown/fit-blocks";
import { showHead } from "./markdown/show-head";
import { showLimits } from "./markdown/show-limits";
import { showSection } from "./markdown/show-section";
import { breakCommands } from "./neutralize";

/** How Markdown is written. */
export interface MarkdownOptions {
  readonly dialect: MarkdownDialect;
  /** The most characters that the text may have. Default: what a comment of the dialect's platform may hold. */
  readonly maxLength?: number;
}

/**
 * What a comment may hold, in characters. Azure Repos refuses more than 150,000 (observed by others, not documented), GitHub
 * more than 65,536.
 */
export const maxCommentLengths: Readonly<Record<MarkdownDialect, number>> = { "azure-devops": 150_000, github: 65_536 };

/** Room for the line that says how much is left out. */
const noteLength = 300;

const tooLong = "The access report does not fit here, not even its summary.\n";

/**
 * Writes a report as a comment on a pull request: the summary first, details folded. Where it is too long, the summary stays and
 * whole items are left out from the end, with a line that says how many.
 *
 * @returns at most `maxLength` characters. Every line ends with `\n`: no line break is hidden in a paragraph, since Azure Repos
 * shows each as one.
 */
export function renderMarkdown(report: Report, options: MarkdownOptions): string {
  const maxLength = options.maxLength ?? maxCommentLengths[options.dialect];
  const head = showHead(report, options.dialect, Math.floor(maxLength / 2));
  const limits = showLimits(report, Math.floor(maxLength / 8));
  const blocks = report.sections.filter(({ items }) => items.length > 0).flatMap(showSection);
  const whole = fitBlocks(blocks, maxLength - head.length - limits.length);
  const isWhole = whole.omittedItems + whole.omittedExplanations === 0;
  const fitted = isWhole ? whole : fitBlocks(blocks, maxLength - head.length - limits.length - noteLength);
  const text = breakCommands(head + fitted.text + showOmitted(fitted) + limits);
  if (text.length <= maxLength) {
    return text;
  }
  return tooLong.length <= maxLength ? tooLong : tooLong.slice(0, maxLength);
}

function showOmitted(counts: { readonly omittedItems: number; readonly omittedExplanations: number }): string {
  const { omittedItems: items, omittedExplanations: explanations } = counts;
  const parts = [
    ...(items > 0 ? [items === 1 ? "1 more item" : `${items} more items`] : []),
    ...(explanations > 0 ? [explanations === 1 ? "1 explanation" : `${explanations} explanations`] : []),
  ];
  return parts.length === 0
    ? ""
    : `**Left out here, because a comment can only be so long: ${parts.join(" and ")}.** The report's other formats hold all of it.\n\n`;
}
