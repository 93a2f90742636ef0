import type { Phrase } from "../analysis/phrase";
import type { Finding } from "../analysis/rules/rule";
import type { RuleName } from "../analysis/rules/rules-table";
import { breakCommands } from "../report/render/neutralize";
import { findPage } from "./find-page";
import { quoteText, quoteValue } from "./quote-value";

/**
 * Formats a finding for the console: what is wrong, what the team has decided of it, what to do, and where it is explained.
 */
export function formatFinding({ message, fix }: Finding, policy: RuleName, note?: string): string {
  const lines = [
    formatPhrase(message),
    ...(note === undefined ? [] : [note]),
    `What to do: ${formatPhrase(fix)}`,
    `More: ${findPage(policy)}`,
  ];
  return breakCommands(lines.join("\n"));
}

/**
 * Formats the failure of a rule. Only the name of the error is shown: its message may hold a value of the stack.
 */
export function formatCrash(error: unknown, policy: RuleName): string {
  const kind = error instanceof Error ? error.name : typeof error;
  return [
    `The rule could not be applied (${kind}), so that nothing is known of what it looks for.`,
    "What to do: Report this as a defect of pulumi-keyless. Disable this policy to go on without it.",
    `More: ${findPage(policy)}`,
  ].join("\n");
}

/** Says why a finding is accepted, in the words of the team's configuration. */
export function formatAcceptance(expires: string, reason: string): string {
  return `Accepted until ${expires}: ${quoteText(reason)}`;
}

function formatPhrase(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === "string" ? part : quoteValue(part))).join("");
}
