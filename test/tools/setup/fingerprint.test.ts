import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashFiles, listFiles } from "../../../tools/setup/fingerprint.mjs";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "keyless-fingerprint-"));
  await mkdir(join(root, "lib/node_modules/x"), { recursive: true });
  await writeFile(join(root, "lib/b.ts"), "b");
  await writeFile(join(root, "lib/a.ts"), "a");
  await writeFile(join(root, "lib/a.md"), "text");
  await writeFile(join(root, "lib/node_modules/x/index.ts"), "other");
  await writeFile(join(root, "one.json"), "{}");
});

afterEach(() => rm(root, { recursive: true }));

const hashAll = async () => hashFiles(root, await listFiles(root, ["lib", "one.json"]));

test("lists files below folders, sorted, without installed packages and what does not exist", async () => {
  expect(await listFiles(root, ["one.json", "lib", "missing"])).toEqual([
    "lib/a.md",
    "lib/a.ts",
    "lib/b.ts",
    "one.json",
  ]);
  expect(await listFiles(root, ["lib"], (file) => file.endsWith(".ts"))).toEqual(["lib/a.ts", "lib/b.ts"]);
});

test("gives the same hash for the same files", async () => {
  expect(await hashAll()).toBe(await hashAll());
});

test.each([
  ["a file changes", () => writeFile(join(root, "lib/a.ts"), "A")],
  ["a file appears", () => writeFile(join(root, "lib/c.ts"), "")],
  ["a file goes", () => rm(join(root, "lib/a.ts"))],
  ["a file is renamed", () => rename(join(root, "lib/a.ts"), join(root, "lib/z.ts"))],
])("gives another hash when %s", async (_, change) => {
  const before = await hashAll();
  await change();
  expect(await hashAll()).not.toBe(before);
});

test("gives another hash when content moves from one file to the next", async () => {
  const before = await hashAll();
  await writeFile(join(root, "lib/a.ts"), "");
  await writeFile(join(root, "lib/b.ts"), "ab");
  expect(await hashAll()).not.toBe(before);
});

test("depends on what else is given", async () => {
  expect(await hashFiles(root, [], ["x64"])).not.toBe(await hashFiles(root, [], ["arm64"]));
});
