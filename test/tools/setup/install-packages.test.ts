import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isInstalled } from "../../../tools/setup/install-packages.mjs";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "keyless-install-"));
  await mkdir(join(root, "node_modules/left"), { recursive: true });
});

afterEach(() => rm(root, { recursive: true }));

const left = { version: "1.0.0", integrity: "sha512-left" };

async function write(wanted: object, installed?: object): Promise<void> {
  await writeFile(join(root, "package-lock.json"), JSON.stringify({ packages: { "": {}, ...wanted } }));
  if (installed) {
    await writeFile(join(root, "node_modules/.package-lock.json"), JSON.stringify({ packages: installed }));
  }
}

test("is installed when npm's record says the same", async () => {
  await write({ "node_modules/left": left }, { "node_modules/left": left });
  expect(await isInstalled(root)).toBe(true);
});

test("is not installed when npm did not finish, which leaves no record", async () => {
  await write({ "node_modules/left": left });
  expect(await isInstalled(root)).toBe(false);
});

test.each([
  ["a package is missing", {}],
  ["a version differs", { "node_modules/left": { ...left, version: "1.0.1" } }],
  ["a content differs", { "node_modules/left": { ...left, integrity: "sha512-other" } }],
])("is not installed when %s", async (_, installed) => {
  await write({ "node_modules/left": left }, installed);
  expect(await isInstalled(root)).toBe(false);
});

test("does without an optional package, such as another platform's binary", async () => {
  await write({ "node_modules/left": { ...left, optional: true } }, {});
  expect(await isInstalled(root)).toBe(true);
});

test("wants the links of workspaces to be there", async () => {
  const link = { link: true };
  await write({ "node_modules/right": link }, { "node_modules/right": link });
  expect(await isInstalled(root)).toBe(false);
  await mkdir(join(root, "node_modules/right"));
  expect(await isInstalled(root)).toBe(true);
});
