import type { Entity, EntityClass } from "../model/model";
import type { Level } from "../level";
import type { Phrase } from "../phrase";

/** What happened to a thing. `moved` is the same thing under another URN; `left` is dropped from the state but stays in the cloud. */
export type ChangeAction =
  "added" | "removed" | "changed" | "replaced" | "moved" | "imported" | "read" | "left" | "unprotected";

/** What a change means, before any text exists. */
export type ChangeEffect =
  /** More can get in, or somebody may do more. */
  | "widensAccess"
  /** Fewer can get in, or somebody may do less. */
  | "narrowsAccess"
  /** An approval, check or condition is gone. */
  | "removesGuard"
  /** It stays but stops less. */
  | "weakensGuard"
  | "addsGuard"
  /** A federated identity credential is made anew: tokens are refused in between. */
  | "replacesCredential"
  /** The principal is new: every grant outside this stack is lost. */
  | "replacesIdentity"
  /** The connection's ID is new: its permissions, checks and subject are lost. */
  | "replacesConnection"
  /** Pipelines that use it fail from now on. */
  | "breaksUse"
  | "storesSecret"
  | "removesSecret"
  /** It can grant itself more: assign roles, or write federated identity credentials. */
  | "escalates"
  /** What decides is unknown, secret or unreadable: nobody can judge it from the preview. */
  | "cannotBeReviewed"
  | "removesProtection";

/** One property of a thing that differs. */
export interface FieldChange {
  /** Our name of it, such as `subject` or `settings.minimumApprovers`. */
  readonly field: string;
}

/** A fact from the engine with its meaning. */
export interface Change {
  /** Stable across runs and across renames where the meaning is the same: made of class, action and meaning. */
  readonly id: string;
  readonly class: EntityClass;
  readonly action: ChangeAction;
  /** Sorted, each once. */
  readonly effects: readonly ChangeEffect[];
  readonly level: Level;
  readonly before?: Entity;
  readonly after?: Entity;
  readonly fields: readonly FieldChange[];
  /** Why it has this level, in plain words; the first is the most important. */
  readonly reasons: readonly Phrase[];
}
