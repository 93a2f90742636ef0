import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ruleNames } from "../../../analysis/rules/rules-table";
import { checkRulePages, rulePages, writeRulePages } from "../../../tools/check/rule-pages";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "rule-pages-"));
  mkdirSync(join(root, "docs/rules"), { recursive: true });
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

test("wants a page for every rule and a list of them", () => {
  expect(checkRulePages(root)).toEqual(rulePages.map((page) => `${page}: missing`));
  expect(rulePages).toHaveLength(ruleNames.length + 1);
});

test("is content with what it writes, and keeps what others wrote below the mark", () => {
  writeRulePages(root);
  const page = join(root, "docs/rules/all-pipelines.md");
  appendFileSync(page, "\nMore about it.\n");
  expect(checkRulePages(root)).toEqual([]);
  writeRulePages(root);
  expect(readFileSync(page, "utf8")).toMatch(/^# Every pipeline of the project[^]*\n\nMore about it\.\n$/);
});

test("sees a page that differs from the table, and one of no rule", () => {
  writeRulePages(root);
  const page = join(root, "docs/rules/owner-role.md");
  writeFileSync(page, readFileSync(page, "utf8").replace("level critical", "level low"));
  writeFileSync(join(root, "docs/rules/no-rule.md"), "# No rule\n");
  expect(checkRulePages(root)).toEqual([
    "docs/rules/no-rule.md: there is no such rule",
    "docs/rules/owner-role.md: differs from the rules' table; run npm run docs",
  ]);
});
