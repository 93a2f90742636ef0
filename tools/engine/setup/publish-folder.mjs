import { randomUUID } from "node:crypto";
import { readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** No build takes this long: an older draft was left by a run that was killed. */
const abandonedMilliseconds = 2 * 60 * 60 * 1000;

/**
 * Fills a folder under a temporary name and renames it when it is complete: a killed run leaves a draft, never half a
 * result. Where another run was faster, its result stays.
 *
 * @param {string} target
 * @param {(draft: string) => Promise<void>} fill
 */
export async function publishFolder(target, fill) {
  await removeAbandonedDrafts(target);
  const draft = `${target}.draft-${randomUUID()}`;
  try {
    await fill(draft);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    const isThere = await stat(target).then(
      () => true,
      () => false,
    );
    if (!isThere) {
      throw error;
    }
  }
}

/** @param {string} target */
async function removeAbandonedDrafts(target) {
  const folder = dirname(target);
  const names = await readdir(folder).catch(() => /** @type {string[]} */ ([]));
  for (const name of names.filter((candidate) => candidate.startsWith(`${basename(target)}.draft-`))) {
    const draft = join(folder, name);
    const changed = await stat(draft).catch(() => undefined);
    if (changed && Date.now() - changed.mtimeMs > abandonedMilliseconds) {
      await rm(draft, { recursive: true, force: true });
    }
  }
}
