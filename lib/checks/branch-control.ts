import * as azuredevops from "@pulumi/azuredevops";
import type { BranchControlCheckArgs } from "./checks-args";
import { createCheckOptions, formatTarget, type ProtectedConnection } from "./protected-connection";
import { shortTimeout } from "./timeout";

/** Creates the check that only runs of certain branches pass. */
export function createBranchControl(
  protectedConnection: ProtectedConnection,
  {
    allowedBranches,
    requireProtectedBranch = true,
    allowUnknownProtection = false,
    timeoutMinutes,
  }: BranchControlCheckArgs,
): azuredevops.CheckBranchControl {
  return new azuredevops.CheckBranchControl(
    `${protectedConnection.component.name}-check-branch-control`,
    {
      ...formatTarget(protectedConnection),
      displayName: "Branch control",
      allowedBranches: allowedBranches.join(", "),
      verifyBranchProtection: requireProtectedBranch,
      ignoreUnknownProtectionStatus: allowUnknownProtection,
      timeout: timeoutMinutes ?? shortTimeout,
    },
    createCheckOptions(protectedConnection),
  );
}
