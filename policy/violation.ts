import type { Level } from "../analysis/level";
import type { RuleName } from "../analysis/rules/rules-table";

/** What a violation does to a run: `advisory` is only printed, `mandatory` makes the run fail. */
export type Enforcement = "advisory" | "mandatory";

/** What a policy has against a resource. */
export interface Violation {
  readonly policy: RuleName;
  /** URN of the resource; absent where it concerns the whole stack. */
  readonly urn?: string;
  /** Lines for the console: nothing foreign in them is more than text. */
  readonly message: string;
  readonly enforcement: Enforcement;
  readonly level: Level;
}
