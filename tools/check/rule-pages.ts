import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ruleNames, type RuleName, rulesTable } from "../../analysis/rules/rules-table";
import type { RuleText } from "../../analysis/rules/rule-text";

const folder = "docs/rules";
const endMark = "<!-- Above: written from analysis/rules/rules-table.ts by `npm run docs`. -->";
const owaspPage = "https://owasp.org/www-project-top-10-ci-cd-security-risks/";

/** The pages of all rules, as paths from the root, the list of all rules first. */
export const rulePages: readonly string[] = ["README", ...ruleNames].map((name) => `${folder}/${name}.md`);

/** Every rule has its page, what pages repeat of the table agrees with it, and no page is without a rule. */
export function checkRulePages(root: string): string[] {
  const strangers = readdirSync(join(root, folder))
    .map((file) => `${folder}/${file}`)
    .filter((page) => !rulePages.includes(page));
  return [
    ...strangers.map((page) => `${page}: there is no such rule`),
    ...rulePages.flatMap((page) => {
      if (!existsSync(join(root, page))) return [`${page}: missing`];
      const text = readFileSync(join(root, page), "utf8");
      return text === writeHead(page, text) ? [] : [`${page}: differs from the rules' table; run npm run docs`];
    }),
  ];
}

/** Writes into all pages what they repeat of the table. What follows the mark stays as it is. */
export function writeRulePages(root: string): void {
  for (const page of rulePages) {
    const path = join(root, page);
    writeFileSync(path, writeHead(page, existsSync(path) ? readFileSync(path, "utf8") : ""));
  }
}

function writeHead(page: string, text: string): string {
  const [, rest = "\n"] = text.split(endMark);
  const name = ruleNames.find((rule) => page === `${folder}/${rule}.md`);
  return `${name === undefined ? renderList() : renderHead(name)}\n\n${endMark}${rest}`;
}

function renderHead(name: RuleName): string {
  const { level, title, reason, fix, owasp }: RuleText = rulesTable[name];
  return [
    `# ${title}`,
    `Rule \`${name}\`, level ${level}. [OWASP top ten of CI/CD risks](${owaspPage}): ${owasp.join(", ")}.`,
    `**Why it matters.** ${reason}`,
    `**What to do.** ${fix}`,
  ].join("\n\n");
}

function renderList(): string {
  const rows = ruleNames.map((name): readonly [string, string, string] => {
    const { level, title }: RuleText = rulesTable[name];
    return [`[${name}](${name}.md)`, level, title];
  });
  return ["# Rules", renderTable([["Rule", "Level", "What it finds"], ...rows])].join("\n\n");
}

/** Writes a table with columns of even width, as the formatter leaves it. */
function renderTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const renderRow = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [renderRow(head), renderRow(widths.map((width) => "-".repeat(width))), ...rows.map(renderRow)].join("\n");
}
