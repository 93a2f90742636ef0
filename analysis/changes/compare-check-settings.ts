import type { Check } from "../model/check";
import type { Value } from "../model/value";
import type { Phrase } from "../phrase";
import { findRelation, type Relation } from "../risk/relation";
import { coversWildcard } from "../risk/wildcard";
import type { ChangeContext } from "./change-context";
import type { Pair } from "./class-rules";
import { compareHours } from "./compare-hours";
import { compareValues } from "./compare-values";
import { nameValue } from "./name-value";
import { joinVerdicts, noChange, type Verdict } from "./verdict";

type Settings = Check["settings"];
type Setting = keyof Settings;

/** How the settings of a check compare: who lets more through is wider. */
interface Comparison {
  readonly fields: readonly Setting[];
  readonly relation: Relation;
  readonly reason: Phrase;
}

/** Compares what lets runs through a check. `wider` lets more through: the check stops less. */
export function compareCheckSettings(pair: Pair<Check>, context: ChangeContext): Verdict {
  const comparisons = [
    compareApprovals(pair),
    ...flagNames.map((name) => compareFlag(name, pair)),
    compareBranches(pair),
    compareTemplates(pair),
    compareTexts(pair),
    compareAddresses(pair),
    compareTimeouts(pair),
  ];
  return joinVerdicts(
    comparisons.map(({ fields, relation, reason }) => {
      const differing = fields.filter(
        (name) =>
          compareValues<unknown>(
            { before: pair.before.settings[name], after: pair.after.settings[name] },
            pair,
            context,
          ) !== "same",
      );
      if (differing.length === 0) {
        return noChange;
      }
      const relations = differing.map((name) =>
        compareValues<unknown>({ before: pair.before.settings[name], after: pair.after.settings[name] }, pair, context),
      );
      const isReattached = relations.every((one) => one === "reattached");
      return judgeRelation(isReattached ? "same" : relation, differing, reason);
    }),
  );
}

function judgeRelation(relation: Relation, settings: readonly Setting[], reason: Phrase): Verdict {
  const fields = settings.map((name) => `settings.${name}`);
  switch (relation) {
    case "same":
      return { level: "info", effects: [], fields, reasons: [["What it lets through stays the same."]] };
    case "narrower":
      return { level: "low", effects: ["narrowsAccess"], fields, reasons: [["It lets less through: ", ...reason]] };
    case "wider":
      return {
        level: "high",
        effects: ["weakensGuard"],
        fields,
        reasons: [["It stops less than before: ", ...reason]],
      };
    case "different":
      return {
        level: "high",
        effects: ["narrowsAccess", "weakensGuard"],
        fields,
        reasons: [["It lets others through than before: ", ...reason]],
      };
    case "unknown":
      return {
        level: "high",
        effects: ["cannotBeReviewed"],
        fields,
        reasons: [["Whether it stops less than before cannot be seen: ", ...reason]],
      };
  }
}

/** Who has to approve: so many approvals of these, or one of each where no number is given. */
interface Quorum {
  readonly approvers: readonly string[];
  readonly needed: number | "all";
}

/** An approver may be one person, or a group of whom several approve: an ID does not tell. */
type Approver = "person" | "group";

/** Compares approvals: `narrower` where whatever is approved after the change was approved before it too. */
function compareApprovals({ before, after }: Pair<Check>): Comparison {
  const [a, b] = [readQuorum(before.settings), readQuorum(after.settings)];
  return {
    fields: ["approvers", "minimumApprovers"],
    relation: a === undefined || b === undefined ? "unknown" : compareQuorums(a, b),
    reason:
      b === undefined
        ? ["who approves."]
        : [
            `${explainQuorum(b)} ${b.approvers.length === 1 ? "one person or group" : `${b.approvers.length} people or groups`}.`,
          ],
  };
}

function explainQuorum({ needed }: Quorum): string {
  if (needed === "all") {
    return "it needs the approval of each of";
  }
  return needed === 1 ? "it needs one approval, from" : `it needs ${needed} approvals, from`;
}

function readQuorum({ approvers, minimumApprovers }: Settings): Quorum | undefined {
  if (approvers.state !== "known" || (minimumApprovers.state !== "known" && minimumApprovers.state !== "absent")) {
    return undefined;
  }
  const least = minimumApprovers.state === "known" ? minimumApprovers.value : 0;
  return {
    approvers: [...new Set(approvers.value.map((id) => id.toLowerCase()))],
    needed: least >= 1 ? least : "all",
  };
}

/** What holds both where every approver is a person and where every one is a group. */
function compareQuorums(before: Quorum, after: Quorum): Relation {
  const [ofPersons, ofGroups] = (["person", "group"] as const).map((kind) =>
    findRelation({
      beforeHasAll: impliesApproval(after, before, kind),
      afterHasAll: impliesApproval(before, after, kind),
    }),
  );
  return ofPersons !== undefined && ofPersons === ofGroups ? ofPersons : "unknown";
}

