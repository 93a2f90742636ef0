import type { EngineResource } from "../analysis/engine/engine-resource";
import type { Model } from "../analysis/model/model";
import { buildModel } from "../analysis/recognize/build-model";
import { rules as allRules } from "../analysis/rules";
import type { Finding, Rule } from "../analysis/rules/rule";
import { rulesTable } from "../analysis/rules/rules-table";
import { formatAcceptance, formatCrash, formatFinding } from "./format-message";
import type { PackSettings, PolicySettings } from "./settings/policy-settings";
import type { Violation } from "./violation";

/** What to judge, and by what. */
export interface Judgement {
  /** All resources that remain after the run. */
  readonly resources: readonly EngineResource[];
  readonly settings: PackSettings;
  /** In UTC: `2026-12-31`. */
  readonly today: string;
  /** Default: all. */
  readonly rules?: readonly Rule[];
}

/** Applies the rules to a stack; its model is built once for them all. */
export function judgeStack({ resources, settings, today, rules = allRules }: Judgement): readonly Violation[] {
  const model = buildModel(resources);
  return rules.flatMap((rule) => applyRule(rule, { model, settings: settings[rule.name], today }));
}

interface Circumstances {
  readonly model: Model;
  readonly settings: PolicySettings;
  readonly today: string;
}

function applyRule(rule: Rule, { model, settings, today }: Circumstances): readonly Violation[] {
  const { enforcement, options } = settings;
  if (enforcement === "disabled") {
    return [];
  }
  try {
    return rule.check(model, options).map((finding) => {
      const { note, isMild } = findStanding(finding, settings, today);
      return {
        policy: rule.name,
        urn: finding.urn,
        message: formatFinding(finding, rule.name, note),
        enforcement: isMild ? "advisory" : enforcement,
        level: finding.level,
      };
    });
  } catch (error) {
    // What a rule could not look at is not safe: it counts like all that cannot be judged.
    return [
      { policy: rule.name, message: formatCrash(error, rule.name), enforcement, level: rulesTable[rule.name].level },
    ];
  }
}

/** What a team has decided of a finding. */
interface Standing {
  /** Whether the finding is only printed. */
  readonly isMild: boolean;
  readonly note?: string;
}

function findStanding({ urn }: Finding, { exceptions, after }: PolicySettings, today: string): Standing {
  const all = exceptions.filter((exception) => exception.urn === urn);
  const inForce = all.find(({ expires }) => expires >= today);
  if (inForce !== undefined) {
    return { isMild: true, note: formatAcceptance(inForce.expires, inForce.reason) };
  }
  if (after !== undefined && today < after) {
    return { isMild: true, note: `It counts from ${after} on.` };
  }
  const [last] = all
    .map(({ expires }) => expires)
    .sort()
    .reverse();
  return last === undefined
    ? { isMild: false }
    : { isMild: false, note: `It was accepted until ${last}. Mend it, or renew the exception with its reason.` };
}
