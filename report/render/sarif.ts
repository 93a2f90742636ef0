import type { Phrase } from "../../analysis/phrase";
import { isStanding, listItems } from "../item-kinds";
import type { Report, ReportItem } from "../report-document";
import { neutralizeJson, neutralizeText } from "./neutralize";
import { findLocation } from "./sarif/find-location";
import { findLevel } from "./sarif/levels";
import { findRule, type SarifRule } from "./sarif/find-rule";

/** How SARIF is written. */
export interface SarifOptions {
  /** Folder of the Pulumi project below the repository's root, with `/`. Default: the root itself. */
  readonly projectFolder?: string;
}

/** GitHub keeps 5,000 results of a run: https://docs.github.com/code-security/reference/code-scanning/sarif-support-for-code-scanning */
const mostResults = 5_000;

const longestMessage = 4_000;

/**
 * Writes a report as SARIF 2.1.0: each finding, and each change that makes access wider or that nobody can judge. Findings that
 * were there before are marked as unchanged.
 */
export function renderSarif(report: Report, { projectFolder = "" }: SarifOptions = {}): string {
  const results = listItems(report)
    .flatMap((item) => {
      const rule = findRule(item);
      return rule === undefined ? [] : [{ item, rule }];
    })
    .slice(0, mostResults);
  const rules = collectRules(results.map(({ rule }) => rule));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Keyless", rules: rules.map(describeRule) } },
        automationDetails: { id: `keyless/${neutralizeText(report.project)}/${neutralizeText(report.stack)}/` },
        invocations: [describeInvocation(report)],
        results: results.map(({ item, rule }) =>
          describeResult(item, { rule, index: rules.findIndex(({ id }) => id === rule.id), projectFolder }),
        ),
        columnKind: "utf16CodeUnits",
      },
    ],
  };
  return `${neutralizeJson(JSON.stringify(log, undefined, 2))}\n`;
}

function collectRules(all: readonly SarifRule[]): readonly SarifRule[] {
  const rules = new Map(all.map((rule) => [rule.id, rule]));
  return [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function describeRule({ id, title, reason, fix, level }: SarifRule): object {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: reason },
    help: { text: `${reason}\n\nWhat to do: ${fix}`, markdown: `${reason}\n\n**What to do:** ${fix}` },
    defaultConfiguration: { level: findLevel(level).level },
    properties: {
      tags: ["security", "access"],
      precision: "high",
      "security-severity": findLevel(level).securitySeverity,
    },
  };
}

function describeInvocation({ run }: Report): object {
  return {
    executionSuccessful: run.complete,
    ...(run.complete
      ? {}
      : {
          toolExecutionNotifications: [
            {
              level: "error",
              message: { text: "The preview failed: the results are not the whole picture." },
            },
          ],
        }),
  };
}

function describeResult(
  item: ReportItem,
  { rule, index, projectFolder }: { readonly rule: SarifRule; readonly index: number; readonly projectFolder: string },
): object {
  const { level, securitySeverity } = findLevel(item.level);
  return {
    ruleId: rule.id,
    ruleIndex: index,
    level,
    baselineState: isStanding(item) ? "unchanged" : "new",
    message: { text: writeMessage([item.title, ...item.details]) },
    locations: [{ physicalLocation: findLocation(item.source, projectFolder) }],
    partialFingerprints: { primaryLocationLineHash: `${rule.id}:${checksum(item.id)}` },
    properties: { "security-severity": securitySeverity, urn: item.urn },
  };
}

/** Sentences as plain text. Square brackets before round ones would be a link. */
function writeMessage(phrases: readonly Phrase[]): string {
  const text = phrases
    .map((phrase) => phrase.map((part) => neutralizeText(typeof part === "string" ? part : `"${part.value}"`)).join(""))
    .join("\n")
    .replaceAll("](", "] (");
  return text.length <= longestMessage ? text : `${text.slice(0, longestMessage - 1)}…`;
}

/** FNV-1a with 64 bits: tells results apart and withstands nobody. */
function checksum(text: string): string {
  let sum = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index++) {
    sum = BigInt.asUintN(64, (sum ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return sum.toString(16).padStart(16, "0");
}
