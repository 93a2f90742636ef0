// Loaded by NODE_OPTIONS into every Node process of a run: the one that runs the program leaves its peak memory in a file.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env["BENCH_MEMORY_FOLDER"];
const isProgram = /@pulumi[\\/]pulumi[\\/]cmd[\\/]run[\\/]/.test(process.argv[1] ?? "");

if (folder !== undefined && isProgram) {
  process.once("exit", () => {
    writeFileSync(join(folder, String(process.pid)), String(process.resourceUsage().maxRSS));
  });
}
