import { lstat, readlink, rename, rm, symlink } from "node:fs/promises";
import { join } from "node:path";

/**
 * Makes `import "pulumi-keyless"` in examples and tests find this checkout, as it finds the package in a user's project.
 *
 * @param {string} root
 */
export async function linkPackage(root) {
  await ensureSymlink("..", join(root, "node_modules", "pulumi-keyless"));
}

/**
 * Makes or corrects a symbolic link; somebody who looks at the same time sees the old one or the new one.
 *
 * @param {string} target
 * @param {string} path
 */
export async function ensureSymlink(target, path) {
  if ((await readlink(path).catch(() => undefined)) === target) {
    return;
  }
  const existing = await lstat(path).catch(() => undefined);
  if (existing?.isDirectory()) {
    await rm(path, { recursive: true });
  }
  const draft = `${path}.${process.pid}`;
  await rm(draft, { force: true });
  await symlink(target, draft);
  await rename(draft, path);
}
