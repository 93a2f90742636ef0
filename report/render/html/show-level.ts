import type { Level } from "../../../analysis/level";
import { type Markup, markup } from "./markup";
import { levelWords } from "../words-table";

/** Shows a level as a word in a box of its colour. */
export function showLevel(level: Level): Markup {
  return markup`<span class="level ${level}">${levelWords[level]}</span>`;
}
