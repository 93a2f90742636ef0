import type { Phrase, PhraseValueKind } from "../../../analysis/phrase";
import { type Markup, markup } from "./markup";

/** Kinds that people read as words; the others are read letter by letter and get a fixed pitch. */
const wordKinds: ReadonlySet<PhraseValueKind> = new Set<PhraseValueKind>(["name", "role"]);

/** Shows a sentence: our words as they are, each foreign value set apart and kept from turning the text around it. */
export function showPhrase(phrase: Phrase): Markup {
  return markup`${phrase.map((part) => {
    if (typeof part === "string") {
      return part;
    }
    return wordKinds.has(part.kind) ? markup`<b><bdi>${part.value}</bdi></b>` : showCode(part.value);
  })}`;
}

/** Shows a value that is read letter by letter; like `bdi`, `dir` keeps it from turning the text around it. */
export function showCode(value: string): Markup {
  return markup`<code dir="auto">${value}</code>`;
}
