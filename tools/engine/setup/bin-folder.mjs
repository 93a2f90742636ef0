import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ensureSymlink } from "../../setup/link-package.mjs";
import { nodePrograms } from "./programs-table.mjs";

/**
 * @typedef {object} FoundProgram
 * @property {string} path
 * @property {string} version
 * @property {"machine" | "downloaded" | "built"} source
 */

/** @typedef {Record<string, FoundProgram>} FoundPrograms */

/**
 * Makes the folder that goes on PATH: links to the programs, and small scripts that start our Node programs. Scripts
 * point at this checkout, so every checkout has a folder of its own.
 *
 * @param {string} root
 * @param {string} bin
 * @param {FoundPrograms} programs
 */
export async function writeBinFolder(root, bin, programs) {
  await mkdir(bin, { recursive: true });
  for (const [name, { path }] of Object.entries(programs)) {
    await ensureSymlink(path, join(bin, name));
  }
  for (const [name, script] of Object.entries(nodePrograms)) {
    await writeExecutable(join(bin, name), formatLauncher(process.execPath, join(root, script)));
  }
  await writeAtomically(join(bin, "../engine.json"), `${JSON.stringify({ format: 1, bin, programs }, undefined, 2)}\n`);
}

/**
 * A shell script that becomes Node running a script.
 *
 * @param {string} node
 * @param {string} script
 */
export function formatLauncher(node, script) {
  return `#!/bin/sh\nexec ${quote(node)} ${quote(script)} "$@"\n`;
}

/** @param {string} text */
function quote(text) {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * @param {string} file
 * @param {string} content
 */
async function writeExecutable(file, content) {
  await writeAtomically(file, content, 0o755);
}

/**
 * @param {string} file
 * @param {string} content
 * @param {number} mode
 */
async function writeAtomically(file, content, mode = 0o644) {
  if ((await readFile(file, "utf8").catch(() => undefined)) === content) {
    return;
  }
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, content);
  await chmod(draft, mode);
  await rename(draft, file);
}