/** Whether whatever one quorum approves is approved by another one. */
function impliesApproval(given: Quorum, wanted: Quorum, kind: Approver): boolean {
  const shared = given.approvers.filter((id) => wanted.approvers.includes(id)).length;
  const newcomers = given.approvers.length - shared;
  if (given.needed === "all") {
    return shared >= (wanted.needed === "all" ? wanted.approvers.length : wanted.needed);
  }
  if (kind === "group" && newcomers > 0) {
    return false;
  }
  if (wanted.needed !== "all") {
    return given.needed - newcomers >= wanted.needed;
  }
  // So many approvals of persons are those of all where there are no more persons; of groups, one group may give them all.
  return kind === "person"
    ? given.needed - newcomers >= wanted.approvers.length
    : given.approvers.length === 1 && wanted.approvers.length === 1;
}

const flagNames = ["requesterMayApprove", "requiresProtectedBranch", "ignoresUnknownProtection"] as const;

/** Which value of a flag lets more through, and what it means. */
const flagTexts: Readonly<
  Record<(typeof flagNames)[number], { readonly weak: boolean; readonly on: string; readonly off: string }>
> = {
  requesterMayApprove: {
    weak: true,
    on: "whoever starts a run may approve it.",
    off: "whoever starts a run may not approve it.",
  },
  requiresProtectedBranch: {
    weak: false,
    on: "the branch has to be protected.",
    off: "the branch need not be protected.",
  },
  ignoresUnknownProtection: {
    weak: true,
    on: "a branch whose protection is not known gets through.",
    off: "a branch whose protection is not known is stopped.",
  },
};

function compareFlag(name: (typeof flagNames)[number], { before, after }: Pair<Check>): Comparison {
  const { weak, on, off } = flagTexts[name];
  const [a, b] = [readFlag(before.settings[name]), readFlag(after.settings[name])];
  const relation: Relation =
    a === undefined || b === undefined ? "unknown" : a === b ? "same" : b === weak ? "wider" : "narrower";
  return { fields: [name], relation, reason: [b === true ? on : off] };
}

function readFlag(value: Value<boolean>): boolean | undefined {
  return value.state === "known" ? value.value : value.state === "absent" ? false : undefined;
}

function compareBranches({ before, after }: Pair<Check>): Comparison {
  const [a, b] = [readBranches(before.settings.allowedBranches), readBranches(after.settings.allowedBranches)];
  return {
    fields: ["allowedBranches"],
    relation:
      a === undefined || b === undefined
        ? "unknown"
        : findRelation({ beforeHasAll: coversAll(a, b), afterHasAll: coversAll(b, a) }),
    reason:
      b === undefined
        ? ["which branches get through."]
        : [
            ...b.flatMap((branch, index): Phrase => [
              ...(index === 0 ? [] : [", "]),
              { value: branch, kind: "branch" },
            ]),
            " get through.",
          ],
  };
}

/** Without branches, every branch gets through. */
function readBranches(value: Value<readonly string[]>): readonly string[] | undefined {
  switch (value.state) {
    case "known":
      return value.value.length === 0 ? ["*"] : value.value;
    case "absent":
      return ["*"];
    default:
      return undefined;
  }
}

function coversAll(wide: readonly string[], narrow: readonly string[]): boolean {
  return narrow.every((pattern) => wide.some((other) => coversWildcard(other, pattern)));
}

/** A run has to extend the required templates; whether one of several is enough is not documented, so that another list lets others through. */
function compareTemplates({ before, after }: Pair<Check>): Comparison {
  const [a, b] = [before.settings.requiredTemplates, after.settings.requiredTemplates];
  const isSeen = [a, b].every(({ state }) => state === "known" || state === "absent");
  return {
    fields: ["requiredTemplates"],
    relation: isSeen ? "different" : "unknown",
    reason: ["pipelines have to extend ", ...nameValue(b, "text"), "."],
  };
}

function compareTexts({ before, after }: Pair<Check>): Comparison {
  const [a, b] = [before.settings.hours, after.settings.hours];
  return {
    fields: ["hours"],
    relation: compareHours(a, b),
    reason: ["runs get through at ", ...nameValue(b, "text"), "."],
  };
}

function compareAddresses({ before, after }: Pair<Check>): Comparison {
  const [a, b] = [before.settings.address, after.settings.address];
  return {
    fields: ["address"],
    relation: a.state === "known" && b.state === "known" ? (a.value === b.value ? "same" : "different") : "unknown",
    reason: ["another service decides, at ", ...nameValue(b, "text"), "."],
  };
}

/** How long a run may wait decides nothing about who gets through. */
function compareTimeouts({ after }: Pair<Check>): Comparison {
  return {
    fields: ["timeoutMinutes"],
    relation: "same",
    reason: ["a run waits at most ", ...nameValue(after.settings.timeoutMinutes, "text"), " minutes."],
  };
}
