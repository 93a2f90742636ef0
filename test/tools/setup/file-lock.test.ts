import { mkdtemp, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { withFileLock } from "../../../tools/setup/file-lock.mjs";

let folder: string;
let lock: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "keyless-lock-"));
  lock = join(folder, "nested/work.lock");
});

afterEach(() => rm(folder, { recursive: true }));

/** A process number that belonged to a process and belongs to none now. */
function findDeadPid(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

async function leaveLock(holder: object): Promise<void> {
  await withFileLock(lock, () => Promise.resolve());
  await writeFile(lock, JSON.stringify({ token: "left", host: hostname(), ...holder }));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

test("holds a lock file that names the process while the work runs, and none afterwards", async () => {
  const result = await withFileLock(lock, async () => {
    expect(JSON.parse(await readFile(lock, "utf8"))).toMatchObject({ host: hostname(), pid: process.pid });
    return "done";
  });
  expect(result).toBe("done");
  expect(await exists(lock)).toBe(false);
});

test("lets go when the work fails", async () => {
  await expect(withFileLock(lock, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await exists(lock)).toBe(false);
});

test("runs works one after the other, and says once for whom it waits", async () => {
  let active = 0;
  let most = 0;
  const waits: number[] = [];
  const work = async () => {
    most = Math.max(most, ++active);
    await new Promise(setImmediate);
    active--;
  };
  const options = { pollMilliseconds: 1, onWait: ({ pid }: { pid: number }) => void waits.push(pid) };
  await Promise.all(Array.from({ length: 8 }, () => withFileLock(lock, work, options)));
  expect(most).toBe(1);
  expect(waits.length).toBeGreaterThan(0);
  expect(waits.length).toBeLessThanOrEqual(7);
  expect(new Set(waits)).toEqual(new Set([process.pid]));
});

test("takes over from a dead process, also when several want to", async () => {
  await leaveLock({ pid: findDeadPid() });
  let active = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++active);
    await new Promise(setImmediate);
    active--;
  };
  await Promise.all(Array.from({ length: 4 }, () => withFileLock(lock, work, { pollMilliseconds: 1 })));
  expect(most).toBe(1);
  expect(await exists(lock)).toBe(false);
});

test("takes over a lock of another machine that nobody has touched for more than a minute", async () => {
  await leaveLock({ host: "another-machine", pid: process.pid });
  const longAgo = new Date(Date.now() - 61_000);
  await utimes(lock, longAgo, longAgo);
  expect(await withFileLock(lock, () => Promise.resolve("mine"))).toBe("mine");
});

test("waits for a living holder until it is gone", async () => {
  await leaveLock({ pid: process.pid });
  const order: string[] = [];
  const onWait = () => {
    order.push("waiting");
    void rm(lock).then(() => order.push("released"));
  };
  await withFileLock(lock, () => Promise.resolve(order.push("working")), { onWait, pollMilliseconds: 1 });
  expect(order).toEqual(["waiting", "released", "working"]);
});
