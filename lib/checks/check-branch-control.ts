import { type Check, joinPath } from "../arguments/check";
import { checkDistinct, checkList, checkNotEmpty } from "../arguments/check-collection";
import { checkObject, readProperties } from "../arguments/check-object";
import { checkAll } from "../arguments/check-one-of";
import { optional, plain, required } from "../arguments/check-presence";
import { checkText } from "../arguments/check-text";
import { checkFlag } from "../arguments/check-value";
import { createProblem, type Problem } from "../errors/problem";
import type { BranchControlCheckArgs } from "./checks-args";
import { checkTimeout } from "./timeout";

// What git allows in the name of a branch, without the comma by which Azure DevOps separates patterns.
const branchPattern = /^refs\/(?:heads|tags)\/[^\s,~^:?[\\]*[^\s,~^:?[\\/]$/;
const nothingButStars = /^(?:refs\/(?:[a-z]+\/)?)?\*/;

/** Checks a branch or tag in which stars may stand for any characters. */
const checkBranch: Check = checkText((path, value) =>
  fitsEveryBranch(value) || branchPattern.test(value)
    ? []
    : [createProblem(path, "branch-pattern-invalid", { value, suggestion: suggestBranch(value) })],
);

/** Checks the arguments of branch control. */
export const checkBranchControl: Check = checkAll(
  checkObject<BranchControlCheckArgs>({
    allowedBranches: required(
      "the branches whose runs may use the connection",
      plain(
        "the list",
        checkAll(
          checkList(plain("the branch", checkBranch)),
          checkNotEmpty("branch, such as refs/heads/main"),
          checkDistinct((branch) => (typeof branch === "string" ? branch : undefined)),
        ),
      ),
    ),
    requireProtectedBranch: optional(plain("true or false", checkFlag)),
    allowUnknownProtection: optional(plain("true or false", checkFlag)),
    allowEveryBranch: optional(plain("true or false", checkFlag)),
    timeoutMinutes: optional(plain("the number of minutes", checkTimeout)),
  }),
  checkNotTooWide,
  checkProtectionMatters,
);

/** Whoever may push can pick a name that such a pattern fits. Requests to pull count too: whoever may open one picks what runs. */
function fitsEveryBranch(pattern: string): boolean {
  return nothingButStars.test(pattern);
}

function checkNotTooWide(path: string, value: unknown): readonly Problem[] {
  const properties = readProperties(value);
  const branches: unknown = properties?.get("allowedBranches");
  if (properties?.get("allowEveryBranch") === true || !Array.isArray(branches)) {
    return [];
  }
  return branches.flatMap((branch: unknown, index) =>
    typeof branch === "string" && fitsEveryBranch(branch)
      ? [createProblem(`${joinPath(path, "allowedBranches")}[${index}]`, "branch-pattern-too-wide", { value: branch })]
      : [],
  );
}

function checkProtectionMatters(path: string, value: unknown): readonly Problem[] {
  const properties = readProperties(value);
  return properties?.get("requireProtectedBranch") === false && properties.get("allowUnknownProtection") === true
    ? [
        createProblem(joinPath(path, "allowUnknownProtection"), "argument-without-effect", {
          because: "the branch need not be protected at all",
        }),
      ]
    : [];
}

function suggestBranch(value: string): string | undefined {
  const suggestion = `refs/heads/${value.replace(/^\/?(?:(?:refs\/)?heads\/)?/, "")}`;
  return branchPattern.test(suggestion) && !value.startsWith("refs/") ? suggestion : undefined;
}
