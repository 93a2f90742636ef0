import stringWidth from "string-width";

/** Text that is painted as one: our words have no paint. */
export interface Piece {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** How a paragraph stands on the page. */
export interface Paragraph {
  /** Columns that a line may have, the indents included. */
  readonly width: number;
  /** Before the first line; already painted, with the columns that it takes. */
  readonly lead: { readonly text: string; readonly width: number };
}

/** The columns that a text takes in a terminal. */
export function measureColumns(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : stringWidth(text);
}

/**
 * Breaks pieces into lines at spaces, and inside of a word only where it is longer than a whole line. Lines after the first are
 * indented as far as the lead reaches.
 */
export function wrapPieces(pieces: readonly Piece[], { width, lead }: Paragraph): readonly string[] {
  const room = Math.max(10, width - lead.width);
  const indent = " ".repeat(lead.width);
  return fillLines(splitWords(pieces, room), room).map((line, index) =>
    `${index === 0 ? lead.text : indent}${paintLine(line)}`.trimEnd(),
  );
}

/** What stays on one line: letters of one or several pieces up to the next space. */
interface Word {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

function splitWords(pieces: readonly Piece[], room: number): readonly Word[] {
  const words: { pieces: Piece[]; width: number }[] = [];
  let isOpen = false;
  for (const { text, ...style } of pieces) {
    text.split(" ").forEach((part, index) => {
      isOpen = isOpen && index === 0;
      for (const letters of part === "" ? [] : splitLong(part, room)) {
        const width = measureAtStart(letters);
        const last = words.at(-1);
        if (isOpen && last !== undefined && last.width + width <= room) {
          last.pieces.push({ text: letters, ...style });
          last.width += width;
        } else {
          words.push({ pieces: [{ text: letters, ...style }], width });
        }
        isOpen = true;
      }
    });
  }
  return words;
}

/** What looks like a command at the start of a line is broken afterwards, by a space. */
function measureAtStart(text: string): number {
  return measureColumns(text) + (text.startsWith("::") ? 1 : 0);
}

function splitLong(text: string, room: number): readonly string[] {
  if (measureAtStart(text) <= room) {
    return [text];
  }
  const parts: string[] = [];
  let part = "";
  let width = 0;
  for (const character of text) {
    const columns = measureColumns(character);
    if (width + columns > room && part !== "") {
      parts.push(part);
      part = "";
      width = 0;
    }
    part += character;
    width += part === "::" ? columns + 1 : columns;
  }
  return [...parts, part];
}

function fillLines(words: readonly Word[], room: number): readonly (readonly Word[])[] {
  const lines: Word[][] = [[]];
  let used = 0;
  for (const word of words) {
    const line = lines.at(-1) ?? [];
    const needed = line.length === 0 ? word.width : used + 1 + word.width;
    if (line.length > 0 && needed > room) {
      lines.push([word]);
      used = word.width;
    } else {
      line.push(word);
      used = needed;
    }
  }
  return lines;
}

function paintLine(words: readonly Word[]): string {
  return words
    .map(({ pieces }) => pieces.map(({ text, paint }) => (paint === undefined ? text : paint(text))).join(""))
    .join(" ");
}
