import { fromMarkdown } from "mdast-util-from-markdown";

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
  readonly depth?: number;
}

/** What a text is to a reader of Markdown: kinds of nodes and our own tags, without what stands in them. */
export function readStructure(markdown: string): unknown {
  return describe(fromMarkdown(markdown));
}

function describe({ type, value, depth, children = [] }: Node): unknown {
  const own = type === "html" ? { html: value } : {};
  const inner = children.map(describe);
  return { type, ...(depth === undefined ? {} : { depth }), ...own, ...(inner.length > 0 ? { inner } : {}) };
}

/** The kinds of nodes that a text has. */
export function listKinds(markdown: string): ReadonlySet<string> {
  const kinds = new Set<string>();
  const visit = ({ type, children = [] }: Node): void => {
    kinds.add(type);
    children.forEach(visit);
  };
  visit(fromMarkdown(markdown));
  return kinds;
}

/** How often each kind of node and each of our own tags is there. */
export function countKinds(markdown: string): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  const visit = ({ type, value = "", depth = 0, children = [] }: Node): void => {
    const kind = type === "html" ? `html ${value}` : `${type} ${depth}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    children.forEach(visit);
  };
  visit(fromMarkdown(markdown));
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The cells of each row of a table, by both ways in which readers tell where a cell ends: a pipe with a backslash before it is
 * none, or only where that backslash is not escaped itself.
 */
export function countCells(markdown: string): readonly (readonly [number, number])[] {
  return dropCodeBlocks(markdown)
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => [line.replace(/\\\|/g, "").split("|").length - 2, line.replace(/\\./g, "").split("|").length - 2]);
}

/** A line of a block of code that begins with a pipe is no row of a table. */
function dropCodeBlocks(markdown: string): string {
  return markdown.replace(/^(`{3,})text\n[^]*?\n\1$/gm, "");
}
