import { isStanding } from "../../item-kinds";
import type { ReportItem, ReportSection } from "../../report-document";
import { actionWords, sectionWords } from "../words-table";
import type { Page } from "./page";
import { levelWidth, showLevel } from "./show-level";
import { quoteValue, showPhrase } from "./show-phrase";
import { wrapPieces, type Piece } from "./wrap";

/** More items than this in a section are counted only: a terminal is for reading, the other formats are for looking up. */
const mostItems = 50;

/** Reasons of an item outside of what needs attention. */
const fewDetails = 3;

/** Shows a section with its items. */
export function showSection({ name, items }: ReportSection, page: Page): readonly string[] {
  const { colors } = page;
  const mostDetails = name === "needsAttention" ? Infinity : fewDetails;
  const shown = items.slice(0, mostItems);
  const more = items.length - shown.length;
  return [
    `${colors.bold(sectionWords[name].title)} (${items.length})`,
    ...shown.flatMap((item) => ["", ...showItem(item, mostDetails, page)]),
    ...(more > 0 ? ["", `  and ${more} more`] : []),
  ];
}

function showItem(item: ReportItem, mostDetails: number, page: Page): readonly string[] {
  const { colors, width } = page;
  const { sign } = item.action === undefined ? { sign: "!" } : actionWords[item.action];
  const column = levelWidth + 6;
  const indent = " ".repeat(column);
  const wrap = (pieces: readonly Piece[], lead: string): readonly string[] =>
    wrapPieces(pieces, { width, lead: { text: lead, width: column + 2 } });
  const details = item.details.slice(0, isStanding(item) ? 1 : mostDetails);
  return [
    ...wrapPieces(showPhrase(item.title, colors), {
      width,
      lead: { text: `  ${showLevel(item.level, page)}  ${sign} `, width: column },
    }),
    ...showPlace(item, page).map((line) => `${indent}${line}`),
    ...details.flatMap((sentence) => wrap(showPhrase(sentence, colors), `${indent}- `)),
  ];
}

function showPlace({ source, rule, urn }: ReportItem, { colors, width }: Page): readonly string[] {
  const place =
    source === undefined
      ? [{ text: "resource " }, { text: quoteValue(urn) }]
      : [{ text: quoteValue(`${source.file}:${source.line}`) }];
  const pieces = rule === undefined ? place : [{ text: "rule " }, { text: quoteValue(rule) }, { text: ", " }, ...place];
  return wrapPieces(pieces, { width: width - levelWidth - 6, lead: { text: "", width: 0 } }).map((line) =>
    colors.dim(line),
  );
}
