import type { RuleName } from "../../analysis/rules/rules-table";
import type { RuleOptions } from "../../analysis/rules/rule-options";
import type { Enforcement } from "../violation";

/** A finding that a team lives with, on one resource and until a day. */
export interface Exception {
  readonly urn: string;
  readonly reason: string;
  /** The last day on which it holds, in UTC: `2027-01-31`. */
  readonly expires: string;
}

/** How a team wants a policy. */
export interface PolicySettings {
  /** What its findings do to a run; `disabled` looks for none. */
  readonly enforcement: Enforcement | "disabled";
  readonly options: Partial<RuleOptions>;
  readonly exceptions: readonly Exception[];
  /** The first day, in UTC, on which its findings count: before it they are only printed. Absent: they always count. */
  readonly after?: string;
}

/** How a team wants the pack. */
export type PackSettings = Readonly<Record<RuleName, PolicySettings>>;
