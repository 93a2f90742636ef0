import type * as pulumi from "@pulumi/pulumi";
import { createApproval } from "./approval";
import { createBranchControl } from "./branch-control";
import { createBusinessHours } from "./business-hours";
import type { ChecksArgs } from "./checks-args";
import { createExclusiveLock } from "./exclusive-lock";
import type { ProtectedConnection } from "./protected-connection";
import { createRequiredTemplate } from "./required-template";
import { createRestApi } from "./rest-api";

/** Creates the checks that are declared, one line a kind. */
export function createChecks(
  protectedConnection: ProtectedConnection,
  { approval, branchControl, requiredTemplate, exclusiveLock, businessHours, restApi }: ChecksArgs = {},
): readonly pulumi.Resource[] {
  return [
    approval && createApproval(protectedConnection, approval),
    branchControl && createBranchControl(protectedConnection, branchControl),
    requiredTemplate && createRequiredTemplate(protectedConnection, requiredTemplate),
    exclusiveLock && createExclusiveLock(protectedConnection, exclusiveLock),
    businessHours && createBusinessHours(protectedConnection, businessHours),
    restApi && createRestApi(protectedConnection, restApi),
  ].filter((check) => check !== undefined);
}
