import type { ChangeAction, ChangeEffect } from "../../analysis/changes/change";
import type { Level } from "../../analysis/level";
import type { Report, ReportSection } from "../report-document";

/** What the engine was asked, for the line above the title. */
export const sourceWords: Readonly<Record<Report["source"], string>> = {
  preview: "What this deployment would change",
  drift: "What was changed outside of Pulumi",
  states: "What differs between two states",
};

/** Anchor, title and first line of each section. */
export const sectionWords: Readonly<
  Record<ReportSection["name"], { readonly anchor: string; readonly title: string; readonly intro: string }>
> = {
  needsAttention: {
    anchor: "needs-attention",
    title: "Needs attention",
    intro: "Look at these before you approve.",
  },
  newAccess: { anchor: "new-access", title: "New access", intro: "Who gets in, or may do more than before." },
  removedAccess: {
    anchor: "removed-access",
    title: "Removed access",
    intro: "Who no longer gets in, or may do less than before.",
  },
  whoMayUse: {
    anchor: "who-may-use-it",
    title: "Who may use it",
    intro: "Pipelines that may use a service connection, and the approvals and checks that stop them.",
  },
  replaced: {
    anchor: "replaced",
    title: "Replaced",
    intro: "Deleted and made anew: what was attached to the old one by hand is lost.",
  },
  other: { anchor: "other-changes", title: "Other changes", intro: "Changes that touch access but do not alter it." },
};

/** Sign and word of what happened to a thing. */
export const actionWords: Readonly<Record<ChangeAction, { readonly sign: string; readonly word: string }>> = {
  added: { sign: "+", word: "Added" },
  removed: { sign: "−", word: "Removed" },
  changed: { sign: "~", word: "Changed" },
  replaced: { sign: "±", word: "Replaced" },
  moved: { sign: "→", word: "Moved" },
  imported: { sign: "↓", word: "Imported" },
  read: { sign: "·", word: "Read" },
  left: { sign: "∅", word: "Left in the cloud" },
  unprotected: { sign: "−", word: "Protection removed" },
};

/** What a change means, as a note beside it. */
export const effectWords: Readonly<Record<ChangeEffect, string>> = {
  widensAccess: "wider access",
  narrowsAccess: "narrower access",
  removesGuard: "removes a guard",
  weakensGuard: "weakens a guard",
  addsGuard: "adds a guard",
  replacesCredential: "credential made anew",
  replacesIdentity: "identity made anew",
  replacesConnection: "connection made anew",
  breaksUse: "breaks use",
  storesSecret: "stores a secret",
  removesSecret: "removes a secret",
  escalates: "can give itself more",
  cannotBeReviewed: "cannot be reviewed",
  removesProtection: "can be deleted from now on",
};

/** Each level as a word. */
export const levelWords: Readonly<Record<Level, string>> = {
  critical: "Critical",
  high: "High",
  medium: "Medium",
  low: "Low",
  info: "Info",
  none: "None",
};
