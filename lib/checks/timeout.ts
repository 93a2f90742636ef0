import { limits } from "../../facts/limits-table";
import type { Check } from "../arguments/check";
import { checkWholeNumber } from "../arguments/check-value";

/** Minutes that Azure DevOps itself gives a check that waits for people. */
export const longTimeout = limits.checkTimeout.value;

/** Minutes that Azure DevOps itself gives a check that something is evaluated for. */
export const shortTimeout = 1440;

/** Checks after how many minutes a check gives up. */
export const checkTimeout: Check = checkWholeNumber({
  minimum: 1,
  maximum: limits.checkTimeout.value,
  unit: "minutes",
});
