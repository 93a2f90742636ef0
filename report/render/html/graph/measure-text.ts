import { characterWidths, otherCharacterWidth } from "./character-widths-table";

const widths: ReadonlyMap<string, number> = new Map(
  characterWidths.flatMap(([width, characters]) => Array.from(characters, (character) => [character, width] as const)),
);

/** Estimates how wide a text is, in the unit of the font size; rather too wide than too narrow. */
export function measureText(text: string, fontSize: number): number {
  let thousandths = 0;
  for (const character of text) {
    thousandths += widths.get(character) ?? otherCharacterWidth;
  }
  return (thousandths * fontSize) / 1_000;
}
