/** The two programs that are compared: with this package, and written by hand. */
export const programs = ["components", "hand-written"] as const;

export type ProgramName = (typeof programs)[number];

/** What the engine did. */
export type Step = "preview" | "up" | "destroy";

export interface BenchCase {
  program: ProgramName;
  connections: number;
}

/** One step of one case. */
export interface Measurement extends BenchCase {
  step: Step;
  /** From the start of the CLI to its end. */
  seconds: number;
  /** The most memory that the program's process took; absent where no program ran. */
  peakMegabytes?: number;
}
