import type { ProgramUsage } from "./program-usage";

/** The two programs that are compared: with this package, and written by hand. */
export const programs = ["components", "hand-written"] as const;

export type ProgramName = (typeof programs)[number];

/** What the engine did. */
export type Step = "preview" | "up" | "destroy";

export interface BenchCase {
  program: ProgramName;
  connections: number;
}

/** One step of one case; what the program took is absent where none ran. */
export interface Measurement extends BenchCase, Partial<ProgramUsage> {
  step: Step;
  /** Whether the policy pack judged the stack too. */
  policies?: true;
  /** From the start of the CLI to its end. */
  seconds: number;
}
