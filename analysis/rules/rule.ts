import type { SourcePosition } from "../engine/engine-resource";
import type { Level } from "../level";
import type { Model } from "../model/model";
import type { Phrase } from "../phrase";
import type { RuleOptions } from "./rule-options";
import type { RuleName } from "./rules-table";

/** The verdict of a rule on one thing of the model. */
export interface Finding {
  /** Name of the rule in kebab-case: also the name of its page and of its policy. */
  readonly rule: string;
  readonly level: Level;
  readonly urn: string;
  readonly source?: SourcePosition;
  /** What is wrong, with this thing's values. */
  readonly message: Phrase;
  /** What to do instead. */
  readonly fix: Phrase;
  /**
   * True where the rule could not decide, because what decides is not known, secret or unreadable. Such a finding says so and
   * counts like any other: what cannot be judged is not safe.
   */
  readonly cannotBeJudged?: true;
}

/** A rule: looks at a whole model and says what it finds. It never sees what was before. */
export interface Rule {
  readonly name: RuleName;
  /** Options that are left out have their defaults. */
  readonly check: (model: Model, options?: Partial<RuleOptions>) => readonly Finding[];
}
