import type { ChangeEffect } from "../../analysis/changes/change";
import { compareLevels } from "../../analysis/level";
import { isStanding } from "../item-kinds";
import type { ReportSection } from "../report-document";
import type { ItemHead } from "./item-draft";

/** The sections of a report, in their order. */
export const sectionNames = ["needsAttention", "newAccess", "removedAccess", "whoMayUse", "replaced", "other"] as const;

const alarming: readonly ChangeEffect[] = [
  "removesGuard",
  "weakensGuard",
  "cannotBeReviewed",
  "storesSecret",
  "escalates",
];
const replacing: readonly ChangeEffect[] = ["replacesConnection", "replacesCredential", "replacesIdentity"];
const classesOfUse = ["pipelinePermission", "check", "connectionRole"];
const classesOfNoAccess = ["providerTarget", "unrecognized", "customRole"];

/** Finds the section that an item belongs to. */
export function placeItem(item: ItemHead): ReportSection["name"] {
  if (needsAttention(item)) {
    return "needsAttention";
  }
  const { action, class: entityClass } = item;
  if (item.kind === "finding" || action === "read" || action === "imported" || action === "unprotected") {
    return "other";
  }
  if (has(item, replacing) || action === "replaced") {
    return "replaced";
  }
  if (action === "moved" || item.level === "info") {
    return "other";
  }
  if (classesOfUse.includes(entityClass)) {
    return "whoMayUse";
  }
  if (has(item, ["widensAccess"]) || (action === "added" && !classesOfNoAccess.includes(entityClass))) {
    return "newAccess";
  }
  return has(item, ["narrowsAccess", "removesSecret"]) || action === "removed" ? "removedAccess" : "other";
}

function needsAttention(item: ItemHead): boolean {
  if (isStanding(item)) {
    return false;
  }
  const least = item.kind === "finding" || item.action === "left" ? "medium" : "high";
  return has(item, alarming) || compareLevels(item.level, least) >= 0;
}

/** Orders the items of a section: checks that are gone or weaker first, then other guards, then by level, then changes before findings, then by ID. */
export function compareItems(a: ItemHead, b: ItemHead): number {
  return (
    rankGuard(a) - rankGuard(b) ||
    compareLevels(b.level, a.level) ||
    compare(a.kind, b.kind) ||
    compare(a.id, b.id) ||
    compare(a.urn, b.urn)
  );
}

function rankGuard(item: ItemHead): number {
  if (!has(item, ["removesGuard", "weakensGuard"])) {
    return 2;
  }
  return item.class === "check" ? 0 : 1;
}

function has({ effects }: ItemHead, wanted: readonly ChangeEffect[]): boolean {
  return wanted.some((effect) => effects.includes(effect));
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
