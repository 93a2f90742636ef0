import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat, utimes, link } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isErrorCode } from "./is-error-code.mjs";

/**
 * @typedef {object} Holder Who holds a lock: the content of the lock file.
 * @property {string} token
 * @property {string} host
 * @property {number} pid
 */

/**
 * @typedef {object} LockOptions
 * @property {(holder: Holder) => void} [onWait] Called once when somebody else holds the lock.
 * @property {number} [pollMilliseconds] How often a waiting process looks again.
 */

/** A living holder touches its lock this often … */
const heartbeatMilliseconds = 5_000;
/** … so a lock untouched for this long belongs to nobody, whatever its process number says. */
const abandonedMilliseconds = 60_000;

/**
 * Runs `work` while holding a lock file, so that two set-ups at once do the work one after the other. A lock whose
 * holder is dead is taken over.
 *
 * The lock saves double work; it is not what keeps results whole. Everything made under it appears by one rename.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {LockOptions} [options]
 * @returns {Promise<T>}
 */
export async function withFileLock(file, work, options = {}) {
  /** @type {Holder} */
  const self = { token: randomUUID(), host: hostname(), pid: process.pid };
  await mkdir(dirname(file), { recursive: true });
  await acquire(file, self, options);
  const heartbeat = setInterval(() => {
    utimes(file, new Date(), new Date()).catch(() => undefined);
  }, heartbeatMilliseconds);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if ((await readHolder(file))?.token === self.token) {
      await rm(file, { force: true });
    }
  }
}

/**
 * @param {string} file
 * @param {Holder} self
 * @param {LockOptions} options
 */
async function acquire(file, self, { onWait, pollMilliseconds = 200 }) {
  let told = false;
  while (!(await tryCreate(file, self))) {
    const holder = await readHolder(file);
    if (await isAbandoned(file, holder)) {
      await takeAway(file, holder);
      continue;
    }
    if (holder && !told) {
      onWait?.(holder);
      told = true;
    }
    await pause(pollMilliseconds);
  }
}

/**
 * @param {string} file
 * @param {Holder} self
 */
async function tryCreate(file, self) {
  // Written aside first and then linked: whoever sees the lock file sees its whole content.
  const draft = `${file}.${self.token}`;
  const handle = await open(draft, "wx");
  try {
    await handle.writeFile(JSON.stringify(self));
    await link(draft, file);
    return true;
  } catch (error) {
    if (isErrorCode(error, "EEXIST")) {
      return false;
    }
    throw error;
  } finally {
    await handle.close();
    await rm(draft, { force: true });
  }
}

/**
 * @param {string} file
 * @returns {Promise<Holder | undefined>}
 */
async function readHolder(file) {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} file
 * @param {Holder | undefined} holder
 */
async function isAbandoned(file, holder) {
  if (holder?.host === hostname() && !isAlive(holder.pid)) {
    return true;
  }
  try {
    return Date.now() - (await stat(file)).mtimeMs > abandonedMilliseconds;
  } catch {
    return false;
  }
}

/**
 * Removes an abandoned lock. Two processes may find it at the same time: the slower one would remove the lock that the
 * faster one has just made, so it looks at what it moved away and puts back what was not meant.
 *
 * @param {string} file
 * @param {Holder | undefined} abandoned
 */
async function takeAway(file, abandoned) {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (isErrorCode(error, "ENOENT")) {
      return;
    }
    throw error;
  }
  if ((await readHolder(aside))?.token !== abandoned?.token) {
    await link(aside, file).catch(() => undefined);
  }
  await rm(aside, { force: true });
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return isErrorCode(error, "EPERM");
  }
}
