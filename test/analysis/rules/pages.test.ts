import * as pulumi from "@pulumi/pulumi";
import { buildModel } from "../../../analysis/recognize/build-model";
import { findFindings } from "../../../analysis/rules/find-findings";
import type { Finding } from "../../../analysis/rules/rule";
import { ruleNames } from "../../../analysis/rules/rules-table";
import { readSnippets } from "../../support/read-snippets";
import { recordEngineResources } from "../../support/record-engine-resources";
import { runProgramText } from "../../support/run-program-text";
import { vendorFunctions } from "../../support/vendor-functions";
import { ids } from "../../support/vendor-mocks";
import { formatFinding } from "./rule-cases";

// That every rule has its page is among the checks of documents; that the programs type-check is tested with those of the README.
const pages = ruleNames.map((rule) => {
  const [found, notFound, ...others] = readSnippets(`docs/rules/${rule}.md`);
  return { rule, found: found?.code ?? "", notFound: notFound?.code ?? "", others };
});

/** The configuration that a program may ask for. */
const config = {
  "payments:key": "key",
  "payments:scope": `/subscriptions/${ids.subscription}`,
  "payments:subject": "subject",
};

async function judgeProgram(code: string): Promise<readonly Finding[]> {
  pulumi.runtime.setAllConfig(config, Object.keys(config));
  const resources = await recordEngineResources(() => {
    runProgramText(code);
  }, vendorFunctions);
  return findFindings(buildModel(resources));
}

test("every page has the two programs and no more", () => {
  expect(pages.filter(({ notFound, others }) => notFound === "" || others.length > 0)).toEqual([]);
});

test.each(pages)("the first program of $rule is found", async ({ rule, found }) => {
  const findings = await judgeProgram(found);
  expect(findings.map((finding) => finding.rule)).toContain(rule);
});

test.each(pages)("nothing is wrong with the second program of $rule", async ({ notFound }) => {
  expect((await judgeProgram(notFound)).map(formatFinding)).toEqual([]);
});
