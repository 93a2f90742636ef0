import { openBenchStack, type BenchStack } from "./bench-stack";
import { programs, type Measurement, type ProgramName, type Step } from "./measurement";

export interface BenchOptions {
  /** Deploys 200 connections too, which takes minutes. */
  full: boolean;
  /** Hears of each measurement as it comes. */
  onMeasurement: Note;
}

type Note = (measurement: Measurement) => void;

// The providers' waits are idle: they queue where too few resources may be written at once.
const parallel = ["--parallel", "256"];

const previewRounds = 2;

/** Measures both programs in one run. */
export async function runBench({ full, onMeasurement }: BenchOptions): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  const note: Note = (measurement) => {
    measurements.push(measurement);
    onMeasurement(measurement);
  };
  await warmUp();
  for (const connections of [1, 20, 200]) {
    const stacks = await openBoth(connections);
    try {
      (await measurePreviews(stacks)).forEach(note);
      if (connections === 1) {
        await measureInTurn(stacks, "up", note);
        await measureSideBySide(stacks, "destroy", note);
      }
      if (connections === 20) await measureSideBySide(stacks, "up", note);
      if (connections === 200 && full) await measureInTurn(stacks, "up", note);
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

/** Measures previews in turn, and of each the best round: what comes first may be slowed by what the machine did before. */
async function measurePreviews(stacks: BothStacks): Promise<readonly Measurement[]> {
  const rounds: (readonly Measurement[])[] = [];
  for (let round = 0; round < previewRounds; round++) {
    rounds.push([
      await stacks.components.measure("preview"),
      await stacks["hand-written"].measure("preview"),
      await stacks.components.measurePolicies(),
    ]);
  }
  const [first = [], ...others] = rounds;
  return first.map((measurement, index) =>
    others.reduce((best, round) => pickFaster(best, round[index] ?? best), measurement),
  );
}

function pickFaster(one: Measurement, other: Measurement): Measurement {
  return other.seconds < one.seconds ? other : one;
}

async function measureInTurn(stacks: BothStacks, step: Step, note: Note): Promise<void> {
  for (const program of programs) note(await stacks[program].measure(step, ...parallel));
}

/** For what mostly waits: the processors are hardly shared. */
async function measureSideBySide(stacks: BothStacks, step: Step, note: Note): Promise<void> {
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
