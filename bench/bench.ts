// npm run bench: the real engine and providers against the emulator, with this package and without, in one run.
//
//   npm run bench                      some ten minutes on two processors: 200 connections in preview, 20 deployed
//   npm run bench -- --full            200 deployed too
//   npm run bench -- --json            measurements on standard output as JSON, progress on standard error
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import type { Measurement } from "./measurement";
import { findWaits } from "./provider-waits";
import { renderPolicyTable } from "./render-policy-table";
import { renderTable } from "./render-table";
import { renderReportTable } from "./report/render-report-table";
import { runReportBench } from "./report/run-report-bench";
import { runBench } from "./run-bench";

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { full: { type: "boolean", default: false }, json: { type: "boolean", default: false } },
  });
  const started = performance.now();
  const reports = await runReportBench();
  const measurements = await runBench({ full: values.full, onMeasurement: tellProgress });
  const machine = { node: process.version, platform: `${process.platform} ${process.arch}`, cpus: cpus().length };
  if (values.json) {
    console.log(JSON.stringify({ machine, measurements: measurements.map(addWaits), reports }, undefined, 2));
    return;
  }
  console.log(`\n${renderTable(measurements)}\n`);
  console.log(`${renderPolicyTable(measurements)}\n`);
  console.log(`${renderReportTable(reports)}\n`);
  console.log("Time is that of the whole command; waits are the providers' own, which no program can shorten.");
  console.log(
    `One run on ${machine.platform}, ${machine.cpus} processors, Node ${machine.node}, in ${Math.round((performance.now() - started) / 1000)} s.`,
  );
}

function tellProgress({ program, connections, step, policies, seconds }: Measurement): void {
  console.error(
    `${program}: ${step} of ${connections}${policies === true ? " with policies" : ""}: ${seconds.toFixed(1)} s`,
  );
}

function addWaits(measurement: Measurement): Measurement & { waits?: number } {
  const waits = findWaits(measurement);
  return waits === undefined ? measurement : { ...measurement, waits };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
