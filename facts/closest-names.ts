const mostSuggestions = 3;

/**
 * Finds the names that someone who wrote `name` most likely meant, for a "did you mean" in an error message: names that
 * hold every word of it first, then names a few typing mistakes away. Letter case does not count.
 *
 * @returns three names at most, the closest first; none when nothing is close.
 */
export function findClosestNames(name: string, candidates: readonly string[]): readonly string[] {
  const wanted = normalize(name);
  if (wanted === "") {
    return [];
  }
  return candidates
    .map((candidate) => ({ candidate, distance: measureDistance(wanted, normalize(candidate)) }))
    .filter(({ distance }) => distance < Infinity)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, mostSuggestions)
    .map(({ candidate }) => candidate);
}

/** Below 1 when only words are missing, from 1 on by the number of typing mistakes, infinite when too many. */
function measureDistance(wanted: string, candidate: string): number {
  const words = new Set(candidate.split(" "));
  if (wanted.split(" ").every((word) => words.has(word))) {
    return 1 - wanted.length / (candidate.length + 1);
  }
  const mistakes = countTypingMistakes(wanted, candidate);
  return mistakes <= Math.max(2, Math.floor(wanted.length / 4)) ? mistakes : Infinity;
}

/** The edit distance with swaps of neighbours (optimal string alignment). */
function countTypingMistakes(from: string, to: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
        swapped ? at(beforePrevious, column - 2) + 1 : Infinity,
      );
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}

function normalize(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");
}
