/** Finds the word in a name that makes it one of production. Words are compared without letter case. */
export function findProductionWord(name: string, productionWords: readonly string[]): string | undefined {
  const wanted = new Set(productionWords.map((word) => word.toLowerCase()));
  return splitWords(name).find((word) => wanted.has(word.toLowerCase()));
}

/** Cuts a name at everything that is no letter, and where a capital follows a small letter. */
function splitWords(name: string): readonly string[] {
  return name
    .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")
    .split(/\P{L}+/u)
    .filter((word) => word !== "");
}
