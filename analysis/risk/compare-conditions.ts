import type { Value } from "../model/value";
import { readCondition } from "./read-condition";
import { findRelation, type Relation } from "./relation";

/**
 * Compares what the conditions of two role assignments let through. A condition can only take away: one that is new is
 * narrower, one that is gone is wider, and of two that are not understood nothing can be said.
 */
export function compareConditions(before: Value, after: Value): Relation {
  const a = readCondition(before);
  const b = readCondition(after);
  if (a.kind === "none" || b.kind === "none") {
    return compareWithNone(a.kind, b.kind);
  }
  if (a.kind === "unread" && b.kind === "unread") {
    return a.text === b.text ? "same" : "unknown";
  }
  if (a.kind === "limitsAssignableRoles" && b.kind === "limitsAssignableRoles") {
    if (before.state === "known" && after.state === "known" && isSameText(before.value, after.value)) {
      return "same";
    }
    const relation = findRelation({
      beforeHasAll: includesAll(a.roles, b.roles),
      afterHasAll: includesAll(b.roles, a.roles),
    });
    // The same roles in a text that differs: kinds of principals, or principals, differ.
    return relation === "same" ? "unknown" : relation;
  }
  return "unknown";
}

type Kind = ReturnType<typeof readCondition>["kind"];

function compareWithNone(before: Kind, after: Kind): Relation {
  if (before === after) {
    return "same";
  }
  if (before === "none") {
    return after === "unseen" ? "unknown" : "narrower";
  }
  return before === "unseen" ? "unknown" : "wider";
}

function includesAll(all: readonly string[], some: readonly string[]): boolean {
  return some.every((item) => all.includes(item));
}

function isSameText(a: string, b: string): boolean {
  return a.replaceAll(/\s+/g, "").toLowerCase() === b.replaceAll(/\s+/g, "").toLowerCase();
}
