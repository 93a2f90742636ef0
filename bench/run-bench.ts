import { openBenchStack, type BenchStack } from "./bench-stack";
import { programs, type Measurement, type ProgramName, type Step } from "./measurement";

export interface BenchOptions {
  /** Deploys 200 connections too, which takes minutes. */
  full: boolean;
  /** Hears of each measurement as it comes. */
  onMeasurement: (measurement: Measurement) => void;
}

// The providers' waits are idle: they queue where too few resources may be written at once.
const parallel = ["--parallel", "256"];

/** Measures both programs, what computes one after the other, what mostly waits side by side. */
export async function runBench({ full, onMeasurement }: BenchOptions): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  const note = (measurement: Measurement): void => {
    measurements.push(measurement);
    onMeasurement(measurement);
  };
  await warmUp();
  for (const connections of [1, 20, 200]) {
    const stacks = await openBoth(connections);
    try {
      for (const program of programs) note(await stacks[program].measure("preview"));
      if (connections > 1) note(await stacks.components.measurePolicies());
      if (connections === 1) for (const step of ["up", "destroy"] as const) await measureBoth(stacks, step, note);
      if (connections === 20) await measureBoth(stacks, "up", note);
      if (connections === 200 && full)
        for (const program of programs) note(await stacks[program].measure("up", ...parallel));
    } finally {
      await Promise.all(programs.map((program) => stacks[program].close()));
    }
  }
  return measurements;
}

type BothStacks = Readonly<Record<ProgramName, BenchStack>>;

async function openBoth(connections: number): Promise<BothStacks> {
  const open = (program: ProgramName): Promise<BenchStack> => openBenchStack({ program, connections });
  return { components: await open("components"), "hand-written": await open("hand-written") };
}

async function measureBoth(stacks: BothStacks, step: Step, note: (measurement: Measurement) => void): Promise<void> {
  const measured = await Promise.all(programs.map((program) => stacks[program].measure(step, ...parallel)));
  measured.forEach(note);
}

/** The first run on a machine reads everything from disk. */
async function warmUp(): Promise<void> {
  const stacks = await openBoth(1);
  await Promise.all(
    programs.map((program) => stacks[program].measure("preview").finally(() => stacks[program].close())),
  );
}
