import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bases } from "../../tools/corpus/bases";
import type { CorpusBase, CorpusCase } from "../../tools/corpus/corpus-case";

const folder = join(__dirname, "../corpus/recordings");

/** A recorded run of the engine, with the row of the table that it was recorded for. */
export interface RecordedCase extends CorpusCase {
  readonly base: CorpusBase;
  /** `BASE/CASE`. */
  readonly path: string;
}

/** All cases of the corpus. */
export const recordedCases: readonly RecordedCase[] = bases.flatMap((base) =>
  base.cases.map((one) => ({ ...one, base, path: `${base.name}/${one.name}` })),
);

/** The digest of a case, by `BASE/CASE`. */
export function readRecording(path: string): string {
  return readFileSync(join(folder, `${path}.json`), "utf8");
}

/** What lies in the folder of recordings, as `BASE/CASE.json`, sorted. */
export function listRecordingFiles(): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
