import type { Measurement } from "../../bench/measurement";
import { findWaits } from "../../bench/provider-waits";
import { renderTable } from "../../bench/render-table";

const ours = { program: "components", connections: 1 } as const;
const theirs = { program: "hand-written", connections: 1 } as const;

const measurements: Measurement[] = [
  { ...ours, step: "destroy", seconds: 52 },
  { ...theirs, step: "destroy", seconds: 65 },
  { ...ours, connections: 20, step: "preview", seconds: 9, cpuSeconds: 4, peakMegabytes: 120 },
  { ...theirs, connections: 20, step: "preview", seconds: 6, cpuSeconds: 2, peakMegabytes: 100 },
];

test("each quantity of both programs stands in one line, with its ratio and what nobody can shorten", () => {
  expect(renderTable(measurements).split("\n")).toEqual([
    "step     connections                      Keyless  by hand  ratio  waits  waits by hand",
    "destroy  1            time                52.0 s   65.0 s   0.80   50 s   60 s",
    "preview  20           time                9.0 s    6.0 s    1.50",
    "                      program's CPU time  4.0 s    2.0 s    2.00",
    "                      program's memory    120 MB   100 MB   1.20",
  ]);
});

test("what the policy pack adds stands in a table of its own", () => {
  const judged: Measurement = { ...ours, step: "destroy", policies: true, seconds: 1 };
  expect(renderTable([judged, ...measurements])).toBe(renderTable(measurements));
});

test("what was measured of one program alone is left out", () => {
  expect(renderTable(measurements.slice(0, 1)).split("\n")).toHaveLength(1);
});

test("waits are known for one connection that is deployed", () => {
  const one = { ...ours, seconds: 0 };
  expect(findWaits({ ...one, step: "up" })).toBe(19);
  expect(findWaits({ ...one, step: "preview" })).toBeUndefined();
  expect(findWaits({ ...one, step: "up", connections: 20 })).toBeUndefined();
});
