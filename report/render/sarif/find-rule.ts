import type { ChangeEffect } from "../../../analysis/changes/change";
import type { Level } from "../../../analysis/level";
import { isRuleName, rulesTable } from "../../../analysis/rules/rules-table";
import { isWidening } from "../../item-kinds";
import type { ReportItem } from "../../report-document";

/** What a result breaks. */
export interface SarifRule {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  readonly fix: string;
  readonly level: Level;
}

type ChangeRule = Omit<SarifRule, "level"> & { readonly effect: ChangeEffect };

const review = "Look at the change in the access report, and approve it only where it is meant.";

/** What a change does, the most important first. GitHub takes the severity from the rule: there is one for each level. */
const changeRules: readonly ChangeRule[] = [
  {
    id: "change-removes-guard",
    effect: "removesGuard",
    title: "A change removes a guard",
    reason: "An approval, a check or a condition that limited access is gone.",
    fix: review,
  },
  {
    id: "change-weakens-guard",
    effect: "weakensGuard",
    title: "A change weakens a guard",
    reason: "An approval or check stays, but stops less than before.",
    fix: review,
  },
  {
    id: "change-stores-secret",
    effect: "storesSecret",
    title: "A change stores a secret",
    reason: "A secret can be taken out and works from anywhere; approvals and checks do not apply to it.",
    fix: "Use workload identity federation, which needs no secret.",
  },
  {
    id: "change-escalates",
    effect: "escalates",
    title: "A change lets an identity give itself more",
    reason: "Whoever can assign roles or add ways in is limited only by what it sets itself.",
    fix: review,
  },
  {
    id: "change-widens-access",
    effect: "widensAccess",
    title: "A change widens access",
    reason: "More can get in, or somebody may do more than before.",
    fix: review,
  },
  {
    id: "change-cannot-be-reviewed",
    effect: "cannotBeReviewed",
    title: "A change cannot be reviewed",
    reason: "What decides is not known before the deployment, secret, or not understood.",
    fix: "Write the value as plain text, or take it directly from a resource of this stack, and do not mark it secret.",
  },
];

/** Finds the rule of an item; undefined for changes that widen nothing. */
export function findRule(item: ReportItem): SarifRule | undefined {
  if (item.kind === "finding") {
    return findFindingRule(item);
  }
  const rule = isWidening(item) ? changeRules.find(({ effect }) => item.effects.includes(effect)) : undefined;
  if (rule === undefined) {
    return undefined;
  }
  const { id, title, reason, fix } = rule;
  return { id: `${id}/${item.level}`, title, reason, fix, level: item.level };
}

function findFindingRule({ rule = "unknown", level }: ReportItem): SarifRule {
  if (isRuleName(rule)) {
    const { title, reason, fix, level: usual } = rulesTable[rule];
    return { id: rule, title, reason, fix, level: usual };
  }
  // A report from elsewhere may name any rule.
  const id = /^[a-z][a-z0-9-]*$/.test(rule) ? rule : "unknown-rule";
  return { id, title: "A finding", reason: "A rule found it.", fix: review, level };
}
