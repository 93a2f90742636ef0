import { randomUUID } from "node:crypto";
import { readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { enginePrograms } from "./programs-table.mjs";

const unusedMilliseconds = 60 * 24 * 60 * 60 * 1000;

/** Our folders, and what a killed run left of one: `<program>-<version>-<hash>`, or `-official` where it was downloaded. */
const names = enginePrograms.map(({ name }) => name).join("|");
const pattern = new RegExp(`^(?:${names})-\\d+\\.\\d+\\.\\d+-(?:[0-9a-f]{16}|official)(?:\\.draft-.+)?$`);

/**
 * Notes that a folder of the cache is in use, so that no checkout of this user prunes it.
 *
 * @param {string} folder
 */
export async function markUsed(folder) {
  const now = new Date();
  // A cache that only others may write is not ours to keep in order.
  await utimes(folder, now, now).catch(() => undefined);
}

/**
 * Removes builds that nobody has used for 60 days: each change of a pinned version leaves one behind. To be called under the
 * cache's lock. What cannot be removed stays, without a word: it only costs room.
 *
 * @param {string} cache
 * @param {readonly string[]} current Folders of today, which stay whatever their age.
 */
export async function pruneCache(cache, current) {
  const entries = await readdir(cache).catch(() => /** @type {string[]} */ ([]));
  for (const entry of entries.filter((name) => pattern.test(name) && !current.includes(name))) {
    const folder = join(cache, entry);
    if (Date.now() - (await findLastUse(folder)) > unusedMilliseconds) {
      await removeWhole(folder).catch(() => undefined);
    }
  }
}

/**
 * When a folder was marked, or a program in it started: a checkout that is older than the marks only starts it.
 *
 * @param {string} folder
 */
async function findLastUse(folder) {
  try {
    const { mtimeMs } = await stat(folder);
    const files = await Promise.all((await readdir(folder)).map((name) => stat(join(folder, name))));
    return Math.max(mtimeMs, ...files.map(({ atimeMs }) => atimeMs));
  } catch {
    return Date.now();
  }
}

/**
 * A set-up of another checkout finds the folder whole or not at all.
 *
 * @param {string} folder
 */
async function removeWhole(folder) {
  const aside = `${folder}.draft-${randomUUID()}`;
  await rename(folder, aside);
  await rm(aside, { recursive: true, force: true });
}
