// Records previews of the real engine for tests: see test/corpus/README.md.
//
//   npm run corpus                          all
//   npm run corpus -- checks                one base
//   npm run corpus -- checks/check-removed  one case
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { repositoryRoot } from "../engine/engine";
import { bases } from "./bases";
import type { CorpusBase, CorpusCase } from "./corpus-case";
import { createLimit } from "./create-limit";
import { recordBase, type Recording } from "./record-base";

const recordings = join(repositoryRoot, "test/corpus/recordings");
const previewsAtOnce = 4;

async function main(wanted: readonly string[]): Promise<void> {
  const limit = createLimit(previewsAtOnce);
  const chosen = bases.map((base) => ({ base, cases: base.cases.filter((one) => isWanted(base, one, wanted)) }));
  const results = await Promise.allSettled(
    chosen
      .filter(({ cases }) => cases.length > 0)
      .map(({ base, cases }) => recordBase({ base, cases, limit, onRecording: writeRecording })),
  );
  await removeOrphans();
  for (const result of results) {
    if (result.status === "rejected") {
      console.error(result.reason);
      process.exitCode = 1;
    }
  }
}

function isWanted(base: CorpusBase, one: CorpusCase, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((name) => name === base.name || name === `${base.name}/${one.name}`);
}

async function writeRecording({ base, case: name, text }: Recording): Promise<void> {
  await mkdir(join(recordings, base), { recursive: true });
  await writeFile(join(recordings, base, `${name}.json`), text);
  console.log(`${base}/${name} ${Math.ceil(text.length / 1024)} kB`);
}

/** A recording that no case asks for any more would go on being tested. */
async function removeOrphans(): Promise<void> {
  const wanted = new Set(bases.flatMap((base) => base.cases.map((one) => `${base.name}/${one.name}.json`)));
  for (const file of await readdir(recordings, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    if (file.isFile() && !wanted.has(path.slice(recordings.length + 1))) await rm(path);
  }
}

void main(process.argv.slice(2));
