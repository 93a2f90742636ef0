import type { Colors } from "picocolors/types";
import type { Phrase } from "../../../analysis/phrase";
import { neutralizeText } from "../neutralize";
import type { Piece } from "./wrap";

/** Shows a sentence: our words as they are, each foreign value in quotes that it cannot end. */
export function showPhrase(phrase: Phrase, colors: Colors): readonly Piece[] {
  return phrase.map((part) =>
    typeof part === "string" ? { text: neutralizeText(part) } : { text: quoteValue(part.value), paint: colors.cyan },
  );
}

/**
 * Puts a foreign value in quotes. What could hide in a wrapped line is written as its code point: quotes, so that the value
 * ends where it ends, and spaces at its ends or in rows.
 */
export function quoteValue(value: string): string {
  const visible = neutralizeText(value)
    .replaceAll("`", "<U+0060>")
    .replace(/^ | $|(?<= ) +/g, (spaces) => "<U+0020>".repeat(spaces.length));
  return `\`${visible}\``;
}
