import type { RetryRule } from "./retry-rules-table";

/** An operation that failed, at least once. */
export interface Failure {
  /** `create`, `update` or `delete`. */
  readonly operation: string;
  /** What the provider said each time, the newest first. */
  readonly errors: readonly string[];
}

/** What to do about a failure. */
export type RetryDecision =
  /** Try again after a pause, in seconds. */
  | { readonly kind: "retry"; readonly rule: RetryRule; readonly pause: number; readonly attempt: number }
  /** A known cause, but no more attempts. */
  | { readonly kind: "give-up"; readonly rule: RetryRule; readonly waited: number }
  /** Nothing is known about it: the provider's own words must do. */
  | { readonly kind: "unknown" };

/**
 * Decides what to do about a failure.
 *
 * The engine hands over every error so far, so that the decision needs neither a clock nor a memory: the same failure is always
 * answered in the same way.
 */
export function decideRetry(rules: readonly RetryRule[], { operation, errors }: Failure): RetryDecision {
  const [newest = ""] = errors;
  const rule = rules.find(
    ({ operations, pattern }) => operations.some((one) => one === operation) && pattern.test(newest),
  );
  if (rule === undefined) {
    return { kind: "unknown" };
  }
  const attempt = errors.filter((error) => rule.pattern.test(error)).length;
  const pause = rule.pauses[attempt - 1];
  return pause === undefined
    ? { kind: "give-up", rule, waited: rule.pauses.reduce((sum, one) => sum + one, 0) }
    : { kind: "retry", rule, pause, attempt };
}
