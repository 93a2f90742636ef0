import { analyze } from "../../../analysis/analyze";
import { isRuleName, ruleNames, type RuleName } from "../../../analysis/rules/rules-table";
import { formatFinding } from "../../../policy/format-message";
import { readPreview } from "../../../report/read/read-preview";
import { createLimit } from "../../../tools/corpus/create-limit";
import { readSnippets } from "../../support/read-snippets";
import { engineTimeout } from "../support/engine-timeout";
import { casesByPolicy } from "./cases";
import type { FoundCase, PolicyCase } from "./policy-cases";
import { openPolicyPlace, type PolicyPlace, type PolicyPreview, type ToldViolation } from "./preview-with-policies";
import { completeProgram, joinPrograms } from "./program-text";

// Every policy on the real engine, and beside it the report of the same preview.

let opened: PolicyPlace;

beforeAll(async () => {
  opened = await openPolicyPlace({
    "corpus:key": "canary-of-key",
    "corpus:scope": "/subscriptions/5b5c9700-aaaa-4aaa-8aaa-000000000008/resourceGroups/hidden",
    "corpus:subject": "canary-of-subject",
  });
}, engineTimeout);

afterAll(() => opened.place.close());

const pages = ruleNames.map((rule) => {
  const [found, notFound] = readSnippets(`docs/rules/${rule}.md`);
  return { rule, found: found?.code ?? "", notFound: notFound?.code ?? "" };
});

const found = pages.flatMap(({ rule, found: page }): readonly (readonly [string, FoundCase])[] => {
  const { pageSays, found: own } = casesByPolicy[rule];
  return [
    ...(pageSays === undefined ? [] : ([[`${rule}, as on its page`, { program: page, says: pageSays }]] as const)),
    ...Object.entries(own).map(
      ([name, one]) => [`${rule}: ${name}`, { ...one, program: completeProgram(one.program) }] as const,
    ),
  ];
});

const notFound = ruleNames.flatMap((rule) =>
  Object.entries(casesByPolicy[rule].notFound).map(([name, one]) => ({ name: `${rule}: ${name}`, ...one })),
);

const passing: readonly (readonly [string, PolicyCase])[] = [
  ["the second programs of the pages", { program: joinPrograms(pages.map(({ notFound: page }) => page)) }],
  [
    "programs that are near to a finding",
    {
      program: joinPrograms(
        notFound.filter(({ options }) => options === undefined).map(({ program }) => completeProgram(program)),
      ),
    },
  ],
  ...notFound
    .filter(({ options }) => options !== undefined)
    .map(({ name, program, ...rest }) => [name, { ...rest, program: completeProgram(program) }] as const),
];

// More would only wait for each other.
const limit = createLimit(2);

/** Previews with every policy mandatory, so that each can fail. */
function preview(name: string, { program, options = {} }: PolicyCase): Promise<PolicyPreview> {
  const settings = { all: "mandatory", ...options };
  return limit(() => opened.preview({ name: name.replace(/\W+/g, "-"), program, settings }));
}

/** What the report of the same run finds. */
function findInReport({ stdout }: PolicyPreview, { options = {} }: PolicyCase): readonly string[] {
  const ruleOptions = Object.assign({ wholeStack: true }, ...Object.values(options)) as object;
  return analyze(readPreview(stdout), ruleOptions)
    .findings.map((finding) =>
      format({ policy: finding.rule, urn: finding.urn, message: formatFinding(finding, readRule(finding.rule)) }),
    )
    .sort();
}

function readRule(name: string): RuleName {
  if (!isRuleName(name)) throw new Error(`There is no rule ${name}.`);
  return name;
}

function format({ policy, urn, message }: Pick<ToldViolation, "policy" | "urn" | "message">): string {
  return `${policy} ${urn}: ${message}`;
}

/** The engine makes up the end of a name that the program does not give. */
function formatFirstLine({ policy, urn, message }: ToldViolation): string {
  return `${policy} ${urn.split("::").at(-1) ?? ""}: ${(message.split("\n")[0] ?? "").replace(/-identity[0-9a-f]{8}"/, '-identity…"')}`;
}

test.concurrent.each(found)(
  "stops %s, and says what the report says",
  async (name, one) => {
    const run = await preview(name, one);
    expect(run.violations.map(formatFirstLine)).toEqual(one.says);
    expect(run.violations.map(format).sort()).toEqual(findInReport(run, one));
    expect(run.exitCode).toBe(1);
  },
  engineTimeout,
);

test.concurrent.each(passing)(
  "lets through: %s",
  async (name, one) => {
    const run = await preview(name, one);
    expect(run.violations).toEqual([]);
    expect(findInReport(run, one)).toEqual([]);
    expect(run.exitCode).toBe(0);
  },
  engineTimeout,
);
