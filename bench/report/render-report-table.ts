import { renderColumns } from "../render-columns";
import type { ReportMeasurement } from "./report-measurement";

const headings = [
  "decide access",
  "changed resources",
  "preview",
  "JSON.parse",
  "report",
  "ratio",
  "memory",
  "memory a resource",
];

/** Renders measurements of reports as a table, a size a line. */
export function renderReportTable(measurements: readonly ReportMeasurement[]): string {
  return renderColumns([
    headings,
    ...measurements.map(({ kind, resources, megabytes, parseSeconds, reportSeconds, peakMegabytes }) => [
      kind,
      String(resources),
      `${megabytes.toFixed(1)} MB`,
      `${parseSeconds.toFixed(2)} s`,
      `${reportSeconds.toFixed(2)} s`,
      (reportSeconds / parseSeconds).toFixed(1),
      `${peakMegabytes.toFixed(0)} MB`,
      `${((peakMegabytes * 1024) / resources).toFixed(0)} kB`,
    ]),
  ]);
}
