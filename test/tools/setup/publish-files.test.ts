import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishFiles } from "../../../tools/setup/publish-files.mjs";

let from: string;
let to: string;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "keyless-publish-files-"));
  [from, to] = [join(folder, "from"), join(folder, "to")];
  await mkdir(join(from, "lib/deep"), { recursive: true });
  await writeFile(join(from, "lib/a.js"), "a");
  await writeFile(join(from, "lib/deep/b.js"), "b");
});

afterEach(() => rm(folder, { recursive: true }));

const publish = (files: string[]) => publishFiles({ from, to, files, owned: ["lib"] });

test("copies files to a folder that is not there yet, and leaves no drafts", async () => {
  await publish(["lib/a.js", "lib/deep/b.js"]);
  expect(await readFile(join(to, "lib/deep/b.js"), "utf8")).toBe("b");
  expect(await readdir(from)).toEqual(["lib"]);
  expect((await readdir(to, { recursive: true })).sort()).toEqual(["lib", "lib/a.js", "lib/deep", "lib/deep/b.js"]);
});

test("does not touch what did not change", async () => {
  await publish(["lib/a.js", "lib/deep/b.js"]);
  const before = await stat(join(to, "lib/a.js"));
  await writeFile(join(from, "lib/deep/b.js"), "B");
  await publish(["lib/a.js", "lib/deep/b.js"]);
  expect((await stat(join(to, "lib/a.js"))).ino).toBe(before.ino);
  expect(await readFile(join(to, "lib/deep/b.js"), "utf8")).toBe("B");
});

test("removes what is no longer wanted from the folders it owns, and from no other", async () => {
  await publish(["lib/a.js", "lib/deep/b.js"]);
  await writeFile(join(to, "notes.txt"), "kept");
  await publish(["lib/a.js"]);
  expect(await readdir(join(to, "lib/deep"))).toEqual([]);
  expect(await readdir(to)).toContain("notes.txt");
});
