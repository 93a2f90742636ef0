import { measureText } from "./measure-text";

/** The room that a text has. */
export interface TextRoom {
  /** In the unit of the font size. */
  readonly width: number;
  readonly fontSize: number;
  /** How many lines there may be; at least one. */
  readonly lines: number;
}

const ellipsis = "…";

/** Where a reader expects a break, the best first; what then still has no room breaks anywhere. */
const breaks: readonly RegExp[] = [/\s/, /[\s/\-_.:,@]/, /[^]/];

/**
 * Breaks a text into lines that fit. Where there is not room enough, the last line holds the end of the text behind an
 * ellipsis: names and scopes that begin alike differ at their end.
 */
export function wrapText(text: string, room: TextRoom): readonly string[] {
  const characters = Array.from(text.trim());
  const attempts = breaks.map((mark) => breakLines(characters, room, mark));
  const fits = (line: string): boolean => measureText(line, room.fontSize) <= room.width;
  const lines =
    attempts.find((attempt) => attempt.every(fits)) ??
    attempts.find((attempt) => attempt.length === room.lines && attempt.slice(0, -1).every(fits)) ??
    attempts.at(-1) ??
    [];
  return lines.map((line) => cutFront(Array.from(line), room)).filter((line) => line !== "");
}

/** Breaks behind the given marks only: where there is none in time, the rest stays one line. */
function breakLines(characters: readonly string[], room: TextRoom, mark: RegExp): readonly string[] {
  const lines: string[] = [];
  let rest = characters;
  while (lines.length < room.lines - 1 && measureText(rest.join(""), room.fontSize) > room.width) {
    const fitting = rest.slice(0, Math.max(1, countFitting(rest, room)));
    const length = fitting.findLastIndex((character) => mark.test(character)) + 1 || rest.length;
    lines.push(rest.slice(0, length).join("").trimEnd());
    rest = Array.from(rest.slice(length).join("").trimStart());
  }
  return [...lines, rest.join("")];
}

function cutFront(characters: readonly string[], room: TextRoom): string {
  if (measureText(characters.join(""), room.fontSize) <= room.width) {
    return characters.join("");
  }
  const left = { ...room, width: room.width - measureText(ellipsis, room.fontSize) };
  const kept = countFitting(characters.toReversed(), left);
  return ellipsis + characters.slice(characters.length - kept).join("");
}

function countFitting(characters: readonly string[], { width, fontSize }: TextRoom): number {
  let used = 0;
  for (const [index, character] of characters.entries()) {
    used += measureText(character, fontSize);
    if (used > width) {
      return index;
    }
  }
  return characters.length;
}
