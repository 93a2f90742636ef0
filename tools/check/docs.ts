// Documents that repeat a fact of the code are compared with it, so that neither drifts.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fromMarkdown } from "mdast-util-from-markdown";
import { z } from "zod";

const manifestSchema = z.object({
  version: z.string(),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  peerDependencies: z.record(z.string(), z.string()),
});

const checkedPages = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "docs/architecture.md",
  "docs/decisions.md",
  "docs/dependencies.md",
  "docs/dictionary.md",
  "docs/rights.md",
  "emulator/README.md",
  "tools/engine/README.md",
];

const manifest = manifestSchema.parse(JSON.parse(readFileSync("package.json", "utf8")));

/** Every dependency is justified, and nothing is justified that is not there. */
function checkDependencies(): string[] {
  const page = readFileSync("docs/dependencies.md", "utf8");
  const justified = new Set([...page.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? ""));
  const declared = new Set(
    [manifest.dependencies, manifest.devDependencies, manifest.peerDependencies].flatMap((group) => Object.keys(group)),
  );
  return [
    ...[...declared].filter((name) => !justified.has(name)).map((name) => `docs/dependencies.md: no line for ${name}`),
    ...[...justified]
      .filter((name) => !declared.has(name))
      .map((name) => `docs/dependencies.md: ${name} is not a dependency`),
  ];
}

function checkPins(): string[] {
  return Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([, range]) => !/^\d+\.\d+\.\d+$/.test(range))
    .map(([name, range]) => `package.json: ${name} is not pinned (${range})`);
}

function checkChangelog(): string[] {
  const newest = /^## (\S+)/m.exec(readFileSync("CHANGELOG.md", "utf8"))?.[1];
  return newest === manifest.version ? [] : [`CHANGELOG.md: newest entry is not ${manifest.version}`];
}

interface LinkNode {
  type: string;
  url?: string;
  children?: LinkNode[];
}

function readLinks(node: LinkNode): string[] {
  const own = (node.type === "link" || node.type === "image") && node.url !== undefined ? [node.url] : [];
  return [...own, ...(node.children ?? []).flatMap(readLinks)];
}

/** Links into the repository lead somewhere. */
function checkLinks(page: string): string[] {
  if (!existsSync(page)) return [`${page}: missing`];
  return readLinks(fromMarkdown(readFileSync(page)))
    .filter((url) => !/^[a-z]+:/.test(url) && !url.startsWith("#"))
    .map((url) => url.replace(/#.*$/, ""))
    .filter((path) => !existsSync(join(dirname(page), path)))
    .map((path) => `${page}: link to ${path} leads nowhere`);
}

const problems = [...checkDependencies(), ...checkPins(), ...checkChangelog(), ...checkedPages.flatMap(checkLinks)];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
