import { z } from "zod";
import { defaultRuleOptions } from "../../analysis/rules/rule-options";
import { rulesTable, type RuleName } from "../../analysis/rules/rules-table";
import { compareLevels } from "../../analysis/level";
import type { Enforcement } from "../violation";

// The engine checks it too, and knows no more of days than this.
const anyDay = /^\d{4}-\d{2}-\d{2}$/;

/** A text of a form; what to write is also what the engine shows of the setting. */
function writtenText(form: RegExp, whatToWrite: string): z.ZodString {
  return z.string({ error: whatToWrite }).regex(form, { error: whatToWrite }).describe(whatToWrite);
}

const exceptions = z
  .array(
    z.strictObject({
      urn: writtenText(/^urn:pulumi:/, "Write the whole URN of the resource, as the violation shows it: urn:pulumi:…"),
      reason: writtenText(/\S/, "Write why the finding is accepted."),
      expires: writtenText(anyDay, "Write the last day on which it is accepted as 2027-01-31."),
    }),
  )
  .default([])
  .describe("Findings that are accepted, each on one resource and until a day.");

const organizations = z
  .array(writtenText(/\S/, "Write a name."))
  .default([...defaultRuleOptions.organizations])
  .describe("Azure DevOps organizations that are one's own beside those that the stack itself shows, as names or IDs.");

const productionWords = z
  .array(writtenText(/\S/, "Write a name."))
  .default([...defaultRuleOptions.productionWords])
  .describe("Words that make the name of a connection or of a place in Azure one of production.");

/** What may be set beside level and exceptions, by the policies that look at it. */
const ownSettings: Readonly<Partial<Record<RuleName, z.ZodRawShape>>> = {
  "foreign-trust": { organizations },
  "legacy-issuer": {
    organizations,
    // Since then Azure DevOps calls the issuer deprecated; it ends on 2027-07-01.
    after: writtenText(
      anyDay,
      "Write the first day, in UTC, on which findings count as 2027-01-31. Before it they are only printed.",
    ).default("2026-07-01"),
  },
  "many-identities-one-connection": { organizations },
  "mixed-trusts": { organizations },
  "near-credential-limit": {
    credentialsPerIdentity: z
      .int()
      .min(1)
      .max(20)
      .default(defaultRuleOptions.credentialsPerIdentity)
      .describe("How many federated identity credentials an identity may have."),
  },
  "production-without-checks": { productionWords },
  "shared-identity": {
    connectionsPerIdentity: z
      .int()
      .min(1)
      .default(defaultRuleOptions.connectionsPerIdentity)
      .describe("How many service connections may share one identity."),
  },
  "trust-never-matches": { organizations },
  "trust-without-connection": { organizations },
  "trust-without-exact-subject": { organizations },
  "unreadable-trust": { organizations },
};

/** The schema of what may be set for a policy beside its level. */
export function createSettingsSchema(policy: RuleName): z.ZodObject {
  return z.strictObject({ ...ownSettings[policy], exceptions });
}

/** What the findings of a policy do where a team says nothing: what lets somebody in stops a run. */
export function findDefaultEnforcement(policy: RuleName): Enforcement {
  return compareLevels(rulesTable[policy].level, "high") >= 0 ? "mandatory" : "advisory";
}
