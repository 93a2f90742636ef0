import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ruleNames, rulesTable } from "../../analysis/rules/rules-table";
import type { RuleText } from "../../analysis/rules/rule-text";

/** The page that lists every known abuse, its guard and the proof of it, as path from the root. */
export const threatModelPage = "docs/threat-model.md";

/** How many abuses are known. A new one gets the next number; rules refer to them by it. */
const abuses = 26;

const heading = /^### (\d+)\. /gm;
const ruleLink = /\]\(rules\/([a-z-]+)\.md\)/g;
// A quoted link text is the title of a test in the file that it leads to.
const quotedLink = /\["([^\]]+)"\]\(([^)]+)\)/g;

/** Every abuse has a proof that exists or says plainly that nothing guards against it, and names the rules that refer to it. */
export function checkThreatModel(root: string): string[] {
  const sections = readSections(readFileSync(join(root, threatModelPage), "utf8"));
  const numbers = [...sections.keys()];
  const expected = Array.from({ length: abuses }, (_, index) => index + 1);
  return [
    ...(numbers.join() === expected.join() ? [] : [`not ${abuses} abuses in their order, but ${numbers.join(", ")}`]),
    ...[...sections].flatMap(([number, text]) =>
      [...checkProof(root, text), ...checkRules(number, text)].map((problem) => `${number}: ${problem}`),
    ),
  ].map((problem) => `${threatModelPage}: ${problem}`);
}

function readSections(page: string): ReadonlyMap<number, string> {
  const [, ...parts] = page.split(heading);
  const sections = new Map<number, string>();
  for (let index = 0; index < parts.length; index += 2) {
    sections.set(Number(parts[index]), parts[index + 1] ?? "");
  }
  return sections;
}

function checkProof(root: string, text: string): string[] {
  const proofs = [...text.matchAll(quotedLink)];
  const isOpen = text.includes("**Not guarded.**");
  return [
    ...(proofs.length === 0 && !isOpen ? ['neither a test nor the words "Not guarded"'] : []),
    ...proofs.flatMap(([, title = "", path = ""]) => {
      const file = join(root, dirname(threatModelPage), path);
      return existsSync(file) && readFileSync(file, "utf8").includes(title) ? [] : [`no test "${title}" in ${path}`];
    }),
  ];
}

function checkRules(number: number, text: string): string[] {
  const named = new Set([...text.matchAll(ruleLink)].map(([, rule]) => rule));
  return ruleNames.flatMap((rule) => {
    const { threats }: RuleText = rulesTable[rule];
    const refers = threats.includes(number);
    if (refers === named.has(rule)) return [];
    return [refers ? `the rule ${rule} refers to it and is not named` : `the rule ${rule} does not refer to it`];
  });
}
