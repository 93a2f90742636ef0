import * as azuredevops from "@pulumi/azuredevops";
import type { BusinessHoursCheckArgs } from "./checks-args";
import { DayOfWeek } from "./day-of-week";
import { createCheckOptions, formatTarget, type ProtectedConnection } from "./protected-connection";
import { shortTimeout } from "./timeout";

/** Creates the check that runs pass at certain hours only. */
export function createBusinessHours(
  protectedConnection: ProtectedConnection,
  { days, startTime, endTime, timeZone, timeoutMinutes }: BusinessHoursCheckArgs,
): azuredevops.CheckBusinessHours {
  return new azuredevops.CheckBusinessHours(
    `${protectedConnection.component.name}-check-business-hours`,
    {
      ...formatTarget(protectedConnection),
      displayName: "Business hours",
      monday: days.includes(DayOfWeek.Monday),
      tuesday: days.includes(DayOfWeek.Tuesday),
      wednesday: days.includes(DayOfWeek.Wednesday),
      thursday: days.includes(DayOfWeek.Thursday),
      friday: days.includes(DayOfWeek.Friday),
      saturday: days.includes(DayOfWeek.Saturday),
      sunday: days.includes(DayOfWeek.Sunday),
      startTime,
      endTime,
      timeZone,
      timeout: timeoutMinutes ?? shortTimeout,
    },
    createCheckOptions(protectedConnection),
  );
}
