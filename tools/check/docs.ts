// Documents that repeat a fact of the code are compared with it, so that neither drifts.
import { readFileSync } from "node:fs";
import { checkChangelog, checkDependencies, checkLinks, checkPins, readManifest } from "./check-documents";

const checkedPages = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "docs/architecture.md",
  "docs/decisions.md",
  "docs/dependencies.md",
  "docs/dictionary.md",
  "docs/rights.md",
  "emulator/README.md",
  "tools/engine/README.md",
];

const manifest = readManifest(".");
const problems = [
  ...checkDependencies(manifest, readFileSync("docs/dependencies.md", "utf8")),
  ...checkPins(manifest),
  ...checkChangelog(manifest, readFileSync("CHANGELOG.md", "utf8")),
  ...checkedPages.flatMap((page) => checkLinks(".", page)),
];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
