import * as fc from "fast-check";
import { z } from "zod";
import { rulesTable } from "../../../analysis/rules/rules-table";
import { renderSarif } from "../../../report/render/sarif";
import { fillReport, hostileText } from "../../support/arbitrary-reports";
import { item, report, section, value } from "../../support/report-builder";

// What GitHub needs: https://docs.github.com/code-security/reference/code-scanning/sarif-support-for-code-scanning
const text = z.strictObject({ text: z.string().min(1) });
const level = z.enum(["none", "note", "warning", "error"]);
const severity = z.string().regex(/^\d\.\d$/);
const sarifSchema = z.strictObject({
  $schema: z.string(),
  version: z.literal("2.1.0"),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.literal("Keyless"),
          rules: z.array(
            z.strictObject({
              id: z.string().min(1),
              shortDescription: text,
              fullDescription: text,
              help: z.strictObject({ text: z.string().min(1), markdown: z.string().min(1) }),
              defaultConfiguration: z.strictObject({ level }),
              properties: z.strictObject({
                tags: z.array(z.string()).max(10),
                precision: z.literal("high"),
                "security-severity": severity,
              }),
            }),
          ),
        }),
      }),
      automationDetails: z.strictObject({ id: z.string() }),
      invocations: z.array(z.looseObject({ executionSuccessful: z.boolean() })).length(1),
      columnKind: z.literal("utf16CodeUnits"),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.number().int().nonnegative(),
          level,
          baselineState: z.enum(["new", "unchanged"]),
          message: text,
          locations: z
            .array(
              z.strictObject({
                physicalLocation: z.strictObject({
                  artifactLocation: z.strictObject({ uri: z.string().regex(/^[^/\\:]/) }),
                  region: z.strictObject({
                    startLine: z.number().int().positive(),
                    startColumn: z.number().int().positive().optional(),
                  }),
                }),
              }),
            )
            .length(1),
          partialFingerprints: z.strictObject({ primaryLocationLineHash: z.string().min(1) }),
          properties: z.strictObject({ "security-severity": severity, urn: z.string() }),
        }),
      ),
    }),
  ]),
});

function read(sarif: string): z.infer<typeof sarifSchema>["runs"][0] {
  return sarifSchema.parse(JSON.parse(sarif)).runs[0];
}

const widening = item([value("payments"), " may do more."], {
  id: "roleAssignment|changed|payments",
  effects: ["widensAccess"],
  level: "critical",
  source: { file: "src/index.ts", line: 7, column: 3 },
});

test("tells findings and changes that widen access, and no other changes", () => {
  const finding = item(["Everybody may."], { rule: "all-pipelines", level: "high" });
  const standing = item(["Everybody may too."], { rule: "all-pipelines", level: "high", effects: ["standing"] });
  const narrowing = item(["Less."], { effects: ["narrowsAccess"], level: "low" });
  const { results, tool } = read(
    renderSarif(
      report({ sections: [section("needsAttention", widening, finding), section("other", standing, narrowing)] }),
    ),
  );
  expect(results.map(({ ruleId, level: found, baselineState }) => [ruleId, found, baselineState])).toEqual([
    ["change-widens-access/critical", "error", "new"],
    ["all-pipelines", "error", "new"],
    ["all-pipelines", "error", "unchanged"],
  ]);
  expect(results.map(({ ruleIndex }) => tool.driver.rules[ruleIndex]?.id)).toEqual(results.map(({ ruleId }) => ruleId));
  const rule = tool.driver.rules.find(({ id }) => id === "all-pipelines");
  expect(rule?.shortDescription.text).toBe(rulesTable["all-pipelines"].title);
  expect(rule?.properties["security-severity"]).toBe("8.0");
});

test.each([
  ["", "src/index.ts", "src/index.ts"],
  ["infra", "src/index.ts", "infra/src/index.ts"],
  ["./infra/prod/", "../shared/index.ts", "infra/shared/index.ts"],
  ["infra\\prod", "index.ts", "infra/prod/index.ts"],
  ["infra", "../../elsewhere/index.ts", "infra/Pulumi.yaml"],
  ["", "C:\\programs\\index.ts", "Pulumi.yaml"],
  ["", "my program#1?.ts", "my%20program%231%3F.ts"],
])("in folder %p a line of %s is at %s", (projectFolder, file, uri) => {
  const sarif = renderSarif(
    report({ sections: [section("newAccess", { ...widening, source: { file, line: 7, column: 3 } })] }),
    { projectFolder },
  );
  const place = read(sarif).results[0]?.locations[0]?.physicalLocation;
  expect(place?.artifactLocation.uri).toBe(uri);
  expect(place?.region).toEqual(uri.endsWith("Pulumi.yaml") ? { startLine: 1 } : { startLine: 7, startColumn: 3 });
});

test("the fingerprint follows the meaning, not the line", () => {
  const print = (changes: Partial<typeof widening>): string | undefined =>
    read(renderSarif(report({ sections: [section("newAccess", { ...widening, ...changes })] }))).results[0]
      ?.partialFingerprints.primaryLocationLineHash;
  expect(print({ source: { file: "other.ts", line: 99 } })).toBe(print({}));
  expect(print({ id: "roleAssignment|changed|reports" })).not.toBe(print({}));
});

test("a broken preview is an execution that failed", () => {
  const broken = report({ run: { complete: false, failures: [], includesUnchanged: true, targeted: false } });
  expect(read(renderSarif(broken)).invocations[0]?.executionSuccessful).toBe(false);
  expect(read(renderSarif(report())).invocations[0]?.executionSuccessful).toBe(true);
});

test("keeps its form whatever a report holds, and no message becomes a link", () => {
  fc.assert(
    fc.property(hostileText, hostileText, (hostile, folder) => {
      const sarif = renderSarif(fillReport(hostile), { projectFolder: folder });
      const { results } = read(sarif);
      expect(results).toHaveLength(read(renderSarif(fillReport("payments"))).results.length);
      expect(results.filter(({ message }) => message.text.includes("]("))).toEqual([]);
      expect(sarif).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|##(vso)?\[/iu);
    }),
  );
});
