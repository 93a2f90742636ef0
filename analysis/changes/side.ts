/** Before the run, or after it. */
export type Side = "before" | "after";
