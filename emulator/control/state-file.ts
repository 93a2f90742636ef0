import { chmod, readFile, rename, writeFile } from "node:fs/promises";
import { z } from "zod";
import type { PlatformSeed } from "../seed";
import type { EmulatorState } from "./emulator-state";
import { createPublicSnapshot, parseSnapshot } from "./public-snapshot";

const fileSchema = z.object({
  version: z.literal(1),
  now: z.number(),
  store: z.unknown().transform(parseSnapshot),
  // Written by this class alone and only read aloud to a person.
  platform: z.custom<PlatformSeed>((value) => typeof value === "object" && value !== null).exactOptional(),
});

/** Keeps a store in a file, so that a person can stop the emulator and go on later. Holds neither keys nor tokens. */
export class StateFile {
  #saving: Promise<void> | undefined;
  #again = false;
  #problem: unknown;

  constructor(
    private readonly path: string,
    private readonly state: EmulatorState,
  ) {}

  /**
   * Loads the store, and moves the clock forward to where it was when that lies ahead.
   *
   * @returns whether there was a file.
   * @throws Error when the file is not one of ours.
   */
  async load(): Promise<boolean> {
    const text = await readIfExists(this.path);
    if (text === undefined) return false;
    const { now, store, platform } = parseFile(text, this.path);
    this.state.store.restore(store);
    this.state.store.clock.advance(Math.max(0, now - this.state.store.clock.now()));
    if (platform !== undefined) this.state.platform = platform;
    return true;
  }

  /** Saves soon. Changes that come while a save is under way are saved together after it. */
  saveSoon(): void {
    if (this.#saving !== undefined) {
      this.#again = true;
      return;
    }
    this.#saving = this.#write().then(
      () => {
        this.#finish();
      },
      (error: unknown) => {
        this.#problem = error;
        this.#finish();
      },
    );
  }

  /** Saves now and waits for it. Throws what went wrong with this save or an earlier one. */
  async save(): Promise<void> {
    this.saveSoon();
    while (this.#saving !== undefined) await this.#saving;
    if (this.#problem !== undefined) throw toError(this.#problem);
  }

  #finish(): void {
    this.#saving = undefined;
    if (!this.#again) return;
    this.#again = false;
    this.saveSoon();
  }

  // Written beside and renamed, so that a killed emulator leaves the file whole.
  async #write(): Promise<void> {
    const { store, platform } = this.state;
    const content = { version: 1, now: store.clock.now(), store: createPublicSnapshot(store), platform };
    const temporary = `${this.path}.${process.pid}.tmp`;
    await writeFile(temporary, `${JSON.stringify(content, undefined, 1)}\n`, { mode: 0o600 });
    await chmod(temporary, 0o600);
    await rename(temporary, this.path);
    this.#problem = undefined;
  }
}

function parseFile(text: string, path: string): z.infer<typeof fileSchema> {
  try {
    return fileSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${path} is not a state file of this emulator: ${toError(error).message}`, { cause: error });
  }
}

async function readIfExists(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (typeof error === "object" && error !== null && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function toError(value: unknown): Error {
  return value instanceof Error ? value : new Error(String(value));
}
