import type { Value } from "../model/value";
import { findRelation, type Relation } from "../risk/relation";

/** Business hours as the model writes them: `Monday,Tuesday 08:00-17:00 UTC`. */
interface Hours {
  readonly days: readonly string[];
  readonly start: string;
  readonly end: string;
  readonly zone: string;
}

const pattern = /^(\S*) (\d\d:\d\d)-(\d\d:\d\d) (.+)$/;

/** Compares business hours: longer hours or more days are wider. Hours of other time zones cannot be compared. */
export function compareHours(before: Value, after: Value): Relation {
  if (before.state === "absent" && after.state === "absent") {
    return "same";
  }
  if (before.state !== "known" || after.state !== "known") {
    return "unknown";
  }
  const [a, b] = [parseHours(before.value), parseHours(after.value)];
  if (a === undefined || b === undefined) {
    return before.value === after.value ? "same" : "unknown";
  }
  return a.zone === b.zone ? findRelation({ beforeHasAll: holds(a, b), afterHasAll: holds(b, a) }) : "different";
}

function parseHours(text: string): Hours | undefined {
  const [, days, start, end, zone] = pattern.exec(text) ?? [];
  return days === undefined || start === undefined || end === undefined || zone === undefined || start > end
    ? undefined
    : { days: days.split(","), start, end, zone };
}

function holds(outer: Hours, inner: Hours): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && inner.days.every((day) => outer.days.includes(day));
}
