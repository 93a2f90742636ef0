/** How much attention something needs, from none to the most. */
export const levels = ["none", "info", "low", "medium", "high", "critical"] as const;

export type Level = (typeof levels)[number];

/** Compares two levels for sorting: negative where the first one is lower. */
export function compareLevels(a: Level, b: Level): number {
  return levels.indexOf(a) - levels.indexOf(b);
}

/** The highest of the levels; `none` of an empty list. */
export function findHighestLevel(all: readonly Level[]): Level {
  return all.reduce<Level>((highest, level) => (compareLevels(level, highest) > 0 ? level : highest), "none");
}
