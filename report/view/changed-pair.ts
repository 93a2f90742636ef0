import type { ChangeEffect } from "../../analysis/changes/change";
import type { Entity } from "../../analysis/model/model";

/** A thing that stays, before and after, and what its change means. */
export interface ChangedPair<E extends Entity> {
  readonly before: E;
  readonly after: E;
  readonly has: (effect: ChangeEffect) => boolean;
  readonly touches: (field: string) => boolean;
}
