import type { Check } from "../arguments/check";
import { checkObject } from "../arguments/check-object";
import { optional, plain } from "../arguments/check-presence";
import { checkApproval } from "./check-approval";
import { checkBranchControl } from "./check-branch-control";
import { checkBusinessHours } from "./check-business-hours";
import { checkExclusiveLock } from "./check-exclusive-lock";
import { checkRequiredTemplate } from "./check-required-template";
import { checkRestApi } from "./check-rest-api";
import type { ChecksArgs } from "./checks-args";

/** Checks the arguments of approvals and checks, one line a kind. */
export const checkChecks: Check = checkObject<ChecksArgs>({
  approval: checkKind(checkApproval),
  branchControl: checkKind(checkBranchControl),
  requiredTemplate: checkKind(checkRequiredTemplate),
  exclusiveLock: checkKind(checkExclusiveLock),
  businessHours: checkKind(checkBusinessHours),
  restApi: checkKind(checkRestApi),
});

function checkKind(check: Check): Check {
  return optional(plain("the arguments of the check", check));
}
