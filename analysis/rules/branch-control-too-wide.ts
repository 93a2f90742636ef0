import type { Check } from "../model/check";
import type { Phrase } from "../phrase";
import { createRule, type Observation } from "./create-rule";
import type { ModelIndex } from "./model-index";
import { explainMissing, listPhrases, nameReferredConnection } from "./name-thing";
import { findUnseen } from "./unseen";

/** Finds branch control that lets in branches which anyone may push. */
export const branchControlTooWide = createRule("branch-control-too-wide", (model) =>
  model
    .list("check")
    .filter((check) => check.kind === "branchControl")
    .flatMap((check) => checkBranches(check, model)),
);

function checkBranches(check: Check, model: ModelIndex): readonly Observation[] {
  const { allowedBranches, requiresProtectedBranch, ignoresUnknownProtection } = check.settings;
  const name = nameReferredConnection(check.connection, model);
  if (isTrue(requiresProtectedBranch)) {
    return isTrue(ignoresUnknownProtection) ? [describeUnknownProtection(check, name)] : [];
  }
  const unseen = findUnseen(allowedBranches);
  if (unseen !== undefined) {
    return [
      {
        on: check,
        message: ["It cannot be judged which branches may use ", ...name, `: the list ${explainMissing(unseen)}.`],
        cannotBeJudged: true,
      },
    ];
  }
  const wide = allowedBranches.state === "known" ? allowedBranches.value.filter(isWide) : [];
  if (wide.length === 0 && allowedBranches.state === "known" && allowedBranches.value.length > 0) {
    return [];
  }
  const patterns = listPhrases(wide.map((value) => [{ value, kind: "branch" }]));
  const because: Phrase = wide.length === 0 ? [": it names none."] : [": it allows ", ...patterns, "."];
  return [{ on: check, message: ["Branch control of ", ...name, " lets in whoever can push a branch", ...because] }];
}

function describeUnknownProtection(check: Check, name: Phrase): Observation {
  return {
    on: check,
    level: "medium",
    message: [
      "Branch control of ",
      ...name,
      " requires a protected branch, but lets a branch in as well where it cannot find out whether it is protected.",
    ],
    fix: ["Do not let branches in whose protection is unknown."],
  };
}

// Whoever may push can pick a branch name that such a pattern matches.
function isWide(pattern: string): boolean {
  return /^(?:refs\/(?:(?:heads|tags|pull)\/)?)?\*/.test(pattern.trim());
}

function isTrue(value: Check["settings"]["requiresProtectedBranch"]): boolean {
  return value.state === "known" && value.value;
}
