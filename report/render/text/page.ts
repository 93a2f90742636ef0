import type { Colors } from "picocolors/types";

/** What text is written on. */
export interface Page {
  readonly colors: Colors;
  /** Columns. */
  readonly width: number;
}
