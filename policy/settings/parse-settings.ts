import type { z } from "zod";
import { isRuleName, ruleNames, type RuleName } from "../../analysis/rules/rules-table";
import { addDays, isDay } from "./day";
import type { Exception, PackSettings, PolicySettings } from "./policy-settings";
import { createSettingsSchema, findDefaultEnforcement } from "./settings-table";

/** What the engine hands over for a policy: its level, and whatever else the configuration holds. */
export interface GivenSettings {
  readonly enforcement: PolicySettings["enforcement"];
  readonly properties: unknown;
}

/** Settings that cannot be followed; the message names every problem. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "SettingsError";
  }
}

/** An exception is looked at again at least once a year. */
const longestDays = 366;

/**
 * Parses the settings of the pack.
 *
 * @param given by the name of the policy; what is left out has its defaults.
 * @param today in UTC: `2026-12-31`.
 * @throws SettingsError
 */
export function parseSettings(given: ReadonlyMap<string, GivenSettings>, today: string): PackSettings {
  const problems = [...given.keys()]
    // For all policies the engine itself sets the level; it leaves the key there.
    .filter((name) => name !== "all" && !isRuleName(name))
    .map((name) => `${name}: there is no such policy. See docs/rules/README.md for their names.`);
  const entries = ruleNames.map((policy): [RuleName, PolicySettings] => {
    const { enforcement, properties } = given.get(policy) ?? {
      enforcement: findDefaultEnforcement(policy),
      properties: {},
    };
    const parsed = createSettingsSchema(policy).safeParse(properties);
    if (!parsed.success) {
      problems.push(...parsed.error.issues.map((issue) => describeIssue(policy, issue)));
      return [policy, { enforcement, options: {}, exceptions: [] }];
    }
    const { exceptions, after, ...options } = parsed.data as ParsedSettings;
    problems.push(...checkDays({ policy, exceptions, after, today }));
    return [policy, { enforcement, options, exceptions, ...(after === undefined ? {} : { after }) }];
  });
  if (problems.length > 0) {
    throw new SettingsError(problems);
  }
  return Object.fromEntries(entries) as PackSettings;
}

type ParsedSettings = PolicySettings["options"] & {
  readonly exceptions: readonly Exception[];
  readonly after?: string;
};

function describeIssue(policy: RuleName, { path, message }: z.core.$ZodIssue): string {
  return `${[policy, ...path.map(String)].join(".")}: ${message}`;
}

interface Days {
  readonly policy: RuleName;
  readonly exceptions: readonly Exception[];
  readonly after: string | undefined;
  readonly today: string;
}

function checkDays({ policy, exceptions, after, today }: Days): readonly string[] {
  const latest = addDays(today, longestDays);
  return [
    ...(after === undefined || isDay(after) ? [] : [`${policy}.after: ${after} is no day. Write one as 2027-01-31.`]),
    ...exceptions.flatMap(({ expires }, index) => {
      const path = `${policy}.exceptions.${index}.expires`;
      if (!isDay(expires)) {
        return [`${path}: ${expires} is no day. Write one as 2027-01-31.`];
      }
      return expires > latest
        ? [`${path}: ${expires} is too far ahead. An exception holds until ${latest} at most; renew it then.`]
        : [];
    }),
  ];
}
