import type { AnalyzedFinding } from "../../analysis/analyze";
import { formatChangeId } from "../../analysis/changes/change-id";
import type { Phrase } from "../../analysis/phrase";
import { isRuleName, rulesTable } from "../../analysis/rules/rules-table";
import { standingMark } from "../item-kinds";
import { fitPhrase, shortenMiddle } from "./fit-phrase";
import { fitSource } from "./fit-source";
import type { ItemDraft } from "./item-draft";

/** Makes the line of a report that tells a finding. */
export function createFindingItem(finding: AnalyzedFinding, entityClass: string): ItemDraft {
  const { rule, level, message, urn, source, standing } = finding;
  return {
    head: {
      id: shortenMiddle(formatChangeId(["finding", rule, formatWords(message)]), 2_000),
      kind: "finding",
      rule: shortenMiddle(rule, 100),
      class: entityClass,
      level,
      effects: standing ? [standingMark] : [],
      urn: shortenMiddle(urn, 4_000),
    },
    write: () => ({
      title: fitPhrase(message),
      details: listDetails(finding).map(fitPhrase),
      ...fitSource(source),
    }),
  };
}

function listDetails({ rule, fix, standing }: AnalyzedFinding): readonly Phrase[] {
  return [
    ...(standing ? [["It was there before: this change neither made nor mends it."]] : []),
    ...(isRuleName(rule) ? [[`Why it matters: ${rulesTable[rule].reason}`]] : []),
    ["What to do: ", ...fix],
  ];
}

function formatWords(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === "string" ? part : part.value)).join("");
}
