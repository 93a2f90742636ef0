import type { Phrase } from "../../../analysis/phrase";
import type { ReportItem, ReportSection } from "../../report-document";
import { actionWords, levelWords, sectionWords } from "../words-table";
import { levelIcons } from "../level-icons-table";
import { showPhrase, showValue, type Place } from "./escape";
import type { Block, Chunk } from "./fit-blocks";

/** Shows a section: what needs attention as an open table with its explanations folded, every other one folded as a list. */
export function showSection(section: ReportSection): readonly Block[] {
  return section.name === "needsAttention" ? showOpenSection(section) : [showFoldedSection(section)];
}

function showOpenSection({ name, items }: ReportSection): readonly Block[] {
  const { title } = sectionWords[name];
  return [
    {
      open: `### ${title} (${items.length})\n\n| Level | What | Where |\n| :-- | :-- | :-- |\n`,
      chunks: items.map((item) => createChunk([item.title], () => showRow(item))),
      close: "\n",
      holds: "items",
    },
    {
      open: `<details>\n<summary>Why, and what to do</summary>\n\n`,
      chunks: items
        .filter(({ details }) => details.length > 0)
        .map((item) =>
          createChunk([item.title, ...item.details], () => `- **${showPhrase(item.title)}**\n${showDetails(item)}`),
        ),
      close: "\n</details>\n\n",
      holds: "explanations",
    },
  ];
}

function showFoldedSection({ name, items }: ReportSection): Block {
  const { title, intro } = sectionWords[name];
  return {
    open: `<details>\n<summary><b>${title} (${items.length})</b> ${intro}</summary>\n\n`,
    chunks: items.map((item) => createChunk([item.title, ...item.details], () => showItem(item))),
    close: "\n</details>\n\n",
    holds: "items",
  };
}

/** Showing a phrase makes it longer, if anything: only spaces around it go. */
function createChunk(phrases: readonly Phrase[], write: () => string): Chunk {
  const lengths = phrases.flat().map((part) => (typeof part === "string" ? part.trim() : part.value).length);
  return { minLength: lengths.reduce((sum, length) => sum + length, 0), write };
}

function showItem(item: ReportItem): string {
  return `- ${showLevel(item)} · ${showAction(item)} · ${showPhrase(item.title)}${showPlaceInLine(item)}\n${showDetails(item)}`;
}

function showRow(item: ReportItem): string {
  return `| ${showLevel(item)} | ${showPhrase(item.title, "cell")} | ${showPlace(item, "cell")} |\n`;
}

function showLevel({ level }: ReportItem): string {
  return `${levelIcons[level]} ${levelWords[level]}`;
}

function showAction({ action, rule }: ReportItem): string {
  return action === undefined ? `Rule ${showValue(rule ?? "unknown")}` : actionWords[action].word;
}

function showPlace({ source }: ReportItem, place: Place): string {
  return source === undefined ? "" : showValue(`${source.file}:${source.line}`, place);
}

function showPlaceInLine(item: ReportItem): string {
  return item.source === undefined ? "" : ` (${showPlace(item, "line")})`;
}

function showDetails(item: ReportItem): string {
  const rule = item.kind === "finding" && item.rule !== undefined ? [`Rule ${showValue(item.rule)}`] : [];
  const resource = item.source === undefined ? [`Resource ${showValue(item.urn)}`] : [];
  return [...item.details.map((sentence) => showPhrase(sentence)), ...rule, ...resource]
    .map((line) => `  - ${line}\n`)
    .join("");
}
