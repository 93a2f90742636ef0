import { renderReportTable } from "../../../bench/report/render-report-table";

test("each size stands in one line, with its ratio to bare parsing and the memory of one resource", () => {
  const measurement = {
    kind: "all access" as const,
    resources: 2_500,
    megabytes: 7.84,
    parseSeconds: 0.05,
    reportSeconds: 0.15,
    peakMegabytes: 200,
  };
  expect(renderReportTable([measurement]).split("\n")).toEqual([
    "decide access  changed resources  preview  JSON.parse  report  ratio  memory  memory a resource",
    "all access     2500               7.8 MB   0.05 s      0.15 s  3.0    200 MB  82 kB",
  ]);
});
