import { compareLevels } from "../level";
import type { Model } from "../model/model";
import { compareTexts } from "../compare-texts";
import { rules } from "./index";
import type { Finding } from "./rule";
import type { RuleOptions } from "./rule-options";

/**
 * Applies all rules to a model.
 *
 * @param options what a team decides for itself; what is left out has its default.
 * @returns the findings, the highest level first, then by rule and URN; the order of the model does not matter.
 */
export function findFindings(model: Model, options: Partial<RuleOptions> = {}): readonly Finding[] {
  return rules.flatMap((rule) => rule.check(model, options)).sort(compareFindings);
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    compareLevels(b.level, a.level) ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.urn, b.urn) ||
    compareTexts(JSON.stringify(a.message), JSON.stringify(b.message))
  );
}
