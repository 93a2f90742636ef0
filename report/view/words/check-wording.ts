import type { Check, CheckKind } from "../../../analysis/model/check";
import type { Phrase, PhraseValue } from "../../../analysis/phrase";
import type { ModelIndex } from "../../../analysis/rules/model-index";
import { sayConnection } from "./thing-words";
import { listFew, sayValue, sayWhy } from "./value-words";
import type { Wording } from "./wording";

const nouns: Readonly<Record<CheckKind, string>> = {
  approval: "the approval",
  branchControl: "the branch control",
  requiredTemplate: "the required template",
  exclusiveLock: "the exclusive lock",
  businessHours: "the check of business hours",
  restApi: "the check by another service",
  other: "the check of a kind that Keyless does not know",
};

/** What stops a pipeline that wants to use a connection. */
export function wordCheck(check: Check, index: ModelIndex): Wording {
  const connection = sayConnection(check.connection, index);
  const [gains, loses] = sayNews(check, connection);
  return {
    noun: [`${nouns[check.kind]} on `, ...connection],
    gains,
    loses,
    has: ["before ", ...connection, " is used, ", ...sayCheck(check)],
  };
}

function sayNews(check: Check, connection: Phrase): readonly [gains: Phrase, loses: Phrase] {
  const { settings } = check;
  switch (check.kind) {
    case "approval":
      return [
        ["using ", ...connection, " now needs the approval of ", ...sayApprovers(check)],
        ["using ", ...connection, " no longer needs anybody's approval"],
      ];
    case "branchControl":
      return [
        [...connection, " can now be used only from ", ...sayBranches(check)],
        [...connection, " can now be used from any branch"],
      ];
    case "requiredTemplate":
      return [
        ["pipelines now have to extend ", ...sayList(settings.requiredTemplates, "text"), " to use ", ...connection],
        ["pipelines no longer have to extend a template to use ", ...connection],
      ];
    case "exclusiveLock":
      return [
        ["only one run at a time can now use ", ...connection],
        ["several runs at a time can now use ", ...connection],
      ];
    case "businessHours":
      return [
        [...connection, " can now be used only on ", ...sayValue(settings.hours, "text")],
        [...connection, " can now be used at any time"],
      ];
    case "restApi":
      return [
        ["the service at ", ...sayValue(settings.address, "text"), " is now asked before ", ...connection, " is used"],
        [
          "the service at ",
          ...sayValue(settings.address, "text"),
          " is no longer asked before ",
          ...connection,
          " is used",
        ],
      ];
    case "other":
      return [
        ["a check of a kind that Keyless does not know now guards ", ...connection],
        ["a check of a kind that Keyless does not know no longer guards ", ...connection],
      ];
  }
}

/** What a check asks for: a sentence without its start. */
export function sayCheck(check: Check): Phrase {
  const { settings } = check;
  switch (check.kind) {
    case "approval":
      return ["it needs the approval of ", ...sayApprovers(check)];
    case "branchControl":
      return ["the run has to come from ", ...sayBranches(check)];
    case "requiredTemplate":
      return ["the pipeline has to extend ", ...sayList(settings.requiredTemplates, "text")];
    case "exclusiveLock":
      return ["no other run may be using it"];
    case "businessHours":
      return ["it has to be ", ...sayValue(settings.hours, "text")];
    case "restApi":
      return ["the service at ", ...sayValue(settings.address, "text"), " has to agree"];
    case "other":
      return ["a check of a kind that Keyless does not know has to pass"];
  }
}

function sayApprovers({ settings }: Check): Phrase {
  const { approvers, minimumApprovers, requesterMayApprove } = settings;
  const self =
    requesterMayApprove.state === "known" && requesterMayApprove.value
      ? ", who may be the one who started the run"
      : "";
  if (approvers.state !== "known") {
    return [`people or groups that `, ...sayWhy(approvers), self];
  }
  const all = approvers.value.length;
  const least = minimumApprovers.state === "known" ? minimumApprovers.value : 0;
  const needed = least >= 1 ? Math.min(least, all) : all;
  if (all === 1) {
    return [`one person or group${self}`];
  }
  return [`${needed === all ? (all === 2 ? "both" : `all ${all}`) : `${needed} of ${all}`} people or groups${self}`];
}

function sayBranches({ settings }: Check): Phrase {
  const { allowedBranches, requiresProtectedBranch } = settings;
  const isProtected = requiresProtectedBranch.state === "known" && requiresProtectedBranch.value;
  const [kind, every] = isProtected ? ["protected branches", "any protected branch"] : ["branches", "any branch"];
  if (allowedBranches.state === "absent" || (allowedBranches.state === "known" && allowedBranches.value.length === 0)) {
    return [every];
  }
  return allowedBranches.state === "known"
    ? [`the ${kind} `, ...listFew(allowedBranches.value, (value) => [{ value, kind: "branch" }])]
    : [`${kind} that `, ...sayWhy(allowedBranches)];
}

function sayList(list: Check["settings"]["requiredTemplates"], kind: PhraseValue["kind"]): Phrase {
  return list.state === "known" ? listFew(list.value, (value) => [{ value, kind }]) : sayValue(list, kind);
}
