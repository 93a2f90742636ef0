import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "@swc/core";
import { repositoryRoot } from "../engine/engine";
import { applyEdits } from "./apply-edits";
import type { Edit } from "./corpus-case";

/** The text of a base's program, edited. */
export async function readProgram(base: string, edits?: readonly Edit[]): Promise<string> {
  return applyEdits(await readFile(findProgram(base), "utf8"), edits);
}

/** Makes a Pulumi project without a program. */
export async function createProject(directory: string): Promise<void> {
  await mkdir(directory);
  await symlink(join(repositoryRoot, "node_modules"), join(directory, "node_modules"));
  await writeFile(join(directory, "package.json"), JSON.stringify({ name: "corpus", main: "index.js" }));
  await writeFile(
    join(directory, "Pulumi.yaml"),
    "name: corpus\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
  );
}

/**
 * Writes a program into a project, compiled: that saves more than a second of every run. With Node's source maps switched
 * on, the engine still sees the lines of the source.
 */
export async function writeProgram(directory: string, text: string): Promise<void> {
  const { code } = await transform(text, {
    filename: join(directory, "index.ts"),
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    module: { type: "commonjs" },
    sourceMaps: "inline",
    inlineSourcesContent: false,
  });
  await writeFile(join(directory, "index.js"), code);
}

function findProgram(base: string): string {
  return join(repositoryRoot, "test/corpus/programs", `${base}.ts`);
}
