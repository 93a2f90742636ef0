// Loaded by NODE_OPTIONS into every Node process of a run: the one that runs the program leaves in a file what it took.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env["BENCH_USAGE_FOLDER"];
const isProgram = /@pulumi[\\/]pulumi[\\/]cmd[\\/]run[\\/]/.test(process.argv[1] ?? "");

if (folder !== undefined && isProgram) {
  process.once("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const usage = { peakMegabytes: Math.round(maxRSS / 1024), cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 };
    writeFileSync(join(folder, String(process.pid)), JSON.stringify(usage));
  });
}
