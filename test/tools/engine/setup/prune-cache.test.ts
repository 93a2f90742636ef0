import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { markUsed, pruneCache } from "../../../../tools/engine/setup/prune-cache.mjs";

const day = 24 * 60 * 60 * 1000;
const old = "pulumi-3.200.0-0123456789abcdef";
let cache: string;

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), "keyless-prune-"));
});

afterEach(() => rm(cache, { recursive: true }));

/** Makes a folder that was marked, and whose program was started, so many days ago. */
async function addFolder(name: string, { marked, started = marked }: { marked: number; started?: number }) {
  const [markTime, startTime] = [marked, started].map((days) => new Date(Date.now() - days * day));
  if (markTime === undefined || startTime === undefined) throw new TypeError("There are no times.");
  const program = join(cache, name, "pulumi");
  await mkdir(join(cache, name));
  await writeFile(program, "program");
  await utimes(program, startTime, markTime);
  await utimes(join(cache, name), markTime, markTime);
}

test.each([
  old,
  "pulumi-resource-azuread-6.9.1-0123456789abcdef",
  "pulumi-resource-azuredevops-3.16.2-official",
  `${old}.draft-8d3f`,
])("%s goes when nobody has used it for 60 days", async (name) => {
  await addFolder(name, { marked: 61 });
  await pruneCache(cache, []);
  expect(await readdir(cache)).toEqual([]);
});

test.each([
  ["of today", { marked: 300 }, [old]],
  ["marked since", { marked: 59, started: 300 }, []],
  ["started since, by a checkout that marks nothing", { marked: 300, started: 59 }, []],
])("a folder %s stays", async (_, times, current) => {
  await addFolder(old, times);
  await pruneCache(cache, current);
  expect(await readdir(join(cache, old))).toEqual(["pulumi"]);
});

test("a folder that is used again stays", async () => {
  await addFolder(old, { marked: 300 });
  await markUsed(join(cache, old));
  await pruneCache(cache, []);
  expect(await readdir(cache)).toEqual([old]);
});

test.each(["pulumi", "pulumi-3.200.0", "notes-3.200.0-0123456789abcdef", "lock"])(
  "%s is not ours and stays",
  async (name) => {
    await addFolder(name, { marked: 300 });
    await pruneCache(cache, []);
    expect(await readdir(cache)).toEqual([name]);
  },
);

test("a cache that is not there is no trouble", async () => {
  await pruneCache(join(cache, "none"), []);
  await markUsed(join(cache, "none"));
  expect(await readdir(cache)).toEqual([]);
});
