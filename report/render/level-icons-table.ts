import type { Level } from "../../analysis/level";

/** A sign for each level, beside its word: never alone, since not everybody sees colours. */
export const levelIcons: Readonly<Record<Level, string>> = {
  critical: "🔴",
  high: "🟠",
  medium: "🟡",
  low: "🔵",
  info: "⚪",
  none: "🟢",
};
