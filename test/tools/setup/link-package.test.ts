import { mkdir, mkdtemp, readdir, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureSymlink, linkPackage } from "../../../tools/setup/link-package.mjs";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "keyless-link-"));
  await mkdir(join(root, "node_modules"));
});

afterEach(() => rm(root, { recursive: true }));

test("links the package's name to the checkout, however often it runs", async () => {
  await linkPackage(root);
  await linkPackage(root);
  expect(await readlink(join(root, "node_modules/pulumi-keyless"))).toBe("..");
  expect(await readdir(join(root, "node_modules"))).toEqual(["pulumi-keyless"]);
});

test.each([
  ["another link", (path: string) => ensureSymlink("elsewhere", path)],
  ["a file", (path: string) => writeFile(path, "")],
  ["an installed copy", (path: string) => mkdir(join(path, "dist"), { recursive: true })],
])("replaces %s", async (_, leave) => {
  await leave(join(root, "node_modules/pulumi-keyless"));
  await linkPackage(root);
  expect(await readlink(join(root, "node_modules/pulumi-keyless"))).toBe("..");
});
