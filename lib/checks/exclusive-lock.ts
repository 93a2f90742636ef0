import * as azuredevops from "@pulumi/azuredevops";
import type { ExclusiveLockCheckArgs } from "./checks-args";
import { createCheckOptions, formatTarget, type ProtectedConnection } from "./protected-connection";
import { longTimeout } from "./timeout";

/** Creates the check that only one run at a time passes. */
export function createExclusiveLock(
  protectedConnection: ProtectedConnection,
  { timeoutMinutes }: ExclusiveLockCheckArgs,
): azuredevops.CheckExclusiveLock {
  return new azuredevops.CheckExclusiveLock(
    `${protectedConnection.component.name}-check-exclusive-lock`,
    { ...formatTarget(protectedConnection), timeout: timeoutMinutes ?? longTimeout },
    createCheckOptions(protectedConnection),
  );
}
