import type { Measurement } from "./measurement";
import { findWaits } from "./provider-waits";
import { renderColumns } from "./render-columns";

const headings = ["step", "connections", "", "Keyless", "by hand", "ratio", "waits", "waits by hand"];

/** Renders measurements as a table: each quantity of both programs in one line. */
export function renderTable(measurements: readonly Measurement[]): string {
  const rows = measurements
    .filter(({ program, policies }) => program === "components" && policies === undefined)
    .flatMap((ours) => {
      const theirs = measurements.find(
        (one) => one.program === "hand-written" && one.step === ours.step && one.connections === ours.connections,
      );
      return theirs === undefined ? [] : renderPair(ours, theirs);
    });
  return renderColumns([headings, ...rows]);
}

function renderPair(ours: Measurement, theirs: Measurement): string[][] {
  const lead = [ours.step, String(ours.connections)];
  const waits = [findWaits(ours), findWaits(theirs)].map((wait) => (wait === undefined ? "" : `${wait} s`));
  return [
    [...lead, "time", ...renderValues(ours.seconds, theirs.seconds, "s"), ...waits],
    ...renderUsage("program's CPU time", [ours.cpuSeconds, theirs.cpuSeconds], "s"),
    ...renderUsage("program's memory", [ours.peakMegabytes, theirs.peakMegabytes], "MB"),
  ];
}

function renderUsage(
  label: string,
  [ours, theirs]: [number | undefined, number | undefined],
  unit: string,
): string[][] {
  if (ours === undefined || theirs === undefined) return [];
  return [["", "", label, ...renderValues(ours, theirs, unit)]];
}

function renderValues(ours: number, theirs: number, unit: string): string[] {
  const digits = unit === "s" ? 1 : 0;
  return [`${ours.toFixed(digits)} ${unit}`, `${theirs.toFixed(digits)} ${unit}`, (ours / theirs).toFixed(2)];
}
