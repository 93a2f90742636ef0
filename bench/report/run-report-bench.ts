import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { stackKinds } from "./large-preview";
import { reportMeasurementSchema, type ReportMeasurement } from "./report-measurement";

const runFile = promisify(execFile);
const sizes = [2_500, 5_000, 10_000];

/** Measures reports of growing previews, one after the other. */
export async function runReportBench(): Promise<ReportMeasurement[]> {
  const measurements: ReportMeasurement[] = [];
  for (const kind of stackKinds) {
    for (const size of sizes) {
      const { stdout } = await runFile(process.execPath, [join(__dirname, "measure-report.js"), String(size), kind]);
      measurements.push(reportMeasurementSchema.parse(JSON.parse(stdout)));
    }
  }
  return measurements;
}
