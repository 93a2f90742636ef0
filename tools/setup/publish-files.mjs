import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { listFiles } from "./fingerprint.mjs";

/**
 * @typedef {object} Publication
 * @property {string} from A folder on the same disk as `to`.
 * @property {string} to
 * @property {readonly string[]} files What `to` shall hold, relative to both.
 * @property {readonly string[]} owned Folders of `to` that hold nothing else: other files there are removed at the end.
 */

/**
 * Brings a folder up to date while others read it: every file is replaced by one rename, files that did not change are
 * not touched, and files that are no longer wanted go last.
 *
 * @param {Publication} publication
 */
export async function publishFiles({ from, to, files, owned }) {
  const draft = join(from, `.draft.${process.pid}`);
  for (const file of files) {
    const [content, before] = await Promise.all([
      readFile(join(from, file)),
      readFile(join(to, file)).catch(() => undefined),
    ]);
    if (before?.equals(content) !== true) {
      await writeFile(draft, content);
      await mkdir(dirname(join(to, file)), { recursive: true });
      await rename(draft, join(to, file));
    }
  }
  const wanted = new Set(files);
  const orphans = await listFiles(to, owned, (file) => !wanted.has(file));
  await Promise.all(orphans.map((file) => rm(join(to, file), { force: true })));
}
