import fc from "fast-check";
import { compareLevels } from "../../../analysis/level";
import type { Phrase } from "../../../analysis/phrase";
import { rules } from "../../../analysis/rules";
import { findFindings } from "../../../analysis/rules/find-findings";
import { isRuleName } from "../../../analysis/rules/rules-table";
import { arbitraryModel } from "../../support/arbitrary-models";
import {
  connection,
  identity,
  known,
  managedIdentity,
  pipelinePermission,
  roleAssignment,
  storedSecret,
  subscriptionScope,
  to,
  trust,
} from "../../support/model-builders";
import { casesByRule } from "./cases-by-rule";
import { formatFinding } from "./rule-cases";

function readWords(phrase: Phrase): string {
  return phrase.filter((part) => typeof part === "string").join("");
}

test("puts the highest level first, then goes by rule and URN", () => {
  const deploy = identity("deploy");
  const payments = connection("payments", to(deploy));
  const open = { allPipelines: true, pipeline: { state: "absent" } } as const;
  const findings = findFindings({
    entities: [
      pipelinePermission(to(payments), open),
      pipelinePermission(to(payments), { ...open, urn: "a::another" }),
      deploy,
      payments,
      trust(to(deploy), payments),
      storedSecret(to(deploy), { kind: "certificate" }),
      storedSecret(to(deploy)),
    ],
  });
  expect(findings.map(({ level, rule, urn }) => `${level} ${rule} ${urn.split("::").at(-1) ?? ""}`)).toEqual([
    "critical secret-beside-federation password",
    "high all-pipelines another",
    "high all-pipelines deploy",
    "high certificate-beside-federation password",
  ]);
});

test("tells the line of the program", () => {
  const source = { file: "index.ts", line: 7 };
  const [finding] = findFindings({
    entities: [identity("a", { source, signInAudience: known("AzureADMultipleOrgs") })],
  });
  expect(finding).toEqual({
    rule: "multi-tenant-application",
    level: "high",
    urn: "urn:pulumi:dev::payments::azuread:index/application:Application::a",
    source,
    message: [
      "Application ",
      { value: "a", kind: "name" },
      " accepts sign-ins of other tenants: its sign-in audience is ",
      { value: "AzureADMultipleOrgs", kind: "name" },
      ".",
    ],
    fix: ["Set the sign-in audience to AzureADMyOrg."],
  });
});

test("hands the options to every rule", () => {
  const cases = Object.values(casesByRule)
    .flatMap(({ finds }) => Object.values(finds))
    .filter(({ options }) => options !== undefined);
  expect(cases.length).toBeGreaterThan(3);
  for (const { entities, options = {}, says } of cases) {
    expect(findFindings({ entities }, options).map(formatFinding)).toEqual(expect.arrayContaining([...says]));
  }
});

test("never fails, and says the same whatever the order", () => {
  fc.assert(
    fc.property(
      arbitraryModel().chain((model) =>
        fc.tuple(fc.constant(model), fc.shuffledSubarray([...model.entities], { minLength: model.entities.length })),
      ),
      ([model, shuffled]) => {
        expect(findFindings({ entities: shuffled })).toEqual(findFindings(model));
      },
    ),
    { numRuns: 300 },
  );
});

test("writes findings that every format can show", () => {
  fc.assert(
    fc.property(arbitraryModel(), (model) => {
      for (const finding of findFindings(model)) {
        expect(isRuleName(finding.rule)).toBe(true);
        expect(compareLevels(finding.level, "low")).toBeGreaterThanOrEqual(0);
        expect(readWords(finding.message)).toMatch(/^[A-Z].*\.$|^[A-Z]/);
        expect(finding.message.at(-1)).toMatch(/\.$/);
        expect(model.entities.some(({ urn }) => urn === finding.urn)).toBe(true);
      }
    }),
  );
});

test("keeps what comes from outside apart from its own words, and repeats only what may be repeated", () => {
  fc.assert(
    fc.property(arbitraryModel({ mark: "<outside>", privateMark: "<private>" }), (model) => {
      for (const { message, fix } of findFindings(model)) {
        expect(readWords([...message, ...fix])).not.toContain("<outside>");
        expect(JSON.stringify([message, fix])).not.toContain("<private>");
      }
    }),
  );
});

test("takes time in proportion to the size of the stack", () => {
  const measure = (count: number): number => {
    const entities = Array.from({ length: count }, (_, index) => {
      const deploy = managedIdentity(`identity-${index}`, { resourceGroup: known(`group-${index}`) });
      const payments = connection(`payments-prod-${index}`, to(deploy));
      const contributor = { kind: "builtIn", id: "b24988ac-6180-42a0-ab88-20f7382dd24c" } as const;
      const scope = known(`${subscriptionScope}/resourceGroups/group-${index}`);
      const assignment = roleAssignment(to(deploy), { urn: `role::${index}`, role: contributor, scope });
      return [deploy, payments, trust(to(deploy), payments), assignment];
    }).flat();
    const begin = process.cpuUsage();
    expect(findFindings({ entities })).toHaveLength(2 * count);
    return process.cpuUsage(begin).user;
  };
  measure(200);
  const small = measure(500);
  // Ten times the stack: ten times the time and a good margin, but not a hundred times.
  expect(measure(5_000)).toBeLessThan(40 * small);
});

test("every rule is a function of the model alone", () => {
  fc.assert(
    fc.property(arbitraryModel(), fc.constantFrom(...rules), (model, rule) => {
      const before = JSON.stringify(model);
      const first = rule.check(model);
      expect(rule.check({ entities: [...model.entities] })).toEqual(first);
      expect(JSON.stringify(model)).toBe(before);
    }),
  );
});
