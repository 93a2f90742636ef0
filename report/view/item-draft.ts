import type { ReportItem } from "../report-document";

/** What decides where an item stands and whether it is shown at all. */
export type ItemHead = Omit<ReportItem, "title" | "details" | "source">;

/** An item before its sentences are written: of a large run, only those that are shown are. */
export interface ItemDraft {
  readonly head: ItemHead;
  /** Writes the sentences. */
  readonly write: () => Pick<ReportItem, "title" | "details" | "source">;
}
