import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ruleNames } from "../../analysis/rules/rules-table";
import { parseSettings, type GivenSettings } from "../../policy/settings/parse-settings";
import { createSettingsSchema } from "../../policy/settings/settings-table";
import { readSnippets } from "../support/read-snippets";

const [shown] = readSnippets("docs/policy.md").filter(({ language }) => language === "json");

const fileSchema = z.record(
  z.string(),
  z.union([
    z.string().transform((enforcementLevel) => ({ enforcementLevel })),
    z.looseObject({ enforcementLevel: z.string().default("mandatory") }),
  ]),
);

test("the settings that the page shows can be set", () => {
  const file = fileSchema.parse(JSON.parse(shown?.code ?? ""));
  const given = Object.entries(file).map(([policy, { enforcementLevel, ...properties }]): [string, GivenSettings] => [
    policy,
    { enforcement: enforcementLevel === "disabled" ? "disabled" : "mandatory", properties },
  ]);
  const settings = parseSettings(new Map(given), "2026-11-25");
  expect(settings["principal-type-missing"].enforcement).toBe("disabled");
  expect(settings["shared-identity"].options).toEqual({ connectionsPerIdentity: 5 });
  expect(settings["legacy-issuer"].after).toBe("2027-01-01");
  expect(settings["all-pipelines"].exceptions.map(({ expires }) => expires)).toEqual(["2027-01-31"]);
});

test("the page has a line for each setting, with the policies that have it", () => {
  const page = readFileSync(join(__dirname, "../../docs/policy.md"), "utf8");
  const lines = [...page.matchAll(/^\| `(\w+)` +\| ([^|]+?) +\|/gm)].map(([, setting = "", of = ""]) => {
    const named = [...of.matchAll(/`([\w-]+)`/g)].map(([, policy]) => policy);
    return [setting, of === "all" ? ruleNames : named] as const;
  });
  const settings = new Set(ruleNames.flatMap((rule) => Object.keys(createSettingsSchema(rule).shape)));
  const having = [...settings].map(
    (setting) => [setting, ruleNames.filter((rule) => setting in createSettingsSchema(rule).shape)] as const,
  );
  const byName = <T>(pairs: readonly (readonly [string, T])[]): Record<string, T> => Object.fromEntries(pairs);
  expect(byName(lines)).toEqual({ enforcementLevel: ruleNames, ...byName(having) });
});
