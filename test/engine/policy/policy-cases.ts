import type { RuleName } from "../../../analysis/rules/rules-table";
import type { RuleOptions } from "../../../analysis/rules/rule-options";

/** A program, and how a team wants the rules. */
export interface PolicyCase {
  /** The vendors' packages and some constants are there already: see program-text.ts. */
  readonly program: string;
  /** Options of policies; the report takes the same ones. */
  readonly options?: Readonly<Partial<Record<RuleName, Partial<RuleOptions>>>>;
}

/** A program with something wrong. */
export interface FoundCase extends PolicyCase {
  /** The first line of each violation, of whatever policy: policy, name of the resource, message. */
  readonly says: readonly string[];
}

/** What a policy must find and must not find, besides the programs of its page. */
export interface PolicyCases {
  /** What the first program of the page violates; absent where the providers that tests run with do not know its resource. */
  readonly pageSays?: readonly string[];
  readonly found: Readonly<Record<string, FoundCase>>;
  readonly notFound: Readonly<Record<string, PolicyCase>>;
}
