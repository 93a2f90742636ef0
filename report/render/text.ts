import pc from "picocolors";
import type { Report, ReportSection } from "../report-document";
import { breakCommands } from "./neutralize";
import { showHead } from "./text/show-head";
import { showSection } from "./text/show-section";
import type { Page } from "./text/page";
import { runLimits } from "./run-limits";
import { showPhrase } from "./text/show-phrase";
import { wrapPieces } from "./text/wrap";

/** How text is written. */
export interface TextOptions {
  /** Whether it is coloured. Default: no. */
  readonly color?: boolean;
  /** Columns of the terminal. Lines are broken at this width, or at 120 columns where it is wider. Default: 80. */
  readonly width?: number;
}

const widest = 120;
const narrowest = 40;

/** Writes a report for a terminal: a short summary first. Colours only repeat what the words say. */
export function renderText(report: Report, { color = false, width = 80 }: TextOptions = {}): string {
  const page: Page = { colors: pc.createColors(color), width: Math.min(Math.max(width, narrowest), widest) };
  const parts = [
    showHead(report, page),
    ...report.sections.filter(hasItems).map((section) => showSection(section, page)),
    showLimits(report, page),
  ];
  const text = parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
  return breakCommands(`${text}\n`);
}

function hasItems({ items }: ReportSection): boolean {
  return items.length > 0;
}

function showLimits(report: Report, { colors, width }: Page): readonly string[] {
  const limits = [...runLimits(report), ...report.limits];
  if (limits.length === 0) {
    return [];
  }
  const lines = limits.flatMap((limit) =>
    wrapPieces(showPhrase(limit, colors), { width, lead: { text: "  - ", width: 4 } }),
  );
  return [colors.bold("What this report cannot see"), ...lines.map((line) => colors.dim(line))];
}
