/*
 * The one place that keeps foreign text from being something else than it looks like, whatever the format.
 */

// Invisible characters, and those that change the direction of text, could make a reviewer see something else than what is
// there: control, format, line and paragraph separators, lone halves of pairs, unassigned and private ones, the letters that
// look like nothing, and the spaces that only look like one.
const invisible =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\u115f\u1160\u17b4\u17b5\u3164\uffa0\u034f\u2800\ufe00-\ufe0f\u{e0100}-\u{e01ef}]|(?! )\p{Zs}/gu;

// A mark joins the character before it: at the start it would change our own text, and many of them cover the lines around.
const looseMarks = /^\p{M}+|(?<=\p{M}{3})\p{M}+/gu;

// An agent of Azure Pipelines obeys `##vso[…]` and one of GitHub `##[…]`, wherever in a line they stand.
const command = /##(?=vso\[|\[)/gi;

// One of GitHub also obeys `::…::`, but only where a line begins with it.
const leadingCommand = /^(\s*:)(?=:)/gm;

// Nearly every text is this plain, and that is found out much faster.
const harmless = /^[ !"$-9;-~]*$/;

/**
 * Makes what a foreign value hides visible: control, bidirectional, zero-width and other invisible characters become
 * `<U+XXXX>`, line breaks included, and commands for the agents of a pipeline are broken. The result is one line.
 */
export function neutralizeText(text: string): string {
  if (harmless.test(text)) {
    return text;
  }
  return breakCommands(text.replace(invisible, formatCharacters).replace(looseMarks, formatCharacters));
}

/**
 * Breaks commands for the agents of a pipeline in a text of many lines: also those that come about only where values stand
 * side by side, or where a line is wrapped.
 */
export function breakCommands(text: string): string {
  return text.replace(command, "# #").replace(leadingCommand, "$1 ");
}

/**
 * The same for JSON: nothing of its data is lost, because JSON has escapes. What cannot be seen is written as one, and so is
 * the `#` that would make a command.
 */
export function neutralizeJson(json: string): string {
  return json
    .replace(/[^\n -~]/gu, (character) => (invisibleOne.test(character) ? escapeUnits(character) : character))
    .replace(command, "#\\u0023");
}

const invisibleOne = new RegExp(`^(?:${invisible.source}|\\p{M})$`, "u");

function formatCharacters(characters: string): string {
  return Array.from(characters, formatCodePoint).join("");
}

function formatCodePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}

function escapeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }).join("");
}
