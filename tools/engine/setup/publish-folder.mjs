import { randomUUID } from "node:crypto";
import { rename, rm, stat } from "node:fs/promises";

/**
 * Fills a folder under a temporary name and renames it when it is complete: a killed run leaves a draft, never half a
 * result. Where another run was faster, its result stays.
 *
 * @param {string} target
 * @param {(draft: string) => Promise<void>} fill
 */
export async function publishFolder(target, fill) {
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
