import { problemTexts, type RuleDetails, type RuleName } from "./problem-texts-table";

/** One thing wrong with the arguments of a component. */
export interface Problem {
  /** Where: the argument, as one writes it in a program, such as `roleAssignments[0].scope`. */
  readonly path: string;
  /** What it breaks: a stable name for tests, documentation and tools. */
  readonly rule: RuleName;
  /** What is wrong, as a whole sentence. */
  readonly problem: string;
  /** What to write instead, as one or more whole sentences. */
  readonly fix: string;
}

/** Makes a problem of the given rule; the words come from the table of texts. */
export function createProblem<Rule extends RuleName>(path: string, rule: Rule, details: RuleDetails[Rule]): Problem {
  return { path, rule, ...problemTexts[rule](details) };
}
