import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishFolder } from "../../../../tools/engine/setup/publish-folder.mjs";

let cache: string;

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), "keyless-publish-"));
});

afterEach(() => rm(cache, { recursive: true }));

async function fill(draft: string, content: string): Promise<void> {
  await mkdir(draft);
  await writeFile(join(draft, "pulumi"), content);
}

test("shows the folder only when it is complete", async () => {
  await publishFolder(join(cache, "engine"), async (draft) => {
    await fill(draft, "whole");
    expect(await readdir(cache)).not.toContain("engine");
  });
  expect(await readdir(cache)).toEqual(["engine"]);
});

test("leaves nothing when filling fails", async () => {
  const failing = publishFolder(join(cache, "engine"), async (draft) => {
    await fill(draft, "half");
    throw new Error("no space left");
  });
  await expect(failing).rejects.toThrow("no space left");
  expect(await readdir(cache)).toEqual([]);
});

test("keeps the result of the run that was faster", async () => {
  await publishFolder(join(cache, "engine"), async (draft) => {
    await fill(draft, "slower");
    await publishFolder(join(cache, "engine"), (faster) => fill(faster, "faster"));
  });
  expect(await readFile(join(cache, "engine/pulumi"), "utf8")).toBe("faster");
  expect(await readdir(cache)).toEqual(["engine"]);
});

test("removes the draft of a run that was killed long ago, and no younger one", async () => {
  for (const name of ["engine.draft-old", "engine.draft-new", "other.draft-old"]) {
    await fill(join(cache, name), "half");
  }
  const longAgo = new Date(Date.now() - 3 * 60 * 60 * 1000);
  await utimes(join(cache, "engine.draft-old"), longAgo, longAgo);
  await utimes(join(cache, "other.draft-old"), longAgo, longAgo);
  await publishFolder(join(cache, "engine"), (draft) => fill(draft, "whole"));
  expect((await readdir(cache)).sort()).toEqual(["engine", "engine.draft-new", "other.draft-old"]);
});
