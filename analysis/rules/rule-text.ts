import type { Level } from "../level";

/** A group of the OWASP top ten of CI/CD risks: https://owasp.org/www-project-top-10-ci-cd-security-risks/ */
export type OwaspRisk =
  "CICD-SEC-1" | "CICD-SEC-2" | "CICD-SEC-4" | "CICD-SEC-5" | "CICD-SEC-6" | "CICD-SEC-7" | "CICD-SEC-10";

/** What a rule says of itself, in plain words. */
export interface RuleText {
  /** How much attention its findings need at most; what cannot be judged, and milder cases, have less. */
  readonly level: Level;
  /** What it finds, as a heading. */
  readonly title: string;
  /** Why it matters: what somebody could do. */
  readonly reason: string;
  /** What to do instead, unless a finding knows better. */
  readonly fix: string;
  /** The abuses that it guards against, by their numbers in this project's threat model. */
  readonly threats: readonly number[];
  readonly owasp: readonly OwaspRisk[];
}
