import type { Level } from "../../../analysis/level";
import { levelWords } from "../words-table";
import type { Page } from "./page";

/** The columns that the longest word of a level takes. */
export const levelWidth = Math.max(...Object.values(levelWords).map((word) => word.length));

/** Shows a level as a word, with its colour; always as wide as the longest one. */
export function showLevel(level: Level, { colors }: Page): string {
  const word = levelWords[level].toUpperCase().padEnd(levelWidth);
  switch (level) {
    case "critical":
      return colors.bold(colors.red(word));
    case "high":
      return colors.red(word);
    case "medium":
      return colors.yellow(word);
    case "low":
      return colors.blue(word);
    case "info":
      return colors.dim(word);
    case "none":
      return colors.green(word);
  }
}
