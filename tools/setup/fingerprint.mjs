import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { isErrorCode } from "./is-error-code.mjs";

/**
 * Lists files below the given files and folders, sorted, relative to `root`. What does not exist is left out.
 *
 * @param {string} root
 * @param {readonly string[]} paths
 * @param {(file: string) => boolean} accept
 */
export async function listFiles(root, paths, accept = () => true) {
  const found = await Promise.all(paths.map((path) => listBelow(join(root, path))));
  return found
    .flat()
    .map((file) => relative(root, file))
    .filter(accept)
    .sort();
}

/**
 * One hash over names and contents: it changes when a file changes, appears, goes or moves.
 *
 * @param {string} root
 * @param {readonly string[]} files Relative to `root`.
 * @param {readonly string[]} extra Anything else that the result depends on.
 */
export async function hashFiles(root, files, extra = []) {
  const hash = createHash("sha256");
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  for (const [index, content] of contents.entries()) {
    hash.update(`${files[index]}\0${content.byteLength}\0`).update(content);
  }
  for (const text of extra) {
    hash.update(`\0${text}`);
  }
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {Promise<string[]>}
 */
async function listBelow(path) {
  let entries;
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    if (isErrorCode(error, "ENOTDIR")) {
      return [path];
    }
    if (isErrorCode(error, "ENOENT")) {
      return [];
    }
    throw error;
  }
  const nested = entries
    .filter((entry) => entry.name !== "node_modules")
    .map((entry) => (entry.isDirectory() ? listBelow(join(path, entry.name)) : [join(path, entry.name)]));
  return (await Promise.all(nested)).flat();
}
