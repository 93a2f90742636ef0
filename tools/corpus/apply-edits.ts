import type { Edit } from "./corpus-case";

/**
 * Applies edits in turn.
 *
 * @throws Error Where the text to find is not there exactly once: an edit must not silently do something else.
 */
export function applyEdits(text: string, edits: readonly Edit[] = []): string {
  return edits.reduce((edited, { find, replace }) => {
    const parts = edited.split(find);
    if (parts.length !== 2) throw new Error(`stands there ${parts.length - 1} times instead of once: ${find}`);
    return parts.join(replace);
  }, text);
}
