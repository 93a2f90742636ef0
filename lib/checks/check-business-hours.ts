import { windowsTimeZones } from "../../facts/time-zones-table";
import { type Check, joinPath } from "../arguments/check";
import { checkDistinct, checkList, checkNotEmpty } from "../arguments/check-collection";
import { checkObject, readProperties } from "../arguments/check-object";
import { checkAll } from "../arguments/check-one-of";
import { optional, plain, required } from "../arguments/check-presence";
import { checkText } from "../arguments/check-text";
import { checkChoice } from "../arguments/check-value";
import { createProblem, type Problem } from "../errors/problem";
import type { BusinessHoursCheckArgs } from "./checks-args";
import { DayOfWeek } from "./day-of-week";
import { checkTimeout } from "./timeout";

const checkTime: Check = checkText((path, value) =>
  isTime(value) ? [] : [createProblem(path, "time-invalid", { value })],
);

const checkDays = checkAll(
  checkList(
    plain(
      "the day",
      checkChoice({
        of: "a day of the week",
        known: Object.values(DayOfWeek),
        requirement: "a day by its English name, such as Monday",
      }),
    ),
  ),
  checkNotEmpty("day, such as Monday"),
  checkDistinct((day) => (typeof day === "string" ? day : undefined)),
);

const checkTimeZone = checkChoice({
  of: "a time zone by the name that Windows gives it",
  known: windowsTimeZones,
  requirement:
    "a name such as UTC or W. Europe Standard Time; they are listed at https://learn.microsoft.com/windows-hardware/manufacture/desktop/default-time-zones",
});

/** Checks the arguments of business hours. */
export const checkBusinessHours: Check = checkAll(
  checkObject<BusinessHoursCheckArgs>({
    days: required("the days on which runs may use the connection", plain("the list", checkDays)),
    startTime: required("from when runs may use the connection, such as 09:00", plain("the time", checkTime)),
    endTime: required("until when runs may use the connection, such as 17:00", plain("the time", checkTime)),
    timeZone: required("the time zone of the hours, such as UTC", plain("the time zone", checkTimeZone)),
    timeoutMinutes: optional(plain("the number of minutes", checkTimeout)),
  }),
  checkForwards,
);

function checkForwards(path: string, value: unknown): readonly Problem[] {
  const properties = readProperties(value);
  const startTime = properties?.get("startTime");
  const endTime = properties?.get("endTime");
  return isTime(startTime) && isTime(endTime) && endTime <= startTime
    ? [createProblem(joinPath(path, "endTime"), "hours-backwards", { startTime, endTime })]
    : [];
}

function isTime(value: unknown): value is string {
  return typeof value === "string" && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value);
}
