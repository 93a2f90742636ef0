import type { Phrase } from "../../../analysis/phrase";
import { neutralizeText } from "../neutralize";

/** Where a text stands: a cell of a table ends at a pipe, everything else does not. */
export type Place = "line" | "cell";

// What GitHub or Azure Repos turn into a link, a mention or a picture after the Markdown has been read, so that no escape
// helps: people and teams, issues, pull requests and work items, commits, addresses, emoji. Code is left alone by both.
const linked = /\S*(?:@|#\d|!\d|GH-\d|:\/\/|www\.|:[\w+-]+:)\S*|\b[0-9a-f]{7,40}\b/gi;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "`": "&#96;",
  $: "&#36;",
  "|": "&#124;",
};

/** Shows a sentence on one line: our words as text, foreign values as code, neither able to end what is around it. */
export function showPhrase(phrase: Phrase, place: Place = "line"): string {
  const parts = phrase.map((part) =>
    typeof part === "string" ? showWords(part, place) : showValue(part.value, place),
  );
  const line = joinParts(parts).trim();
  return line === "" ? "…" : escapeStart(line);
}

/** Shows a foreign value as code, with enough backticks around it. */
export function showValue(value: string, place: Place = "line"): string {
  const visible = neutralizeText(value);
  // Code cannot be empty, and loses spaces at its ends: both would show something else than what is there.
  const code = visible.trim() === visible && visible !== "" ? visible : JSON.stringify(visible);
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$/.test(code) ? " " : "";
  return `${fence}${pad}${place === "cell" ? escapePipes(code) : code}${pad}${fence}`;
}

/** Shows text of several lines as a block of code. */
export function showCodeBlock(lines: readonly string[]): string {
  const visible = lines.map(neutralizeText);
  const longest = Math.max(2, ...visible.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = "`".repeat(longest + 1);
  return [`${fence}text`, ...visible, fence].join("\n");
}

/** In a cell, `\|` is a pipe even in code; but after a backslash readers do not agree whether it is. */
function escapePipes(code: string): string {
  return code.replace(/(\\*)\|/g, (_, backslashes: string) => (backslashes === "" ? "\\|" : `${backslashes}<U+007C>`));
}

function showWords(words: string, place: Place): string {
  const visible = neutralizeText(words);
  const parts: string[] = [];
  let position = 0;
  for (const { 0: text, index } of visible.matchAll(linked)) {
    parts.push(escapeText(visible.slice(position, index)), showValue(text, place));
    position = index + text.length;
  }
  return joinParts([...parts, escapeText(visible.slice(position))]);
}

function escapeText(text: string): string {
  return text
    .replace(/[\\*_[\]~^#]/g, "\\$&")
    .replace(/[&<>`$|]/g, (character) => entities[character] ?? "")
    .replace(/:{3,}/g, (colons) => colons.replaceAll(":", "\\:"));
}

/** Two codes side by side would become one: their backticks touch. */
function joinParts(parts: readonly string[]): string {
  return parts.reduce(
    (line, part) => (line.endsWith("`") && part.startsWith("`") ? `${line} ${part}` : line + part),
    "",
  );
}

/** What would begin a list or underline a heading, if a line began with it. */
function escapeStart(line: string): string {
  return line.replace(/^(?=[-+=])/, "\\").replace(/^(\d+)(?=[.)])/, "$1\\");
}
