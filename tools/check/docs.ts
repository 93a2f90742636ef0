// Documents that repeat a fact of the code are compared with it, so that neither drifts.
import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { checkChangelog, checkDependencies, checkLinks, checkPins, readManifest } from "./check-documents";
import { checkRulePages, rulePages, writeRulePages } from "./rule-pages";
import { checkThreatModel, threatModelPage } from "./threat-model";

const checkedPages = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "docs/architecture.md",
  "docs/decisions.md",
  "docs/dependencies.md",
  "docs/dictionary.md",
  "docs/recovery.md",
  "docs/rights.md",
  threatModelPage,
  "emulator/README.md",
  "tools/engine/README.md",
  ...rulePages,
];

if (argv.includes("--write")) writeRulePages(".");

const manifest = readManifest(".");
const problems = [
  ...checkDependencies(manifest, readFileSync("docs/dependencies.md", "utf8")),
  ...checkPins(manifest),
  ...checkChangelog(manifest, readFileSync("CHANGELOG.md", "utf8")),
  ...checkRulePages("."),
  ...checkThreatModel("."),
  ...checkedPages.flatMap((page) => checkLinks(".", page)),
];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
