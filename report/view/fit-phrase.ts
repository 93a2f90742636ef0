import type { Phrase, PhraseValueKind } from "../../analysis/phrase";

/*
 * Cuts what is too long for a report. The ends of a value tell more than its middle, so that the middle goes.
 */

/** A phrase as the report document has it. */
export type FittedPhrase = (string | { value: string; kind: PhraseValueKind })[];

const longestName = 200;
const longestText = 1_000;
const longestWords = 2_000;
const mostParts = 100;

const nameKinds: ReadonlySet<PhraseValueKind> = new Set<PhraseValueKind>(["name", "id", "role", "branch"]);

/** Cuts a phrase, and joins words that follow each other. */
export function fitPhrase(phrase: Phrase): FittedPhrase {
  const parts: FittedPhrase = [];
  for (const part of phrase.slice(0, mostParts - 1)) {
    const last = parts.at(-1);
    if (typeof part !== "string") {
      parts.push({
        value: shortenMiddle(part.value, nameKinds.has(part.kind) ? longestName : longestText),
        kind: part.kind,
      });
    } else if (typeof last === "string") {
      parts[parts.length - 1] = shortenMiddle(last + part, longestWords);
    } else if (part !== "") {
      parts.push(shortenMiddle(part, longestWords));
    }
  }
  return phrase.length >= mostParts ? [...parts, " …"] : parts;
}

/** Cuts the middle out of a text that is longer than so many UTF-16 units, without tearing a character apart. */
export function shortenMiddle(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  const room = most - 1;
  const start = text.slice(0, Math.ceil(room / 2)).replace(/[\ud800-\udbff]$/, "");
  const end = text.slice(text.length - Math.floor(room / 2)).replace(/^[\udc00-\udfff]/, "");
  return `${start}…${end}`;
}
