import type { Entity } from "../../../analysis/model/model";
import type { Phrase } from "../../../analysis/phrase";
import type { Finding } from "../../../analysis/rules/rule";
import type { RuleOptions } from "../../../analysis/rules/rule-options";

/** What a rule is shown. */
export interface RuleCase {
  readonly entities: readonly Entity[];
  readonly options?: Partial<RuleOptions>;
}

/** What a rule is shown, and what it must say to it. */
export interface FoundCase extends RuleCase {
  /** Every finding as {@link formatFinding} writes it. */
  readonly says: readonly string[];
}

/** The cases of a rule by what they are about. */
export interface RuleCases {
  readonly finds: Readonly<Record<string, FoundCase>>;
  readonly passes: Readonly<Record<string, RuleCase>>;
}

/** Writes a finding in one line; a question mark follows the level of what cannot be judged, values stand in quotes. */
export function formatFinding({ level, urn, message, cannotBeJudged }: Finding): string {
  const name = urn.split("::").at(-1) ?? "";
  return `${level}${cannotBeJudged === true ? "?" : ""} ${name}: ${formatPhrase(message)}`;
}

function formatPhrase(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === "string" ? part : `"${part.value}"`)).join("");
}
