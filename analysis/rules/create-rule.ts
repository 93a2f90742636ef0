import type { Level } from "../level";
import { compareLevels } from "../level";
import type { Declared } from "../model/declared";
import type { Phrase } from "../phrase";
import { indexModel, type ModelIndex } from "./model-index";
import type { Finding, Rule } from "./rule";
import { defaultRuleOptions, type RuleOptions } from "./rule-options";
import { rulesTable, type RuleName } from "./rules-table";
import type { RuleText } from "./rule-text";

/** What a rule sees on one thing of the model. */
export interface Observation {
  readonly on: Declared;
  /** Whole sentences. */
  readonly message: Phrase;
  /** Default: that of the rule; of what cannot be judged, `medium` where the rule's is higher. */
  readonly level?: Level;
  /** Default: that of the rule. */
  readonly fix?: Phrase;
  /** True where what decides cannot be seen. */
  readonly cannotBeJudged?: boolean;
}

/** Makes a rule of its name and of the function that looks; level and fix come from the rule's text. */
export function createRule(
  name: RuleName,
  look: (model: ModelIndex, options: RuleOptions) => readonly Observation[],
): Rule {
  return {
    name,
    check: (model, options = {}) =>
      look(indexModel(model), { ...defaultRuleOptions, ...options }).map((observation) =>
        createFinding(name, observation),
      ),
  };
}

function createFinding(rule: RuleName, { on, message, level, fix, cannotBeJudged }: Observation): Finding {
  const text: RuleText = rulesTable[rule];
  const usual = cannotBeJudged === true && compareLevels(text.level, "medium") > 0 ? "medium" : text.level;
  return {
    rule,
    level: level ?? usual,
    urn: on.urn,
    ...(on.source === undefined ? {} : { source: on.source }),
    message: joinTexts(message),
    fix: fix ?? [text.fix],
    ...(cannotBeJudged === true ? { cannotBeJudged } : {}),
  };
}

/** Joins texts that follow each other, so that the same sentence is the same phrase. */
function joinTexts(phrase: Phrase): Phrase {
  const joined: Phrase[number][] = [];
  for (const part of phrase) {
    const last = joined.at(-1);
    if (typeof part === "string" && typeof last === "string") {
      joined[joined.length - 1] = last + part;
    } else {
      joined.push(part);
    }
  }
  return joined;
}
