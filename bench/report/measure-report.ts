// A process of its own a size, so that memory is that of this size alone: prints one measurement as JSON.
//
//   node measure-report.js RESOURCES KIND
import { performance } from "node:perf_hooks";
import { z } from "zod";
import { analyze } from "../../analysis/analyze";
import { readPreview } from "../../report/read/read-preview";
import { renderJson } from "../../report/render/json";
import { renderMarkdown } from "../../report/render/markdown";
import { createReport } from "../../report/view/create-report";
import { stackKinds, writeLargePreview, type StackKind } from "./large-preview";
import type { ReportMeasurement } from "./report-measurement";

const rounds = 5;

function measure(resources: number, kind: StackKind): ReportMeasurement {
  const text = writeLargePreview(resources, kind);
  makeReport(text);
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const seconds = Array.from({ length: rounds }, () => ({
    parse: time(() => {
      JSON.parse(text);
    }),
    report: time(() => {
      makeReport(text);
    }),
  }));
  return {
    kind,
    resources,
    megabytes: Buffer.byteLength(text) / 1e6,
    parseSeconds: Math.min(...seconds.map(({ parse }) => parse)),
    reportSeconds: Math.min(...seconds.map(({ report }) => report)),
    peakMegabytes,
  };
}

function makeReport(text: string): void {
  const run = readPreview(text);
  const report = createReport(run, analyze(run));
  renderMarkdown(report, { dialect: "azure-devops" });
  renderJson(report);
}

function time(work: () => void): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}

console.log(JSON.stringify(measure(Number(process.argv[2]), z.enum(stackKinds).parse(process.argv[3]))));
