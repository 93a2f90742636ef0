import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The files of one run: the CA certificate and the tokens of deploying identities. They go when the run ends. */
export interface RunFolder {
  /** Writes a file that only its owner can read, and gives its path. */
  write(name: string, content: string): Promise<string>;
  /** Removes what was written, and the folder where it was made for this run. */
  close(): Promise<void>;
}

/**
 * Opens the folder of a run.
 *
 * @param given where to write. Default: a new folder under the system's.
 */
export async function openRunFolder(given?: string): Promise<RunFolder> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), "keyless-emulator-")));
  await mkdir(folder, { recursive: true });
  const written = new Set<string>();
  return {
    write: async (name, content) => {
      const path = join(folder, name);
      await writeFile(path, content, { mode: 0o600 });
      written.add(path);
      return path;
    },
    close: async () => {
      const gone = given === undefined ? [folder] : [...written];
      await Promise.all(gone.map((path) => rm(path, { recursive: true, force: true })));
    },
  };
}
