import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fromMarkdown } from "mdast-util-from-markdown";

/** A fenced block of a page. */
export interface Snippet {
  /** Page and line, as an editor opens it. */
  readonly place: string;
  readonly language: string;
  readonly code: string;
}

/** Every fenced block of a page, also inside lists and quotes. The page is a path from the root of the repository. */
export function readSnippets(page: string): readonly Snippet[] {
  const snippets: Snippet[] = [];
  const visit = (node: ReturnType<typeof fromMarkdown>["children"][number]): void => {
    if (node.type === "code") {
      const line = node.position?.start.line ?? 0;
      snippets.push({ place: `${page}:${line}`, language: node.lang ?? "", code: node.value });
    }
    if ("children" in node) node.children.forEach(visit);
  };
  fromMarkdown(readFileSync(join(__dirname, "../..", page))).children.forEach(visit);
  return snippets;
}
