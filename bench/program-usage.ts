import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

const usageSchema = z.object({
  /** The most memory that the process took. */
  peakMegabytes: z.number(),
  /** Time that processors worked for it: other than time by the clock, it hardly depends on what else the machine does. */
  cpuSeconds: z.number(),
});

/** What the process of a program took. */
export type ProgramUsage = z.infer<typeof usageSchema>;

/** Sees what the programs of one stack take. */
export interface UsageWatch {
  /** Variables for the engine's process. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the program that ran since the last call took. Undefined when none ran. */
  take(): Promise<ProgramUsage | undefined>;
  stop(): Promise<void>;
}

/** Starts to watch. */
export async function watchUsage(): Promise<UsageWatch> {
  const folder = await mkdtemp(join(tmpdir(), "keyless-bench-usage-"));
  const preload = join(__dirname, "record-usage.js");
  return {
    environment: { NODE_OPTIONS: `--require "${preload}"`, BENCH_USAGE_FOLDER: folder },
    take: async () => {
      const [file] = (await readdir(folder)).map((name) => join(folder, name));
      if (file === undefined) return undefined;
      const usage = usageSchema.parse(JSON.parse(await readFile(file, "utf8")));
      await rm(file);
      return usage;
    },
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}
