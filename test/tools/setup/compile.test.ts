import { mkdir, mkdtemp, open, readFile, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compileProject, listOutputs } from "../../../tools/setup/compile.mjs";
import { createProgress } from "../../../tools/setup/progress.mjs";

let root: string;
let log: string;
const progress = createProgress((text) => (log += text));
const compilation = { name: "package", label: "compiling", config: "tsconfig.build.json" };

beforeEach(async () => {
  log = "";
  root = await mkdtemp(join(tmpdir(), "keyless-compile-"));
  await mkdir(join(root, "lib"));
  await symlink(join(dirname(require.resolve("typescript/package.json")), ".."), join(root, "node_modules"));
  const compilerOptions = {
    outDir: "dist",
    rootDir: ".",
    declaration: true,
    types: [],
    lib: ["es5"],
    module: "commonjs",
  };
  await writeFile(join(root, "tsconfig.json"), "{}");
  await writeFile(join(root, "package-lock.json"), "{}");
  await writeFile(join(root, "tsconfig.build.json"), JSON.stringify({ compilerOptions, include: ["lib"] }));
  await writeFile(join(root, "lib/a.ts"), "export const a = 1;");
  await writeFile(join(root, "lib/b.ts"), "export const b = 2;");
});

afterEach(() => rm(root, { recursive: true }));

test("compiles once, and again only after a change", async () => {
  await compileProject(root, compilation, progress);
  expect((await readdir(join(root, "dist/lib"))).sort()).toEqual(["a.d.ts", "a.js", "b.d.ts", "b.js"]);
  const first = (await stat(join(root, "dist/lib/a.js"))).mtimeMs;

  await compileProject(root, compilation, progress);
  expect((await stat(join(root, "dist/lib/a.js"))).mtimeMs).toBe(first);
  expect(log.match(/compiling/g)).toHaveLength(1);

  await writeFile(join(root, "lib/a.ts"), "export const a = 3;");
  await compileProject(root, compilation, progress);
  expect(await readFile(join(root, "dist/lib/a.js"), "utf8")).toContain("exports.a = 3");
});

test("removes what came from a source that is gone, and nothing else", async () => {
  await compileProject(root, compilation, progress);
  await writeFile(join(root, "dist/notes.txt"), "kept");
  await rm(join(root, "lib/b.ts"));
  await compileProject(root, compilation, progress);
  expect((await readdir(join(root, "dist/lib"))).sort()).toEqual(["a.d.ts", "a.js"]);
  expect(await readdir(join(root, "dist"))).toContain("notes.txt");
});

test("compiles again when output is missing", async () => {
  await compileProject(root, compilation, progress);
  await rm(join(root, "dist/lib/a.js"));
  await compileProject(root, compilation, progress);
  expect(await readdir(join(root, "dist/lib"))).toContain("a.js");
});

test("shows the compiler's words when it fails, and tries again the next time", async () => {
  await writeFile(join(root, "lib/a.ts"), 'export const a: number = "one";');
  await expect(compileProject(root, compilation, progress)).rejects.toThrow("lib/a.ts(1,14): error TS2322");
  await expect(compileProject(root, compilation, progress)).rejects.toThrow("error TS2322");
});

test("never takes a file away or leaves it half written while it compiles", async () => {
  await compileProject(root, compilation, progress);
  const [before, untouched] = await Promise.all([readInode("a.js"), readInode("b.js")]);
  const handle = await open(join(root, "dist/lib/a.js"));
  await writeFile(join(root, "lib/a.ts"), "export const a = 3;");
  await compileProject(root, compilation, progress);
  // Replaced by a rename: who opened the old file still reads it whole.
  expect(await readInode("a.js")).not.toBe(before);
  expect(await handle.readFile("utf8")).toContain("exports.a = 1");
  expect(await readInode("b.js")).toBe(untouched);
  await handle.close();
});

test("compiles again when both the output and what it was copied from are gone", async () => {
  await compileProject(root, compilation, progress);
  await rm(join(root, "dist"), { recursive: true });
  await rm(join(root, "build/.staging/package"), { recursive: true });
  await compileProject(root, compilation, progress);
  expect((await readdir(join(root, "dist/lib"))).sort()).toEqual(["a.d.ts", "a.js", "b.d.ts", "b.js"]);
});

test.each(["tsconfig.json", "package-lock.json", "tsconfig.build.json"])(
  "compiles again when %s changes",
  async (file) => {
    await compileProject(root, compilation, progress);
    await writeFile(join(root, file), `${await readFile(join(root, file), "utf8")}\n`);
    await compileProject(root, compilation, progress);
    expect(log.match(/compiling/g)).toHaveLength(2);
  },
);

test("names the outputs of a source", () => {
  const sources = ["lib/a.ts", "lib/types.d.ts"];
  expect(listOutputs(sources, { outDir: "dist", declaration: true })).toEqual(["lib/a.js", "lib/a.d.ts"]);
  expect(listOutputs(sources, { outDir: "build", sourceMap: true })).toEqual(["lib/a.js", "lib/a.js.map"]);
});

async function readInode(file: string): Promise<number> {
  return (await stat(join(root, "dist/lib", file))).ino;
}
