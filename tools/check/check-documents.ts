import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fromMarkdown } from "mdast-util-from-markdown";
import { z } from "zod";

const versionsSchema = z.record(z.string(), z.string()).default({});

const manifestSchema = z.object({
  version: z.string(),
  dependencies: versionsSchema,
  devDependencies: versionsSchema,
  peerDependencies: versionsSchema,
});

/** The part of package.json that documents repeat. */
export type Manifest = z.infer<typeof manifestSchema>;

/** Reads package.json below `root`. */
export function readManifest(root: string): Manifest {
  return manifestSchema.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
}

/** Every dependency is justified on the page, and nothing is justified that is not there. */
export function checkDependencies(manifest: Manifest, page: string): string[] {
  const justified = new Set([...page.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? ""));
  const groups = [manifest.dependencies, manifest.devDependencies, manifest.peerDependencies];
  const declared = new Set(groups.flatMap((group) => Object.keys(group)));
  return [
    ...[...declared].filter((name) => !justified.has(name)).map((name) => `docs/dependencies.md: no line for ${name}`),
    ...[...justified]
      .filter((name) => !declared.has(name))
      .map((name) => `docs/dependencies.md: ${name} is not a dependency`),
  ];
}

/** What we install is pinned to one version; peers stay wide. */
export function checkPins(manifest: Manifest): string[] {
  return Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([, range]) => !/^\d+\.\d+\.\d+$/.test(range))
    .map(([name, range]) => `package.json: ${name} is not pinned (${range})`);
}

/** The newest entry is that of the version in package.json. */
export function checkChangelog(manifest: Manifest, changelog: string): string[] {
  const newest = /^## (\S+)/m.exec(changelog)?.[1];
  return newest === manifest.version ? [] : [`CHANGELOG.md: newest entry is not ${manifest.version}`];
}

interface LinkNode {
  type: string;
  url?: string;
  children?: LinkNode[];
}

function readLinks(node: LinkNode): string[] {
  const own = ["link", "image", "definition"].includes(node.type) && node.url !== undefined ? [node.url] : [];
  return [...own, ...(node.children ?? []).flatMap(readLinks)];
}

/** Links into the repository lead somewhere. */
export function checkLinks(root: string, page: string): string[] {
  if (!existsSync(join(root, page))) return [`${page}: missing`];
  return readLinks(fromMarkdown(readFileSync(join(root, page))))
    .filter((url) => !/^[a-z]+:/.test(url) && !url.startsWith("#"))
    .map((url) => decodeURI(url.replace(/#.*$/, "")))
    .filter((path) => !existsSync(join(root, dirname(page), path)))
    .map((path) => `${page}: link to ${path} leads nowhere`);
}
