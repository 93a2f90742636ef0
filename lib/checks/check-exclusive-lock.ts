import type { Check } from "../arguments/check";
import { checkObject } from "../arguments/check-object";
import { optional, plain } from "../arguments/check-presence";
import type { ExclusiveLockCheckArgs } from "./checks-args";
import { checkTimeout } from "./timeout";

/** Checks the arguments of an exclusive lock. */
export const checkExclusiveLock: Check = checkObject<ExclusiveLockCheckArgs>({
  timeoutMinutes: optional(plain("the number of minutes", checkTimeout)),
});
