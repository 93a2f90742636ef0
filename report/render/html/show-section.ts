import { compareLevels } from "../../../analysis/level";
import { standingMark } from "../../item-kinds";
import type { ReportItem, ReportSection } from "../../report-document";
import { type Content, Markup, markup } from "./markup";
import { showLevel } from "./show-level";
import { showCode, showPhrase } from "./show-phrase";
import { actionWords, effectWords, sectionWords } from "../words-table";

/** A section that is longer than this opens with every item folded: it is a list to look things up in. */
const mostOpenItems = 12;

const openAttribute = new Markup(" open");

/** Shows a section with its items: each a line that stands alone, with the reasons folded below. */
export function showSection(section: ReportSection): Markup {
  const { anchor, title, intro } = sectionWords[section.name];
  const opens = section.name === "needsAttention" && section.items.length <= mostOpenItems;
  return markup`
<section id="${anchor}" aria-labelledby="${anchor}-title">
<h2 id="${anchor}-title">${title} <span class="count">${section.items.length}</span></h2>
<p class="intro">${intro}</p>
<ul class="items">${section.items.map((item) => showItem(item, opens))}
</ul>
</section>`;
}

function showItem(item: ReportItem, opens: boolean): Markup {
  const { sign, word } = describeKind(item);
  const line = markup`<span class="row">${showLevel(item.level)}<span class="sign ${item.action ?? "finding"}" aria-hidden="true">${sign}</span><span class="what"><span class="title">${showPhrase(item.title)}</span> <span class="meta">${showNotes(item, word)}</span></span></span>`;
  const isOpen = opens && compareLevels(item.level, "high") >= 0;
  return markup`
<li class="item"><details${isOpen ? openAttribute : undefined}><summary>${line}</summary>${showMore(item)}</details></li>`;
}

function describeKind(item: ReportItem): { readonly sign: string; readonly word: string } {
  return item.action === undefined ? { sign: "!", word: "Finding" } : actionWords[item.action];
}

/** What a reader wants beside the sentence: what happened, what it means, which rule says so, and the line that declares it. */
function showNotes(item: ReportItem, word: string): Content {
  const notes: Content[] = [word, ...item.effects.map(describeEffect)];
  if (item.rule !== undefined) {
    notes.push(markup`rule ${showCode(item.rule)}`);
  }
  if (item.source !== undefined) {
    notes.push(markup`declared at ${showCode(`${item.source.file}:${item.source.line}`)}`);
  }
  return notes.map((note) => markup`<span class="note">${note}</span> `);
}

function describeEffect(effect: string): string {
  if (effect === standingMark) {
    return "was there before";
  }
  return isKnownEffect(effect) ? effectWords[effect] : effect;
}

function isKnownEffect(effect: string): effect is keyof typeof effectWords {
  return Object.hasOwn(effectWords, effect);
}

function showMore(item: ReportItem): Markup {
  const sentences = item.details.map((sentence) => markup`<li>${showPhrase(sentence)}</li>`);
  return markup`<div class="more">${sentences.length > 0 ? markup`<ul>${sentences}</ul>` : undefined}<p class="urn">Resource ${showCode(item.urn)}</p></div>`;
}
