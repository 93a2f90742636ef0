import type { Measurement } from "../../bench/measurement";
import { renderPolicyTable } from "../../bench/render-policy-table";

const preview = { program: "components", step: "preview", connections: 20 } as const;

const measurements: Measurement[] = [
  { ...preview, seconds: 8 },
  { ...preview, program: "hand-written", seconds: 1 },
  { ...preview, step: "up", seconds: 1 },
  { ...preview, policies: true, seconds: 10 },
  { ...preview, connections: 200, policies: true, seconds: 50 },
];

test("a preview with policies stands beside the plain one of the same program, where there is one", () => {
  expect(renderPolicyTable(measurements).split("\n")).toEqual([
    "preview of connections  plain  with policies  ratio",
    "20                      8.0 s  10.0 s         1.25",
  ]);
});
