import type { Entity } from "../model/model";
import type { ChangeContext } from "./change-context";
import type { Side } from "./side";
import type { Verdict } from "./verdict";

/** A thing before and after. */
export interface Pair<E extends Entity> {
  readonly before: E;
  readonly after: E;
}

/** A thing on one side. */
export interface Placed<E extends Entity> {
  readonly entity: E;
  readonly side: Side;
}

/** How the changes of one class are told and judged. */
export interface ClassRules<E extends Entity> {
  /**
   * What the thing means, so that two that mean the same are the same access. Undefined where what decides cannot be seen, and for
   * things that are what they are by their own ID.
   */
  readonly formatMeaning: (placed: Placed<E>, context: ChangeContext) => string | undefined;
  /**
   * By what something that is deleted and something that is created belong together although they do not mean the same; the best
   * key first.
   */
  readonly formatPairKeys: (placed: Placed<E>, context: ChangeContext) => readonly (string | undefined)[];
  /** The meaning as text for the ID of a change. */
  readonly describe: (placed: Placed<E>, context: ChangeContext) => string;
  readonly judgeAdded: (entity: E, context: ChangeContext) => Verdict;
  readonly judgeRemoved: (entity: E, context: ChangeContext) => Verdict;
  /** What differs; no fields where nothing does. */
  readonly judgeChanged: (pair: Pair<E>, context: ChangeContext) => Verdict;
  /** What being made anew means by itself. */
  readonly judgeReplaced: (pair: Pair<E>, context: ChangeContext) => Verdict;
  /** True where being made anew is the news even when properties differ too: others depend on its ID. */
  readonly hasOwnId: boolean;
}
