import { rules } from "../../../analysis/rules";
import { isRuleName } from "../../../analysis/rules/rules-table";
import { casesByRule } from "./cases-by-rule";
import { formatFinding } from "./rule-cases";

test("every rule has its text and its cases, and no case is without a rule", () => {
  const names = rules.map(({ name }) => name);
  expect(names.every(isRuleName)).toBe(true);
  expect(Object.keys(casesByRule)).toEqual(names);
});

describe.each(rules.map((rule) => [rule.name, rule] as const))("%s", (name, rule) => {
  const { finds = {}, passes = {} } = casesByRule[name] ?? {};

  test.each(Object.entries(finds))("finds %s", (_, { entities, options = {}, says }) => {
    expect(rule.check({ entities }, options).map(formatFinding)).toEqual(says);
  });

  test.each(Object.entries(passes))("passes %s", (_, { entities, options = {} }) => {
    expect(rule.check({ entities }, options).map(formatFinding)).toEqual([]);
  });

  test("has two cases of each kind, and findings that say how to go on", () => {
    expect(Object.keys(finds).length).toBeGreaterThanOrEqual(2);
    expect(Object.keys(passes).length).toBeGreaterThanOrEqual(2);
    const findings = Object.values(finds).flatMap(({ entities, options }) => rule.check({ entities }, options));
    expect(findings.every((finding) => finding.rule === name && finding.fix.length > 0)).toBe(true);
  });
});
