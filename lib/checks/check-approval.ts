import type { Check } from "../arguments/check";
import { checkDistinct, checkList, checkNotEmpty } from "../arguments/check-collection";
import { checkObject, readProperties } from "../arguments/check-object";
import { checkAll } from "../arguments/check-one-of";
import { input, optional, plain, required } from "../arguments/check-presence";
import { checkText } from "../arguments/check-text";
import { checkFlag, checkWholeNumber } from "../arguments/check-value";
import { createProblem, type Problem } from "../errors/problem";
import { checkMemberChosen, formatMember, memberShape } from "../members/check-member";
import { joinPath } from "../arguments/check";
import type { ApprovalCheckArgs, ApproverArgs } from "./checks-args";
import { checkTimeout } from "./timeout";

const checkApprovers = checkAll(
  checkList(
    plain(
      "the approver, whose id may be an output,",
      checkAll(checkObject<ApproverArgs>(memberShape), checkMemberChosen),
    ),
  ),
  checkNotEmpty('approver, such as { group: "Release Managers" }'),
  checkDistinct(formatMember),
);

/** Checks the arguments of an approval. */
export const checkApproval: Check = checkAll(
  checkObject<ApprovalCheckArgs>({
    approvers: required(
      "who is asked to approve",
      plain("the list, of which each id may be an output,", checkApprovers),
    ),
    minimumApprovers: optional(plain("the number", checkWholeNumber({ minimum: 1, unit: "approvals" }))),
    requesterMayApprove: optional(plain("true or false", checkFlag)),
    instructions: optional(input(checkText())),
    timeoutMinutes: optional(plain("the number of minutes", checkTimeout)),
  }),
  checkEnoughApprovers,
);

function checkEnoughApprovers(path: string, value: unknown): readonly Problem[] {
  const properties = readProperties(value);
  const approvers = properties?.get("approvers");
  const minimum = properties?.get("minimumApprovers");
  return Array.isArray(approvers) && typeof minimum === "number" && approvers.length > 0 && minimum > approvers.length
    ? [createProblem(joinPath(path, "minimumApprovers"), "approvers-too-few", { minimum, count: approvers.length })]
    : [];
}
