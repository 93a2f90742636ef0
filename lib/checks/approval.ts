import * as azuredevops from "@pulumi/azuredevops";
import { findStorageKeys } from "../members/find-storage-keys";
import type { ApprovalCheckArgs } from "./checks-args";
import { createCheckOptions, formatTarget, type ProtectedConnection } from "./protected-connection";
import { longTimeout } from "./timeout";

/** Creates the check that somebody approves each run. */
export function createApproval(
  protectedConnection: ProtectedConnection,
  { approvers, minimumApprovers, requesterMayApprove = false, instructions, timeoutMinutes }: ApprovalCheckArgs,
): azuredevops.CheckApproval {
  const { component, projectId } = protectedConnection;
  return new azuredevops.CheckApproval(
    `${component.name}-check-approval`,
    {
      ...formatTarget(protectedConnection),
      approvers: [...findStorageKeys(approvers, { component, projectId, path: "checks.approval.approvers" })],
      // Without a number Azure DevOps wants all of them.
      minimumRequiredApprovers: minimumApprovers,
      requesterCanApprove: requesterMayApprove,
      instructions,
      timeout: timeoutMinutes ?? longTimeout,
    },
    createCheckOptions(protectedConnection),
  );
}
