import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { renderHtml } from "../report/render/html";
import { renderJson } from "../report/render/json";
import { renderMarkdown } from "../report/render/markdown";
import { renderSarif } from "../report/render/sarif";
import { renderText } from "../report/render/text";
import type { Report } from "../report/report-document";
import { describeFileFailure } from "./describe-file-failure";
import type { Terminal } from "./terminal";
import { UsageError } from "./usage-error";

/** Formats of a report, by the name that `--format` takes. */
export const formats = ["text", "markdown", "html", "json", "sarif"] as const;

export type Format = (typeof formats)[number];

/** Dialects of Markdown. */
export const dialects = ["azure-devops", "github"] as const;

export type Dialect = (typeof dialects)[number];

/** How a report is written. */
export interface RenderOptions {
  readonly format: Format;
  readonly dialect: Dialect;
  readonly color: boolean;
  readonly width: number;
  /** Folder of the Pulumi project below the repository's root, for SARIF. */
  readonly projectFolder?: string;
}

const formatsByExtension: Readonly<Record<string, Format>> = {
  ".txt": "text",
  ".md": "markdown",
  ".html": "html",
  ".json": "json",
  ".sarif": "sarif",
};

/**
 * Tells the format of a file by its name.
 *
 * @throws UsageError Where the name's ending stands for none.
 */
export function findFormatOfFile(file: string): Format {
  const format = formatsByExtension[extname(file).toLowerCase()];
  if (format === undefined) {
    throw new UsageError(
      `--output ${file}: the name has to end with ${Object.keys(formatsByExtension).join(", ")}, which tells the format.`,
    );
  }
  return format;
}

/** Writes the report to each file, in the format of its name. */
export async function writeReportFiles(
  report: Report,
  files: readonly string[],
  options: Omit<RenderOptions, "format">,
): Promise<void> {
  for (const file of files) {
    const text = renderReport(report, { ...options, format: findFormatOfFile(file), color: false });
    await writeFile(file, text).catch((error: unknown) => {
      throw new UsageError(`--output ${file}: cannot be written (${describeFileFailure(error)}).`);
    });
  }
}

/** Writes the report to the terminal. */
export function printReport(report: Report, terminal: Terminal, options: RenderOptions): void {
  terminal.write(renderReport(report, options));
}

function renderReport(report: Report, options: RenderOptions): string {
  switch (options.format) {
    case "text":
      return renderText(report, { color: options.color, width: options.width });
    case "markdown":
      return renderMarkdown(report, { dialect: options.dialect });
    case "html":
      return renderHtml(report);
    case "json":
      return renderJson(report);
    case "sarif":
      return renderSarif(report, { projectFolder: options.projectFolder ?? "" });
  }
}
