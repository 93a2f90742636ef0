import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Sees how much memory the programs of one stack take. */
export interface MemoryWatch {
  /** Variables for the engine's process. */
  readonly environment: Readonly<Record<string, string>>;
  /** The most that a program has taken since the last call, in megabytes. Undefined when no program ran. */
  takePeak(): Promise<number | undefined>;
  stop(): Promise<void>;
}

/** Starts to watch. */
export async function watchMemory(): Promise<MemoryWatch> {
  const folder = await mkdtemp(join(tmpdir(), "keyless-bench-memory-"));
  const preload = join(__dirname, "record-peak-memory.js");
  return {
    environment: { NODE_OPTIONS: `--require "${preload}"`, BENCH_MEMORY_FOLDER: folder },
    takePeak: async () => {
      const files = (await readdir(folder)).map((name) => join(folder, name));
      const kilobytes = await Promise.all(files.map(async (file) => Number(await readFile(file, "utf8"))));
      await Promise.all(files.map((file) => rm(file)));
      return kilobytes.length === 0 ? undefined : Math.round(Math.max(...kilobytes) / 1024);
    },
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}
